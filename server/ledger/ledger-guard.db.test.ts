import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, test } from 'vitest';
import { closePeriod } from '#server/insight/index.ts';
import { fen } from '#server/kernel/money.ts';
import { rowOf, run, sql, transact } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { findPeriods, getTrialBalance, postEntry, sealPeriod } from './index.ts';

const JUNE = { from: new Date('2026-05-31T16:00:00Z'), until: new Date('2026-06-30T16:00:00Z') };
const MINUTES_PER_DAY = 1_440;

function post(world: World, key: string, amount: number) {
  const account = (code: string) => ({ code, kind: code, ownerId: null });
  return transact(world.system(), (tx) =>
    postEntry(tx, {
      key,
      kind: 'sale',
      reference: key,
      postings: [
        { account: account('cash'), amount: fen(amount), detail: null },
        { account: account('platform-fee'), amount: fen(-amount), detail: null },
      ],
    }),
  );
}

/** A raw connection, which is told nothing of our software: as the application's role, or as the owner. */
async function connect(world: World, role?: 'qixiao_app') {
  const client = new pg.Client({ connectionString: world.url });
  await client.connect();
  if (role) await client.query(`set role ${role}`);
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

/** June 2026 with one entry of 100 yuan, closed at noon of July 1st. */
async function aClosedJune() {
  const world = await openWorld({ poolMax: 4 });
  await post(world, 'june', 10_000);
  world.later(30 * MINUTES_PER_DAY);
  await closePeriod(world.bookkeeper(), '2026-06');
  return world;
}

const ENTRY = `insert into entry (key, kind, at, reference)`;

/** What each attempt is, and the words PostgreSQL must refuse it with. */
const attempts: [string, RegExp][] = [
  [`update entry set at = now()`, /permission denied for table entry/],
  [`delete from entry`, /permission denied for table entry/],
  [`truncate entry cascade`, /permission denied for table/],
  [`update posting set amount = amount * 2`, /permission denied for table posting/],
  [`delete from posting`, /permission denied for table posting/],
  [`truncate posting`, /permission denied for table posting/],
  [`alter table entry disable trigger all`, /must be owner of table entry/],
  [`alter table posting disable trigger posting_at_once`, /must be owner of table posting/],
  [`drop trigger entry_append_only on entry`, /must be owner of relation entry/],
  [`drop table posting`, /must be owner of table posting/],
  [`create trigger mine before insert on entry for each row execute function refuse_change()`, /permission denied/],
  [
    `create or replace function refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
    /denied|owner/,
  ],
  [`set session_replication_role = replica`, /permission denied to set parameter/],
  [`alter role qixiao_app superuser`, /permission denied/],
  [
    `insert into posting (entry_id, account_id, amount) select entry.id, account.id, 1 from entry, account limit 1`,
    /an entry is written at once/,
  ],
  [`${ENTRY} values ('late', 'sale', '2026-06-15T00:00:00Z', 'late')`, /the books of 2026-06 are closed/],
  [`${ENTRY} values ('older', 'sale', '2026-01-15T00:00:00Z', 'older')`, /the books of 2026-01 are closed/],
  [`update accounting_period set ends_at = starts_at`, /permission denied for table accounting_period/],
  [`delete from accounting_period`, /permission denied for table accounting_period/],
  [`truncate accounting_period`, /permission denied for table accounting_period/],
  [`update change_log set actor_id = 'nobody'`, /permission denied for table change_log/],
  [`delete from movement`, /permission denied for table movement/],
  [`delete from migration`, /permission denied for table migration/],
];

test('as the role of the application nothing posted and nothing closed can be changed, whatever is said in SQL', async () => {
  await using world = await aClosedJune();
  await using client = await connect(world, 'qixiao_app');

  for (const [attempt, refusal] of attempts) await expect(client.query(attempt), attempt).rejects.toThrow(refusal);

  const rights = await client.query(
    'select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls from pg_roles where rolname = current_user',
  );
  expect(rights.rows).toEqual([{ rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('the owner too is refused by the triggers of every append-only table, emptying it included', async () => {
  await using world = await aClosedJune();
  await using owner = await connect(world);
  const { rows: guarded } = await owner.query<{ name: string }>(
    'select name::text from guarded_table where keeps_rows_as_they_are and keeps_rows',
  );

  for (const { name } of guarded) {
    await expect(owner.query(`truncate ${name} cascade`), name).rejects.toThrow('never changed or removed');
  }
  for (const statement of ['update entry set kind = kind', 'delete from posting', 'delete from accounting_period']) {
    await expect(owner.query(statement), statement).rejects.toThrow('never changed or removed');
  }

  expect(guarded.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'entry',
      'posting',
      'movement',
      'change_log',
      'order_move',
      'parcel_move',
      'payment_event',
    ]),
  );
});

test('the role of the application trades as before: it posts today, and changes what may change', async () => {
  await using world = await aClosedJune();
  await using client = await connect(world, 'qixiao_app');

  await client.query('begin');
  await client.query(`with written as (${ENTRY} values ('today', 'sale', '2026-07-01T04:00:00Z', 'today') returning id)
    insert into posting (entry_id, account_id, amount) select written.id, account.id, case code when 'cash' then 5 else -5 end
    from written, account`);
  await client.query('commit');
  await client.query(`update pool set held = held`);
  await client.query(`create table jobs.own_queue ()`);

  const july = await getTrialBalance(world.bookkeeper(), { from: JUNE.until, until: new Date('2026-07-31T16:00:00Z') });
  expect(july.rows.map(({ kind, opening, closing }) => [kind, opening, closing])).toEqual([
    ['cash', 10_000, 10_005],
    ['platform-fee', -10_000, -10_005],
  ]);
});

test('a closed month keeps its trial balance, which sums to zero, chained to the month before', async () => {
  await using world = await aClosedJune();
  await post(world, 'july', 2_500);
  world.later(31 * MINUTES_PER_DAY);
  await closePeriod(world.bookkeeper(), '2026-07');

  const [july, june] = await findPeriods(world.bookkeeper());
  const balance = await getTrialBalance(world.bookkeeper(), JUNE);

  expect(june?.balance).toEqual(balance.rows);
  expect(balance.rows[0]).toEqual({ kind: 'cash', opening: 0, debit: 10_000, credit: 0, closing: 10_000, postings: 1 });
  expect(balance.sums).toEqual({ opening: 0, debit: 10_000, credit: 10_000, closing: 0 });
  expect(july?.balance[1]).toMatchObject({ kind: 'platform-fee', opening: -10_000, credit: 2_500, closing: -12_500 });
  const chain = await rowOf(
    world.system(),
    sql`select previous_hash as hash from accounting_period where month = '2026-07'`,
  );
  expect(chain).toEqual({ hash: june?.hash });
});

test('a month is closed once, over, in its turn, while the books hold, and by a bookkeeper', async () => {
  await using world = await openWorld();
  await post(world, 'june', 10_000);
  const close = (month: string) => closePeriod(world.bookkeeper(), month);

  await expect(close('2026-06')).rejects.toMatchObject({ code: 'ledger.month-not-over' });
  world.later(90 * MINUTES_PER_DAY);
  await expect(close('2026-07')).rejects.toMatchObject({ code: 'ledger.earlier-month-open' });
  await expect(closePeriod(world.visitor(), '2026-06')).rejects.toMatchObject({ code: 'access.denied' });
  await close('2026-06');
  await expect(close('2026-06')).rejects.toMatchObject({ code: 'ledger.month-closed' });

  await world.jar({ packs: 3 });
  await run(world.system(), sql`update pool set held = held + 1`);
  await expect(close('2026-07')).rejects.toMatchObject({ code: 'ledger.books-do-not-hold' });
});

test('an entry being posted while its month is closed is waited for, and is in what is kept', async () => {
  await using world = await openWorld();
  await post(world, 'june', 10_000);
  await using slow = await connect(world, 'qixiao_app');
  await slow.query('begin');
  await slow.query(`with written as (${ENTRY} values ('slow', 'sale', '2026-06-30T15:59:59Z', 'slow') returning id)
    insert into posting (entry_id, account_id, amount) select written.id, account.id, case code when 'cash' then 7 else -7 end
    from written, account`);
  world.later(30 * MINUTES_PER_DAY);

  const closing = transact(world.system(), (tx) => sealPeriod(tx, '2026-06'));
  const ended = await Promise.race([closing.then(() => 'closed'), sleep(300, 'waiting')]);
  await slow.query('commit');
  await closing;

  expect(ended).toBe('waiting');
  expect((await findPeriods(world.bookkeeper()))[0]?.balance[0]).toMatchObject({ kind: 'cash', closing: 10_007 });
  expect(await world.brokenProofs()).toEqual([]);
});
