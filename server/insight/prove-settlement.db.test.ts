import { expect, test } from 'vitest';
import { fillFund, matureDues } from '#server/dues/index.ts';
import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { approvePayout, assemblePayout, exportBankFile, importBankResults } from '#server/payouts/index.ts';
import { aBookkeeper, aDeliveredOrder, withCards } from '#server/payouts/settlement.factory.ts';
import { run, sql, transact } from '#server/platform/index.ts';
import type { ProofResult } from '#server/platform/proof.ts';
import { settleSilent, stateDues } from '#server/statements/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { runAllProofs } from './prove-books.ts';
import { settlementDamages } from './settlement-damages.ts';

const DAY = 24 * 60;

/** Three households: one is paid, of one the bank does not know yet, one is owed and on no statement. */
async function settle(world: World): Promise<void> {
  const jars = [await world.jar({ packs: 9 }), await world.jar({ packs: 9 })];
  for (const { seller, pack } of jars) {
    await aDeliveredOrder(world, seller, (await aPaidOrder(world, [{ pack: pack.code, count: 1 }])).number);
  }
  await withCards(world);
  world.now = new Date('2026-07-05T04:00:00Z');
  await matureDues(world.system());
  world.later(10 * DAY);
  await stateDues(world.system(), { until: addDays(businessDayOf(world.now), -1) });
  world.later(4 * DAY);
  await settleSilent(world.system());
  await fillFund(world.bookkeeper(), { amount: 1_000, from: 'county', key: 'first' });

  const { id } = await assemblePayout(aBookkeeper(world, 'maker'), { payer: 'platform', key: 'run' });
  await approvePayout(aBookkeeper(world, 'checker'), id);
  await exportBankFile(aBookkeeper(world, 'maker'), id);
  const [paid, unknown] = await world.rows<{ number: string }>(sql`select number from transfer order by number`);
  const bytes = Buffer.from(`业务编号,金额,结果\n${paid?.number},25.00,成功\n${unknown?.number},25.00,处理中`);
  await importBankResults(world.bookkeeper(), id, { name: 'results.csv', bytes });

  const { seller, pack } = await world.jar({ packs: 9 });
  await aDeliveredOrder(world, seller, (await aPaidOrder(world, [{ pack: pack.code, count: 1 }])).number);
  world.later(9 * DAY);
  await matureDues(world.system());
}

async function provedAfter(world: World, statements: string): Promise<ProofResult[]> {
  const undone = new Error('undone');
  let results: ProofResult[] = [];
  const work = transact(world.system(), async (tx) => {
    for (const statement of ['set local session_replication_role = replica', ...statements.split(';')]) {
      await run(tx, sql.raw(statement));
    }
    results = await runAllProofs(tx);
    throw undone;
  });
  await expect(work).rejects.toBe(undone);
  return results;
}

test('whatever is done to household money on its way, the right proof says so', async () => {
  await using world = await openWorld();
  await settle(world);
  expect(await world.brokenProofs()).toEqual([]);

  const unseen = [];
  for (const { proof, done, sql: statements } of settlementDamages) {
    const told = (await provedAfter(world, statements)).find(({ name }) => name === proof);
    if (!told || told.holds || told.breaks[0]?.found === told.breaks[0]?.expected) unseen.push(done);
  }

  expect(unseen).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});
