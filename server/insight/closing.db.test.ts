import { expect, test } from 'vitest';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { closePeriod, getClosing, proveAndKeep } from './index.ts';

const MINUTES_PER_DAY = 1_440;

test('a month still running cannot be closed; over, it is the one to close, and closed it leaves its turn to the next', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const books = () => world.bookkeeper();
  expect(await getClosing(books())).toEqual({ months: [], next: null });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);

  const running = await getClosing(books());
  world.later(30 * MINUTES_PER_DAY);
  await proveAndKeep(books());
  const over = await getClosing(books());
  await closePeriod(books(), '2026-06');
  const closed = await getClosing(books());

  expect(running).toMatchObject({
    months: [{ month: '2026-06', state: 'running' }],
    next: { month: '2026-06', isOver: false, from: '2026-07-01', proof: null },
  });
  expect(over.months.map(({ month, state }) => `${month} ${state}`)).toEqual(['2026-07 running', '2026-06 open']);
  expect(over.next).toMatchObject({ month: '2026-06', isOver: true, proof: { broken: 0 }, waiting: { unapplied: 0 } });
  expect(closed.months.map(({ month, state }) => `${month} ${state}`)).toEqual(['2026-07 running', '2026-06 closed']);
  expect(closed.months[1]?.hash).toHaveLength(64);
  expect(closed.next).toMatchObject({ month: '2026-07', isOver: false });
  expect(await world.brokenProofs()).toEqual([]);
});

test('what stands in the way of closing is for who keeps the books', async () => {
  await using world = await openWorld();
  await expect(getClosing(world.visitor())).rejects.toMatchObject({ code: 'access.denied' });
});
