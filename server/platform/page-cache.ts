/** A finished page as it is kept: both bodies and the reply headers that go with each, ready to be written. */
export type StoredPage = {
  readonly tags: readonly string[];
  readonly etag: string;
  readonly plain: Buffer;
  readonly gzip: Buffer | null;
  readonly plainHead: readonly string[];
  readonly gzipHead: readonly string[];
  readonly unchangedHead: readonly string[];
};

declare const moment: unique symbol;
/** When a rendering began, in purges heard since the start. */
export type RenderStart = number & { readonly [moment]: true };

export type PageCacheFigures = { pages: number; bytes: number; hits: number; misses: number; purged: number };

export type PageCache = {
  /** The page under a key, unless it has expired or the cache is not trusted now. */
  find(key: string, nowMs: number): StoredPage | null;
  /** Called before anything a page shows is read; `keep` wants it back. */
  begin(): RenderStart;
  /** Keeps a page, unless one of its tags was purged since its rendering began. Says whether it did. */
  keep(key: string, page: StoredPage, began: RenderStart, nowMs: number): boolean;
  /** Drops every page that carries one of the tags. */
  purge(tags: readonly string[]): void;
  /** Empties the cache and hands out nothing until trusted again: purges may have been missed. */
  distrust(): void;
  trust(): void;
  readonly trusted: boolean;
  /** Runs `render` once for all who ask for the same key meanwhile; false tells a latecomer to look again. */
  share(key: string, render: () => Promise<boolean>): { leads: boolean; done: Promise<boolean> };
  readonly figures: PageCacheFigures;
};

export type PageCacheLimits = { bytes: number; pageBytes: number; lifeMs: number; rememberedPurges: number };

const ENTRY_OVERHEAD_BYTES = 1_024;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

export const pageCacheLimits: PageCacheLimits = {
  bytes: 64 * 1_048_576,
  pageBytes: 1_048_576,
  lifeMs: 10 * 60_000,
  rememberedPurges: 20_000,
};

type Entry = { page: StoredPage; bytes: number; expiresMs: number };

/**
 * Pages for readers nobody knows, kept in memory until something they show changes. Least recently read go first when
 * the bytes run out. A page lives ten minutes at most and never past midnight in Asia/Shanghai, since pages speak of days.
 */
export function createPageCache(limits: PageCacheLimits = pageCacheLimits): PageCache {
  const entries = new Map<string, Entry>();
  const keysOfTag = new Map<string, Set<string>>();
  const lastPurge = new Map<string, number>();
  const underway = new Map<string, Promise<boolean>>();
  const figures: PageCacheFigures = { pages: 0, bytes: 0, hits: 0, misses: 0, purged: 0 };
  let purges = 0;
  /** Purges up to this one are no longer remembered tag by tag: a rendering that began before it is not kept. */
  let forgotten = 0;
  let trusted = false;

  function remove(key: string, entry: Entry): void {
    entries.delete(key);
    figures.bytes -= entry.bytes;
    figures.pages -= 1;
    for (const tag of entry.page.tags) {
      const keys = keysOfTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysOfTag.delete(tag);
    }
  }

  function rememberPurge(tag: string): void {
    lastPurge.delete(tag);
    lastPurge.set(tag, purges);
    if (lastPurge.size <= limits.rememberedPurges) return;
    const [oldestTag, oldestAt] = lastPurge.entries().next().value as [string, number];
    lastPurge.delete(oldestTag);
    forgotten = Math.max(forgotten, oldestAt);
  }

  return {
    figures,
    get trusted() {
      return trusted;
    },
    find(key, nowMs) {
      const entry = trusted ? entries.get(key) : undefined;
      if (entry === undefined) {
        figures.misses += 1;
        return null;
      }
      if (entry.expiresMs <= nowMs) {
        remove(key, entry);
        figures.misses += 1;
        return null;
      }
      entries.delete(key);
      entries.set(key, entry);
      figures.hits += 1;
      return entry.page;
    },
    begin: () => purges as RenderStart,
    keep(key, page, began, nowMs) {
      if (!trusted || began < forgotten) return false;
      if (page.tags.some((tag) => (lastPurge.get(tag) ?? 0) > began)) return false;
      const bytes = page.plain.byteLength + (page.gzip?.byteLength ?? 0) + key.length * 2 + ENTRY_OVERHEAD_BYTES;
      if (bytes > limits.pageBytes || bytes > limits.bytes) return false;

      const former = entries.get(key);
      if (former) remove(key, former);
      entries.set(key, { page, bytes, expiresMs: Math.min(nowMs + limits.lifeMs, nextMidnight(nowMs)) });
      figures.bytes += bytes;
      figures.pages += 1;
      for (const tag of page.tags) {
        const keys = keysOfTag.get(tag);
        if (keys) keys.add(key);
        else keysOfTag.set(tag, new Set([key]));
      }
      while (figures.bytes > limits.bytes) {
        const [oldest, entry] = entries.entries().next().value as [string, Entry];
        remove(oldest, entry);
      }
      return true;
    },
    purge(tags) {
      purges += 1;
      for (const tag of tags) {
        rememberPurge(tag);
        for (const key of keysOfTag.get(tag) ?? []) {
          const entry = entries.get(key);
          if (entry) remove(key, entry);
          figures.purged += 1;
        }
      }
    },
    distrust() {
      trusted = false;
      purges += 1;
      forgotten = purges;
      entries.clear();
      keysOfTag.clear();
      lastPurge.clear();
      figures.bytes = 0;
      figures.pages = 0;
    },
    trust() {
      // What began while nobody listened may have read what a missed purge was about.
      purges += 1;
      forgotten = purges;
      trusted = true;
    },
    share(key, render) {
      const running = underway.get(key);
      if (running) return { leads: false, done: running };
      const done = render().finally(() => underway.delete(key));
      underway.set(key, done);
      return { leads: true, done };
    },
  };
}

function nextMidnight(nowMs: number): number {
  return (Math.floor((nowMs + SHANGHAI_OFFSET_MS) / DAY_MS) + 1) * DAY_MS - SHANGHAI_OFFSET_MS;
}
