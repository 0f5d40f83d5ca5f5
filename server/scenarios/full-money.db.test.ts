import { expect, test } from 'vitest';
import { openWorld } from '#server/testing/index.ts';
import { playFullMoney } from './full-money/index.ts';
import { openStory } from './story.ts';

test('every fen of an order is followed from the cart of three sellers to the households’ cards and a closed month', async () => {
  await using world = await openWorld();
  const told: string[] = [];

  await playFullMoney(
    world.orm,
    openStory((line) => told.push(line)),
  );

  expect(told.filter((line) => /^\d+\. /.test(line))).toHaveLength(14);
  expect(told).toContain('     应付农户 / payable to household NP-0003  ¥40.00');
  expect(await world.brokenProofs()).toEqual([]);
});
