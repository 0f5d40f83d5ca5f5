import { expect, test } from 'vitest';
import { run, sql } from '#server/platform/index.ts';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { aParcelByWeight, BY_HAND, goodsOf, refundsOf, statesOf } from './fulfilment.factory.ts';
import { getPickList, reportShort, shipParcel, startPacking, stopPacking, weighLine } from './index.ts';

test('a line sold by weight is paid by what it weighed: the rest goes back, also to the household’s share', async () => {
  await using world = await openWorld();
  const { seller, produce, order, number } = await aParcelByWeight(world);
  const clerk = world.clerk(seller);
  await startPacking(clerk, number);
  const before = (await getPickList(clerk, number)).lines[0]?.weight;

  await weighLine(clerk, number, { line: 0, grams: 3500 });
  const weighed = (await getPickList(clerk, number)).lines[0];
  await shipParcel(clerk, number, BY_HAND);

  expect(before).toEqual({ least: 3200, most: 4000, weighed: null });
  expect(weighed).toMatchObject({ toSend: 2, weight: { weighed: 3500 } });
  // 500 g of the 4000 g that 192.00 were paid for.
  expect(await refundsOf(world, order)).toEqual([{ kind: 'catch-weight', goods: 2400, freight: 0 }]);
  expect(await world.rows(sql`select household_fen - unearned_fen as fen from allocation`)).toEqual([{ fen: 10_500 }]);
  expect(await goodsOf(world, order)).toEqual([{ sent: 3500, unsent: 500, state: 'dispatched' }]);
  expect(await world.poolOf(seller, produce)).toMatchObject({ on_hand: 16_500, promised: 0 });
  expect(await statesOf(world, order)).toEqual([{ order: 'paid', parcel: 'shipped' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('unweighed it is not sent, in parts neither, and only a weight within the bound is taken, once, while packing', async () => {
  await using world = await openWorld();
  const { seller, number } = await aParcelByWeight(world);
  const clerk = world.clerk(seller);
  const weigh = (grams: number) => weighLine(clerk, number, { line: 0, grams });

  await expect(weigh(3500)).rejects.toMatchObject({ code: 'fulfilment.not-packing' });
  await startPacking(clerk, number);
  await expect(shipParcel(clerk, number, BY_HAND)).rejects.toMatchObject({ code: 'fulfilment.weigh-first' });
  const bound = { params: { least: 3200, most: 4000 } };
  await expect(weigh(3199)).rejects.toMatchObject({ code: 'fulfilment.weighs-too-little', ...bound });
  await expect(weigh(4001)).rejects.toMatchObject({ code: 'fulfilment.weighs-too-much', ...bound });
  await weigh(3200);
  await expect(weigh(3300)).rejects.toMatchObject({ code: 'fulfilment.already-weighed' });
  await expect(stopPacking(clerk, number)).rejects.toMatchObject({ code: 'fulfilment.already-weighed' });
  const one = { line: 0, count: 1 };
  await expect(shipParcel(clerk, number, { ...BY_HAND, lines: [one] })).rejects.toMatchObject({
    code: 'fulfilment.weighed-together',
  });
  await expect(reportShort(clerk, number, { ...one, reason: 'missing', key: 'form-0001' })).rejects.toMatchObject({
    code: 'fulfilment.weighed-together',
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('the full weight gives nothing back; of one that is short, the bound is that of what is left', async () => {
  await using world = await openWorld();
  const { seller, order, number } = await aParcelByWeight(world);
  const clerk = world.clerk(seller);
  await startPacking(clerk, number);

  await reportShort(clerk, number, { line: 0, count: 1, reason: 'spoiled', key: 'form-0001' });
  await expect(weighLine(clerk, number, { line: 0, grams: 2001 })).rejects.toMatchObject({
    params: { least: 1600, most: 2000 },
  });
  await weighLine(clerk, number, { line: 0, grams: 2000 });
  await shipParcel(clerk, number, BY_HAND);

  expect(await refundsOf(world, order)).toEqual([{ kind: 'short', goods: 9600, freight: 0 }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a gram that comes to no fen goes back to nobody, and the line is sent as full', async () => {
  await using world = await openWorld();
  const seller = await world.seller();
  const [produce, household] = [await world.produce(), await world.household()];
  const pack = await world.pack(seller, [{ produce, quantity: 5000 }], { price: 1000, packing: 0 });
  await run(world.system(), sql`update pack set least_grams = 4000 where id = ${pack.id}`);
  await world.lot(seller, produce, [{ household, quantity: 5000, agreedPrice: 100 }]);
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const number = `${order.number}-1`;
  await startPacking(world.clerk(seller), number);

  await weighLine(world.clerk(seller), number, { line: 0, grams: 4999 });
  await shipParcel(world.clerk(seller), number, BY_HAND);

  expect(await refundsOf(world, order)).toEqual([]);
  expect(await goodsOf(world, order)).toEqual([{ sent: 5000, unsent: 0, state: 'dispatched' }]);
  expect(await world.brokenProofs()).toEqual([]);
});
