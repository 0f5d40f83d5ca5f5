import { expect, test } from 'vitest';
import { aClaim, aDeliveredParcel, anApproval } from '#server/after-sales/claim.factory.ts';
import { approveClaim } from '#server/after-sales/index.ts';
import { run, sql, transact } from '#server/platform/index.ts';
import type { ProofResult } from '#server/platform/proof.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { claimDamages } from './claim-damages.ts';
import { runAllProofs } from './prove-books.ts';

/** What the proofs say right after a damage, past the triggers that refuse such things; the damage is undone. */
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

test('whatever is done to claims behind the software, the right proof says where', async () => {
  await using world = await openWorld();
  const paid = await aDeliveredParcel(world);
  await approveClaim(world.clerk(paid.seller), await aClaim(world, paid), anApproval());
  await aClaim(world, await aDeliveredParcel(world));
  expect(await world.brokenProofs()).toEqual([]);

  const unseen = [];
  for (const { proof, done, sql: statements, where } of claimDamages) {
    const first = (await provedAfter(world, statements)).find(({ name }) => name === proof)?.breaks[0];
    if (!first?.where.endsWith(where) || first.found === first.expected) unseen.push(done);
  }

  expect(unseen).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});
