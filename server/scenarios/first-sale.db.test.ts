import { expect, test } from 'vitest';
import { openWorld } from '#server/testing/index.ts';
import { playFirstSale } from './first-sale.ts';
import { openStory } from './story.ts';

test('the first sale reaches three households to the fen, and the books hold', async () => {
  await using world = await openWorld();
  const told: string[] = [];

  await playFirstSale(
    world.orm,
    openStory((line) => told.push(line)),
  );

  expect(told.filter((line) => /^\d+\. /.test(line))).toHaveLength(8);
  expect(told).toContain('     到户货款 / household NP-0003  ¥40.00');
  expect(await world.brokenProofs()).toEqual([]);
});

test('a figure that is not what it should be stops the story and says which', () => {
  const story = openStory(() => {});

  expect(() => story.expect('the total', 1, 2)).toThrow('the total: found 1, expected 2');
});
