import { expect, test } from 'vitest';
import { type Fen, fen } from '#server/kernel/money.ts';
import { sql } from '#server/platform/index.ts';
import { anOpenPromotion, aPaidOrder, aPlacedOrder, openWorld } from '#server/testing/index.ts';
import { book, earnedBy, lineOf, owedTo, purgedDuring, send, stateOf, stockOf, threeJars } from './refund.factory.ts';

test('a jar that was never sent goes back on the shelf, and each party gives back its part of it', async () => {
  await using world = await openWorld();
  const { household, seller, order, line } = await threeJars(world);

  const refund = await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });

  expect(refund).toMatchObject({ total: 4500, number: `${order.number}-1-R1` });
  expect(
    await world.rows(
      sql`select paid_fen, household_fen, seller_fen, packing_fen, platform_fen, count from refund_line`,
    ),
  ).toEqual([{ paid_fen: 4500, household_fen: 2500, seller_fen: 1665, packing_fen: 200, platform_fen: 135, count: 1 }]);
  expect(await stockOf(world, household)).toEqual({
    onHand: 5000,
    promised: 1000,
    earnedQuantity: 1000,
    earnedFen: 5000,
  });
  expect(await owedTo(world, `household-earned:${household.id}`)).toBe(5000);
  expect(await owedTo(world, `seller-earned:${seller.id}`)).toBe(3330);
  expect(await owedTo(world, `buyer-credit:${order.id}`)).toBe(4500);
  expect(await world.rows(sql`select amount_fen, state, because from payment_refund`)).toEqual([
    { amount_fen: 4500, state: 'due', because: 'after-sales' },
  ]);
  expect(await world.rows(sql`select topic, key from outbox where topic = 'refund.booked'`)).toEqual([
    { topic: 'refund.booked', key: refund.id },
  ]);
  expect(await stateOf(world, order)).toEqual([{ order: 'paid', parcel: 'to-pack' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('goods that come back are on the shelf again; spoiled ones are written off in the same breath', async () => {
  await using world = await openWorld();
  const { household, seller, order, line } = await threeJars(world);
  await send(world, seller, order);

  await book(world, line, { kind: 'goodwill', goods: 'returned', lines: [{ lineId: line.id, count: 1 }] });
  const afterOne = await stockOf(world, household);
  await book(world, line, {
    kind: 'goodwill',
    goods: 'returned',
    spoiled: true,
    lines: [{ lineId: line.id, count: 2 }],
  });

  expect(afterOne).toEqual({ onHand: 4000, promised: 0, earnedQuantity: 1000, earnedFen: 5000 });
  expect(await stockOf(world, household)).toEqual({ onHand: 4000, promised: 0, earnedQuantity: 0, earnedFen: 0 });
  expect(await world.rows(sql`select reason, delta from movement where evidence_kind = 'refund' order by id`)).toEqual([
    { reason: 'return', delta: 500 },
    { reason: 'return', delta: 1000 },
    { reason: 'write-off', delta: -1000 },
  ]);
  expect(await owedTo(world, `household-earned:${household.id}`)).toBe(0);
  expect(await world.rows(sql`select state, sent_quantity, returned_quantity from allocation`)).toEqual([
    { state: 'returned', sent_quantity: 1500, returned_quantity: 1500 },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('money for goods the buyer keeps is borne by everybody, or by the seller where it is his fault; the share stays sold', async () => {
  await using world = await openWorld();
  const { household, seller, order, line } = await threeJars(world);
  await send(world, seller, order);

  const goodwill = { kind: 'goodwill', goods: 'kept' } as const;
  await book(world, line, { ...goodwill, lines: [{ lineId: line.id, amount: fen(1350) }] });
  const shared = await owedTo(world, `household-earned:${household.id}`);
  await book(world, line, { ...goodwill, bearer: 'seller', lines: [{ lineId: line.id, amount: fen(1000) }] });

  expect(shared).toBe(6750);
  expect(await owedTo(world, `household-earned:${household.id}`)).toBe(6750);
  expect(await owedTo(world, `seller-earned:${seller.id}`)).toBe(4995 - 499 - 1000);
  expect(await stockOf(world, household)).toEqual({ onHand: 3500, promised: 0, earnedQuantity: 1500, earnedFen: 7500 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a whole parcel goes back with its freight, and parcel and order are cancelled', async () => {
  await using world = await openWorld();
  const { pack, household } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const line = await lineOf(world, order);

  const refund = await book(world, line, {
    kind: 'cancelled',
    freight: 'all-left',
    lines: [{ lineId: line.id, count: 2 }],
  });

  expect(refund.total).toBe(9600);
  expect(await stateOf(world, order)).toEqual([{ order: 'cancelled', parcel: 'cancelled' }]);
  expect(await stockOf(world, household)).toEqual({ onHand: 5000, promised: 0, earnedQuantity: 0, earnedFen: 0 });
  const balances = await world.rows<{ code: string; fen: number }>(
    sql`select account.kind as code, sum(amount)::bigint as fen from posting join account on account.id = account_id
        group by account.kind having sum(amount) <> 0 order by 1`,
  );
  expect(balances).toEqual([
    { code: 'buyer-credit', fen: -9600 },
    { code: 'clearing', fen: 9600 },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('freight alone can go back, and never twice', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const line = await lineOf(world, await aPaidOrder(world, [{ pack: pack.code, count: 1 }]));

  const refund = await book(world, line, { kind: 'goodwill', goods: 'kept', freight: fen(400), lines: [] });
  const tooMuch = book(world, line, { kind: 'goodwill', goods: 'kept', freight: fen(300), lines: [] });

  expect(refund.total).toBe(400);
  await expect(tooMuch).rejects.toMatchObject({ code: 'refunds.more-than-left', params: { left: 200 } });
  expect(await world.brokenProofs()).toEqual([]);
});

test('the same key books once, and what was booked before is told again', async () => {
  await using world = await openWorld();
  const { order, line } = await threeJars(world);

  const first = await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });
  const again = await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });

  expect(again).toEqual(first);
  expect(await owedTo(world, `buyer-credit:${order.id}`)).toBe(4500);
  expect(await world.rows(sql`select count(*)::int as refunds from refund`)).toEqual([{ refunds: 1 }]);
});

test('more than is left, nothing at all, a line of another parcel and an unpaid order are refused, and nothing is written', async () => {
  await using world = await openWorld();
  const { pack, order, line } = await threeJars(world);
  const unpaid = await lineOf(world, await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]));
  const kept = { goods: 'kept', kind: 'goodwill' } as const;

  const refusals = await Promise.allSettled([
    book(world, line, { lines: [{ lineId: line.id, count: 4 }] }),
    book(world, line, { goods: 'returned', lines: [{ lineId: line.id, count: 1 }] }),
    book(world, line, { ...kept, lines: [{ lineId: line.id, amount: fen(13_501) }] }),
    book(world, line, { lines: [{ lineId: line.id, quantity: 1501 }] }),
    book(world, line, { lines: [] }),
    book(world, line, { lines: [{ lineId: unpaid.id, count: 1 }] }),
    book(world, unpaid, { lines: [{ lineId: unpaid.id, count: 1 }] }),
  ]);

  expect(refusals.map((refusal) => (refusal.status === 'rejected' ? refusal.reason.code : 'booked'))).toEqual([
    'refunds.more-than-left',
    'refunds.more-than-left',
    'refunds.more-than-left',
    'refunds.more-than-left',
    'refunds.nothing',
    'refunds.line-unknown',
    'refunds.not-paid',
  ]);
  expect(await owedTo(world, `buyer-credit:${order.id}`)).toBe(0);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a household that has given everything back gives nothing more', async () => {
  await using world = await openWorld();
  const { household, seller, order, line } = await threeJars(world);
  await send(world, seller, order);
  const kept = { goods: 'kept', kind: 'goodwill' } as const;
  await book(world, line, { ...kept, lines: [{ lineId: line.id, amount: fen(13_500) }] });

  const more = book(world, line, { ...kept, lines: [{ lineId: line.id, amount: 1 as Fen }] });

  await expect(more).rejects.toMatchObject({ code: 'refunds.more-than-left', params: { left: 0 } });
  expect(await owedTo(world, `household-earned:${household.id}`)).toBe(0);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of a gift set each produce goes back to its own household', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const [honey, tea] = [await world.produce(), await world.produce()];
  const [beekeeper, teaFarmer] = [await world.household('张春生'), await world.household('李茶香')];
  const set = await world.pack(
    seller,
    [
      { produce: honey, quantity: 500 },
      { produce: tea, quantity: 125 },
    ],
    { price: 16_800 },
  );
  await world.lot(seller, honey, [{ household: beekeeper, quantity: 2000 }]);
  await world.lot(seller, tea, [{ household: teaFarmer, quantity: 1000, agreedPrice: 60_000 }]);
  const order = await aPaidOrder(world, [{ pack: set.code, count: 2 }]);
  const line = await lineOf(world, order);

  await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });

  expect(await stockOf(world, beekeeper)).toEqual({
    onHand: 2000,
    promised: 500,
    earnedQuantity: 500,
    earnedFen: 2500,
  });
  expect(await stockOf(world, teaFarmer)).toEqual({
    onHand: 1000,
    promised: 125,
    earnedQuantity: 125,
    earnedFen: 7500,
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('what a share earned is rounded from where a refund left it: the next sale costs nobody a fen', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const [produce, household] = [await world.produce(), await world.household()];
  const pack = await world.pack(seller, [{ produce, quantity: 333 }], { price: 1500 });
  await world.lot(seller, produce, [{ household, quantity: 3330, agreedPrice: 1001 }]);
  // 333 g at 10.01 a kilo are 333.333 fen: a first pack earns 333, the second 334, a third would earn 333.
  const [first, second] = [
    await aPaidOrder(world, [{ pack: pack.code, count: 1 }]),
    await aPaidOrder(world, [{ pack: pack.code, count: 1 }]),
  ];
  const line = await lineOf(world, first);

  await book(world, line, { kind: 'cancelled', freight: 'all-left', lines: [{ lineId: line.id, count: 1 }] });
  const third = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);

  const earned = await Promise.all([first, second, third].map((order) => earnedBy(world, order)));
  expect(earned).toEqual([0, 334, 333]);
  expect(await stockOf(world, household)).toMatchObject({ earnedQuantity: 666, earnedFen: 667 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('who funded a discount gets his part back, and the buyer only what he paid', async () => {
  await using world = await openWorld();
  const { seller, pack, household } = await world.jar({ packs: 10 });
  const ofSeller = { automatic: true, funderKind: 'seller', organization: seller.code, amount: '3.5' };
  await anOpenPromotion(world, ofSeller);
  const coupon = await anOpenPromotion(world, { amount: '10' });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 3 }], { coupon: coupon.code });
  const line = await lineOf(world, order);

  const refund = await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });

  expect(refund.total).toBe(4050);
  expect(await world.rows(sql`select funder, fen from refund_funder`)).toEqual([{ funder: 'platform', fen: 333 }]);
  expect(await owedTo(world, 'promotion:platform')).toBe(-667);
  expect(await owedTo(world, `household-earned:${household.id}`)).toBe(5000);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a neighbour’s page, the lot’s page and the shelf are told when goods go back', async () => {
  await using world = await openWorld();
  const { household, lot, pack, order, line } = await threeJars(world);
  const heard = await purgedDuring(world, () => book(world, line, { lines: [{ lineId: line.id, count: 1 }] }));

  expect(order.number).not.toBe('');
  expect(heard).toEqual(
    expect.arrayContaining([
      'figures',
      `household:${household.code}`,
      `lot:${lot.code}`,
      `product:${pack.productSlug}`,
    ]),
  );
});

test('of two refunds racing for the same last jar, one is booked and the other refused', async () => {
  await using world = await openWorld();
  const { seller, produce, order, line } = await threeJars(world);
  const twoJars = (key: string) => () => book(world, line, { key, lines: [{ lineId: line.id, count: 2 }] });

  const outcomes = await world.raceFor(await world.poolOf(seller, produce), twoJars('one'), twoJars('two'));

  const refusals = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refusals).toMatchObject([{ reason: { code: 'refunds.more-than-left', params: { left: 1 } } }]);
  expect(await owedTo(world, `buyer-credit:${order.id}`)).toBe(9000);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a missing jar is the one drawn last, every time: whose jar was sent keeps all of his money', async () => {
  await using world = await openWorld();
  const [seller, produce] = [await world.seller(), await world.produce()];
  const [first, second] = [await world.household(), await world.household()];
  const pack = await world.pack(seller, [{ produce, quantity: 500 }], { price: 4500 });
  await world.lot(seller, produce, [
    { household: first, quantity: 10_000 },
    { household: second, quantity: 10_000 },
  ]);

  const kept = [];
  for (const turn of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
    const line = await lineOf(world, order);
    await book(world, line, { key: turn, lines: [{ lineId: line.id, count: 1 }] });
    kept.push((await stockOf(world, first)).earnedQuantity);
  }

  // It is always the turn of who has sold less, so the two take turns in being drawn first.
  expect(kept).toEqual([500, 500, 1000, 1000, 1500, 1500]);
  expect(await world.brokenProofs()).toEqual([]);
});
