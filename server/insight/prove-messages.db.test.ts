import { expect, test } from 'vitest';
import { tellNews } from '#server/notices/notices.factory.ts';
import { beat, run, sql, transact } from '#server/platform/index.ts';
import type { ProofResult } from '#server/platform/proof.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { messageDamages } from './message-damages.ts';
import { runAllProofs } from './prove-books.ts';

async function provedAfter(world: World, statement: string): Promise<ProofResult[]> {
  const undone = new Error('undone');
  let results: ProofResult[] = [];
  const work = transact(world.system(), async (tx) => {
    await run(tx, sql.raw(statement));
    results = await runAllProofs(tx);
    throw undone;
  });
  await expect(work).rejects.toBe(undone);
  return results;
}

test('a message that nobody sends is found by the proof, with which', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await tellNews(world);
  await beat(world.system(), 'messages.send', 5);
  const [message] = await world.rows<{ id: string }>(sql`select id from message`);
  expect(await world.brokenProofs()).toEqual([]);

  const seen = [];
  for (const { proof, sql: statement } of messageDamages) {
    const told = (await provedAfter(world, statement)).find(({ name }) => name === proof);
    seen.push(told?.breaks.map(({ where }) => where));
  }

  expect(seen).toEqual(messageDamages.map(() => [message?.id]));
  expect(await world.brokenProofs()).toEqual([]);
});
