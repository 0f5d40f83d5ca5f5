import { expect, test } from 'vitest';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, aPlacedOrder, openWorld } from '#server/testing/index.ts';
import { aParcelOfTwoLines, BY_HAND, goodsOf, refundsOf, statesOf } from './fulfilment.factory.ts';
import { deliverParcel, getPickList, reportShort, shipParcel, startPacking, stopPacking } from './index.ts';

test('a parcel travels in parts: partly shipped until the last pack is sent, each part with its own number', async () => {
  await using world = await openWorld();
  const { seller, order, number, first, second } = await aParcelOfTwoLines(world);
  const clerk = world.clerk(seller);

  await startPacking(clerk, number);
  await shipParcel(clerk, number, {
    courier: 'SF',
    trackingNumber: 'SF1234567890123',
    lines: [
      { line: 0, count: 2 },
      { line: 1, count: 0 },
    ],
  });
  const between = [await statesOf(world, order), await goodsOf(world, order)];
  world.later(60);
  await shipParcel(world.clerk(seller), number, { courier: 'EMS', trackingNumber: 'EB123456789CN' });

  expect(between).toEqual([
    [{ order: 'paid', parcel: 'partly-shipped' }],
    [
      { sent: 1000, unsent: 0, state: 'promised' },
      { sent: 0, unsent: 0, state: 'promised' },
    ],
  ]);
  expect(await statesOf(world, order)).toEqual([{ order: 'paid', parcel: 'shipped' }]);
  const { shipments, lines, picks } = await getPickList(world.clerk(seller), number);
  expect(shipments).toMatchObject([
    { courier: 'SF', trackingNumber: 'SF1234567890123', lines: [{ line: 0, count: 2 }] },
    {
      courier: 'EMS',
      lines: [
        { line: 0, count: 1 },
        { line: 1, count: 2 },
      ],
    },
  ]);
  expect(lines).toMatchObject([
    { sent: 3, toSend: 0 },
    { sent: 2, toSend: 0 },
  ]);
  expect(picks.map(({ household, quantity }) => [household.code, quantity])).toEqual([
    [first.code, 1500],
    [second.code, 250],
  ]);
  expect(
    await world.rows(
      sql`select -delta as grams from movement where reason = 'sale' and evidence_kind = 'parcel' order by id`,
    ),
  ).toEqual([{ grams: 1000 }, { grams: 500 }, { grams: 250 }]);
  expect(
    await world.rows(
      sql`select payload->'complete' as complete from outbox where topic = 'parcel.shipped' order by id`,
    ),
  ).toEqual([{ complete: false }, { complete: true }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('more than is left, nothing at all, another line and a parcel not paid or gone are not sent', async () => {
  await using world = await openWorld();
  const { seller, order, number, jar } = await aParcelOfTwoLines(world);
  const clerk = world.clerk(seller);
  const unpaid = await aPlacedOrder(world.visitor(), [{ pack: jar.code, count: 1 }]);
  const send = (lines: { line: number; count: number }[], of = number) => shipParcel(clerk, of, { ...BY_HAND, lines });

  await expect(send([{ line: 0, count: 4 }])).rejects.toMatchObject({
    code: 'fulfilment.more-than-left',
    params: { left: 3 },
  });
  await expect(send([{ line: 0, count: 0 }])).rejects.toMatchObject({ code: 'fulfilment.nothing-to-ship' });
  await expect(send([{ line: 7, count: 1 }])).rejects.toMatchObject({ code: 'refunds.line-unknown' });
  await expect(shipParcel(clerk, `${unpaid.number}-1`, BY_HAND)).rejects.toMatchObject({ code: 'machine.wrong-state' });
  await shipParcel(clerk, number, BY_HAND);
  await expect(shipParcel(clerk, number, BY_HAND)).rejects.toMatchObject({ code: 'machine.wrong-state' });

  expect(await statesOf(world, order)).toEqual([{ order: 'paid', parcel: 'shipped' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of two clerks racing to send the same parcel, one is refused and the goods leave once', async () => {
  await using world = await openWorld();
  const { seller, order, honey, number } = await aParcelOfTwoLines(world);
  const send = () => shipParcel(world.clerk(seller), number, BY_HAND);

  const outcomes = await world.raceForRow('trade_order', order.id, send, send);

  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'machine.wrong-state' } },
  ]);
  expect(await world.poolOf(seller, honey)).toMatchObject({ on_hand: 3500, promised: 0 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a broken jar is written off and paid back at once, the rest is sent, and the parcel counts as sent', async () => {
  await using world = await openWorld();
  const { seller, order, number, honey } = await aParcelOfTwoLines(world);
  const clerk = world.clerk(seller);
  await startPacking(clerk, number);

  const short = { line: 0, count: 1, reason: 'spoiled', key: 'form-0001' } as const;
  const refund = await reportShort(clerk, number, short);
  const again = await reportShort(clerk, number, short);
  await shipParcel(clerk, number, BY_HAND);

  expect(again).toEqual(refund);
  expect(await refundsOf(world, order)).toEqual([{ kind: 'short', goods: 4500, freight: 0 }]);
  expect(await world.poolOf(seller, honey)).toMatchObject({ on_hand: 3500, promised: 0, available: 3500 });
  expect(await world.rows(sql`select delta from movement where reason = 'write-off'`)).toEqual([{ delta: -500 }]);
  expect(await statesOf(world, order)).toEqual([{ order: 'paid', parcel: 'shipped' }]);
  expect((await getPickList(clerk, number)).lines[0]).toMatchObject({ count: 3, sent: 2, givenBack: 1, toSend: 0 });
  expect(await world.rows(sql`select key from outbox where topic = 'refund.booked'`)).toHaveLength(1);
  expect(await world.brokenProofs()).toEqual([]);
});

test('what is short after the rest was sent closes the parcel; what was not harvested is on the shelf again', async () => {
  await using world = await openWorld();
  const { seller, order, number, tea } = await aParcelOfTwoLines(world);
  const clerk = world.clerk(seller);
  await shipParcel(clerk, number, { ...BY_HAND, lines: [{ line: 0, count: 3 }] });

  await reportShort(clerk, number, { line: 1, count: 2, reason: 'not-harvested', key: 'form-0001' });

  expect(await statesOf(world, order)).toEqual([{ order: 'paid', parcel: 'shipped' }]);
  expect(await world.poolOf(seller, tea)).toMatchObject({ on_hand: 1000, promised: 0, available: 1000 });
  await deliverParcel(clerk, number);
  expect(await statesOf(world, order)).toEqual([{ order: 'completed', parcel: 'delivered' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('when nothing at all can be sent the freight goes back too, and parcel and order are cancelled', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 3 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const number = `${order.number}-1`;

  await reportShort(world.clerk(seller), number, { line: 0, count: 1, reason: 'missing', key: 'form-0001' });

  expect(await refundsOf(world, order)).toEqual([{ kind: 'short', goods: 4500, freight: 600 }]);
  expect(await statesOf(world, order)).toEqual([{ order: 'cancelled', parcel: 'cancelled' }]);
  await expect(startPacking(world.clerk(seller), number)).rejects.toMatchObject({
    code: 'fulfilment.cancelled-meanwhile',
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('packing begins and is put back; another cooperative can do neither, nor report, nor send', async () => {
  await using world = await openWorld();
  const { seller, order, number } = await aParcelOfTwoLines(world);
  const stranger = world.clerk(await world.seller());

  await startPacking(world.clerk(seller), number);
  await startPacking(world.clerk(seller), number);
  const packing = await statesOf(world, order);
  await stopPacking(world.clerk(seller), number);

  expect(packing).toEqual([{ order: 'paid', parcel: 'packing' }]);
  expect(await statesOf(world, order)).toEqual([{ order: 'paid', parcel: 'to-pack' }]);
  const short = { line: 0, count: 1, reason: 'missing', key: 'form-0001' } as const;
  for (const refused of [startPacking(stranger, number), reportShort(stranger, number, short)]) {
    await expect(refused).rejects.toMatchObject({ kind: 'forbidden' });
  }
  expect(await world.brokenProofs()).toEqual([]);
});
