import { fromKysely, type PgBoss } from 'pg-boss';
import { type Ctx, transact } from '../ctx.ts';
import { type Delivered, takeNews } from '../outbox.ts';
import { type Listener, queueOf } from './job.ts';

const NEWS_PER_TURN = 500;

/**
 * Takes waiting news and puts one job per listener of its topic into the queue, all in one transaction: either a piece
 * is marked delivered and every listener has its job, or neither. Returns how many pieces were taken and whether more wait.
 */
export function relayNews(
  ctx: Ctx,
  boss: PgBoss,
  listeners: readonly Listener[],
): Promise<{ taken: number; more: boolean }> {
  return transact(ctx, async (tx) => {
    const news = (await takeNews(tx, NEWS_PER_TURN)).sort((one, other) => one.id - other.id);
    const db = fromKysely(tx.em.getKysely<unknown>() as unknown as Parameters<typeof fromKysely>[0]);
    for (const listener of listeners) {
      const heard = news.filter(({ topic }) => topic === listener.topic);
      if (heard.length > 0) await boss.insert(queueOf('news', listener.name), heard.map(jobOf), { db });
    }
    return { taken: news.length, more: news.length === NEWS_PER_TURN };
  });
}

function jobOf(news: Delivered): { data: Delivered } {
  return { data: news };
}
