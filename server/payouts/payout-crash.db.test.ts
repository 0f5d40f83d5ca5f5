import { expect, test } from 'vitest';
import { matureParcel } from '#server/dues/index.ts';
import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { type Ctx, sql, transact } from '#server/platform/index.ts';
import { confirmStatement, stateDues } from '#server/statements/index.ts';
import { crashAtEachStep } from '#server/testing/crash-at.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { approvePayout, assemblePayout, continuePayouts, exportBankFile, importBankResults } from './index.ts';
import { aBookkeeper, withCards } from './settlement.factory.ts';

const SLOW_MS = 400_000;
const JAR_FEN = 2_500;

type Case = { statementId: string; accessCode: string; nth: number; key: string };

/** One more household with an agreed statement of 25 yuan, in the same world. */
async function anAgreed(world: World, nth: number): Promise<Case> {
  world.now = new Date('2026-06-01T04:00:00Z');
  const { pack } = await world.jar({ packs: 1, agreedPrice: 5000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await withCards(world);
  await transact(world.system(), async (tx) => {
    const [parcel] = await world.rows<{ id: string }>(sql`select id from parcel where order_id = ${order.id}`);
    return matureParcel(tx, present(parcel, 'the parcel').id);
  });
  world.now = new Date('2026-07-01T04:00:00Z');
  await stateDues(world.system(), { until: addDays(businessDayOf(world.now), -1) });
  const [made] = await world.rows<Omit<Case, 'nth' | 'key'>>(
    sql`select id as "statementId", access_code as "accessCode" from statement where state = 'stated'`,
  );
  const given = { ...present(made, 'the statement'), nth, key: `case-${nth}` };
  await confirmStatement(world.visitor(), { accessCode: given.accessCode }, { deductions: 'accept' });
  return given;
}

/** What people and the worker do with the run of a key until the bank has paid it; begun anywhere, it goes on from there. */
async function payOut(world: World, given: Case, through: (ctx: Ctx) => Ctx): Promise<void> {
  const maker = through(aBookkeeper(world, 'maker'));
  const { id } = await assemblePayout(maker, { payer: 'platform', key: given.key });
  const stateOf = async () =>
    (await world.rows<{ state: string }>(sql`select state from payout_run where id = ${id}`))[0]?.state;
  if ((await stateOf()) === 'assembled') await approvePayout(through(aBookkeeper(world, 'checker')), id);
  await exportBankFile(maker, id);
  const transfers = await world.rows<{ number: string }>(sql`select number from transfer where run_id = ${id}`);
  const bytes = Buffer.from(`业务编号,金额,结果\n${transfers.map(({ number }) => `${number},25.00,成功`).join('\n')}`);
  await importBankResults(maker, id, { name: 'results.csv', bytes });
}

test(
  'killed at any step of a payout, the household is paid once: never twice, never not at all',
  async () => {
    await using world = await openWorld();
    let cases = 0;

    const died = await crashAtEachStep(
      () => anAgreed(world, ++cases),
      (crash, given) => payOut(world, given, (ctx) => crash.ctx(ctx)),
      async (given) => {
        await continuePayouts(world.system());
        await payOut(world, given, (ctx) => ctx);
        const [paid] = await world.rows<{ transfers: number; state: string }>(
          sql`select count(transfer.id)::int as transfers, statement.state from statement
              left join transfer on transfer.statement_id = statement.id and transfer.state = 'paid'
              where statement.id = ${given.statementId} group by statement.state`,
        );
        expect(paid).toEqual({ transfers: 1, state: 'paid' });
        const [bank] = await world.rows<{ fen: number }>(
          sql`select -sum(amount)::bigint as fen from posting join account on account.id = account_id where kind = 'bank'`,
        );
        expect(bank?.fen).toBe(given.nth * JAR_FEN);
      },
    );

    expect(died).toBeGreaterThan(30);
    expect(await world.brokenProofs()).toEqual([]);
  },
  SLOW_MS,
);
