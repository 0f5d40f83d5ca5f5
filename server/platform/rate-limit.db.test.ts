import { expect, test } from 'vitest';
import { openWorld } from '#server/testing/index.ts';
import { rowsOf, sql } from './index.ts';
import { countTry, forgetTries } from './rate-limit.ts';

const thrice = { times: 3, seconds: 60 };

test('of many who try at once exactly as many as allowed pass', async () => {
  await using world = await openWorld();

  const outcomes = await Promise.allSettled(Array.from({ length: 10 }, () => countTry(world.system(), 'door', thrice)));

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('a window that is over starts anew, another key has its own, and old ones are forgotten', async () => {
  await using world = await openWorld();
  for (let tries = 0; tries < 3; tries += 1) await countTry(world.system(), 'door', thrice);

  await expect(countTry(world.system(), 'door', thrice)).rejects.toMatchObject({ params: { seconds: 60 } });
  await countTry(world.system(), 'window', thrice);
  world.later(1);
  await countTry(world.system(), 'door', thrice);

  world.later(2);
  await forgetTries(world.system());
  expect(await rowsOf(world.system(), sql`select key from rate_limit`)).toEqual([]);
});
