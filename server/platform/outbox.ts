import type { Ctx, Tx } from './ctx.ts';
import { asRecords, rowsOf, run, sql } from './sql.ts';

/** News of a module: what happened, to which thing. */
export type News = { topic: string; key: string; payload: Record<string, unknown> };

/** Writes news in the same transaction as what it tells. It is delivered at least once, so listeners are idempotent. */
export async function announce(tx: Tx, ...news: News[]): Promise<void> {
  await run(
    tx,
    sql`insert into outbox (topic, key, payload, at)
        select topic, key, payload, ${tx.now} from jsonb_to_recordset(${asRecords(news)})
          as news(topic text, key text, payload jsonb)`,
  );
}

export type Delivered = { id: number; topic: string; key: string; payload: Record<string, unknown> };

/**
 * Takes the oldest undelivered news, hands them to `deliver` inside one transaction and marks them. Several workers may
 * do this at once: each row is taken by one. Returns how many were delivered; fewer than `most` means the box is empty.
 */
export function takeNews(tx: Tx, most: number): Promise<Delivered[]> {
  return rowsOf<Delivered>(
    tx,
    sql`update outbox set delivered_at = ${tx.now}
        where id in (select id from outbox where delivered_at is null order by id limit ${most} for update skip locked)
        returning id, topic, key, payload`,
  );
}

/** How much news waits and since when: for readiness and metrics. */
export async function outboxLag(ctx: Ctx): Promise<{ waiting: number; oldest: string | null }> {
  const [row] = await rowsOf<{ waiting: number; oldest: string | null }>(
    ctx,
    sql`select count(*)::int as waiting, min(at) as oldest from outbox where delivered_at is null`,
  );
  return row ?? { waiting: 0, oldest: null };
}
