import type { PageCache, RenderStart, StoredPage } from '../page-cache.ts';
import { REVALIDATE, storedPageOf } from './cached-page.ts';

/** The header by which a route says of which changes its page must hear: `product:<id> list figures`. */
export const TAGS_HEADER = 'x-cache-tags';
const TURNS_MAX = 3;
const REMEMBERED_KEYS_MAX = 5_000;

/** A reply as it goes out, or a kept page to be written as it is. */
export type Answer = { response: Response } | { page: StoredPage };

export type SharedPages = {
  /** The page for a stranger: kept, or rendered once for all who ask for it at the same time. */
  answer(key: string, render: () => Promise<Response>): Promise<Answer>;
};

/** Between the routes and the cache: keeps what a route marks with tags, and hands everything else through. */
export function sharePages(cache: PageCache, nowMs: () => number): SharedPages {
  /** Keys whose page turned out to be nobody else's: those who ask for them do not wait for one another. */
  const unshared = new Set<string>();

  async function renderAlone(key: string, render: () => Promise<Response>): Promise<Answer & { kept: boolean }> {
    const began = cache.begin();
    const response = await render();
    const tags = tagsOf(response);
    if (tags === null || !cache.trusted) {
      rememberUnshared(key);
      return { response, kept: false };
    }
    unshared.delete(key);
    return keep(key, response, tags, began);
  }

  async function keep(key: string, response: Response, tags: string[], began: RenderStart) {
    const { headers } = response;
    headers.delete(TAGS_HEADER);
    if (!headers.has('cache-control')) headers.set('cache-control', REVALIDATE);
    headers.set('vary', 'accept-encoding, cookie');
    const page = await storedPageOf(Buffer.from(await response.arrayBuffer()), headers, tags);
    return { page, kept: cache.keep(key, page, began, nowMs()) };
  }

  function rememberUnshared(key: string): void {
    if (unshared.size >= REMEMBERED_KEYS_MAX) unshared.clear();
    unshared.add(key);
  }

  return {
    async answer(key, render) {
      for (let turn = 0; turn < TURNS_MAX && !unshared.has(key) && cache.trusted; turn += 1) {
        let mine: Answer | undefined;
        const { leads, done } = cache.share(key, async () => {
          const { kept, ...answer } = await renderAlone(key, render);
          mine = answer;
          return kept;
        });
        // Another's failure is his to report; who waited tries for himself.
        await (leads ? done : done.catch(() => false));
        if (mine) return mine;
        const page = cache.find(key, nowMs());
        if (page) return { page };
      }
      const { kept: _, ...answer } = await renderAlone(key, render);
      return answer;
    },
  };
}

/** The tags of a page others may see, or null: a failed page or one that sets a cookie is nobody else's. */
function tagsOf(response: Response): string[] | null {
  const tags = response.headers.get(TAGS_HEADER);
  if (tags === null || response.status !== 200 || response.headers.has('set-cookie')) return null;
  return [...new Set(tags.split(/[\s,]+/).filter(Boolean))];
}
