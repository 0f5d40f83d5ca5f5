import pg from 'pg';
import { matureDues } from '#server/dues/index.ts';
import { entities } from '#server/entities.ts';
import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { migrations } from '#server/migrations/index.ts';
import { assemblePayout } from '#server/payouts/index.ts';
import { type Ctx, type MikroORM, openCtx, openOrm, rowOf, sql, systemActor } from '#server/platform/index.ts';
import { settleSilent, stateDues } from '#server/statements/index.ts';
import { makeDueWorld } from './due-world.ts';

const HOUSEHOLDS = 15_000;
const LINES = 100_000;
const DAY_MS = 86_400_000;

/**
 * A day's sweep at the size of a prefecture: 100,000 sales whose claim window is over, of 15,000 households: made payable,
 * stated, agreed to by silence and put into a payout run. Seconds of each, and the most memory the process held.
 */
export async function benchSweep(adminUrl: string): Promise<number> {
  const name = `bench_${process.pid}`;
  const url = new URL(adminUrl);
  await onServer(adminUrl, `create database ${name}`);
  url.pathname = `/${name}`;
  const orm = await openOrm({ url: url.href, entities, migrations, poolMax: 4 });
  try {
    await orm.migrator.up();
    console.log(`making ${LINES} sales of ${HOUSEHOLDS} households`);
    const now = new Date();
    await makeDueWorld(openCtx(orm, systemActor, now), HOUSEHOLDS, LINES);
    await measure(orm, now);
    return 0;
  } finally {
    await orm.close(true);
    await onServer(adminUrl, `drop database if exists ${name} with (force)`);
  }
}

async function measure(orm: MikroORM, now: Date): Promise<void> {
  const nextMonth = new Date(now.getTime() + 32 * DAY_MS);
  const answered = new Date(nextMonth.getTime() + 4 * DAY_MS);
  const at = (instant: Date) => openCtx(orm, systemActor, instant);
  const before = process.memoryUsage().rss;
  const [matured, swept] = await timed('sweep: claimable to payable', () => matureDues(at(now)));
  const until = addDays(businessDayOf(nextMonth), -1);
  const [stated, made] = await timed('statements', () => stateDues(at(nextMonth), { until }));
  const [agreed] = await timed('silence agrees', () => settleSilent(at(answered)));
  const [paid] = await timed('payout run', () => assemblePayout(at(answered), { payer: 'platform', key: 'bench' }));
  console.log(
    `${swept.lines} lines, ${made.statements} statements with ${made.lines} lines, ${await transfers(at(now))} transfers`,
  );
  console.log(`all: ${(matured + stated + agreed + paid).toFixed(1)} s`);
  const most = process.resourceUsage().maxRSS / 1024;
  console.log(`memory: ${(before / 2 ** 20).toFixed(0)} MiB before, ${most.toFixed(0)} MiB at most`);
}

async function timed<T>(what: string, work: () => Promise<T>): Promise<[number, T]> {
  const start = performance.now();
  const result = await work();
  const seconds = (performance.now() - start) / 1000;
  console.log(`${what.padEnd(32)} ${seconds.toFixed(1).padStart(7)} s`);
  return [seconds, result];
}

async function transfers(ctx: Ctx): Promise<number> {
  const row = await rowOf<{ transfers: number }>(ctx, sql`select count(*)::int as transfers from transfer`);
  return row?.transfers ?? 0;
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}
