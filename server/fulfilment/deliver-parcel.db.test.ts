import { expect, test } from 'vitest';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { BY_HAND, statesOf } from './fulfilment.factory.ts';
import { deliverParcel, presumeReceived, receiveParcel, shipParcel } from './index.ts';

const HOURS = 60;

test('the buyer says he has it, and says it twice: delivered once, his time to claim runs from the first', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const number = `${order.number}-1`;
  await shipParcel(world.clerk(seller), number, BY_HAND);
  const reader = { accessKey: order.accessKey };

  await receiveParcel(world.visitor(), number, reader);
  world.later(30);
  await receiveParcel(world.visitor(), number, reader);

  expect(await statesOf(world, order)).toEqual([{ order: 'completed', parcel: 'delivered' }]);
  expect(await world.rows(sql`select reason from parcel_move where to_state = 'delivered'`)).toEqual([
    { reason: 'buyer' },
  ]);
  expect(
    await world.rows(sql`select extract(epoch from claim_until - delivered_at)::int / 3600 as hours from parcel`),
  ).toEqual([{ hours: 192 }]);
  expect(await world.rows(sql`select key from outbox where topic = 'parcel.delivered'`)).toHaveLength(1);
  expect(await world.brokenProofs()).toEqual([]);
});

test('who cannot show the order is his is told there is no such parcel, and nothing is received before it is sent', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const number = `${order.number}-1`;

  const stranger = receiveParcel(world.visitor(), number, { accessKey: 'x'.repeat(order.accessKey.length) });
  await expect(stranger).rejects.toMatchObject({ kind: 'not-found', code: 'orders.parcel-unknown' });
  const early = receiveParcel(world.visitor(), number, { accessKey: order.accessKey });
  await expect(early).rejects.toMatchObject({ code: 'machine.wrong-state' });
  await expect(deliverParcel(world.clerk(seller), number)).rejects.toMatchObject({ code: 'machine.wrong-state' });
});

test('a parcel long on its way counts as received: fresh goods after three days, others after seven, none before', async () => {
  await using world = await openWorld();
  const fresh = await world.jar({ packs: 10, perishable: true });
  const dry = await world.jar({ packs: 10 });
  const orders = [];
  for (const { seller, pack } of [fresh, dry]) {
    const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
    await shipParcel(world.clerk(seller), `${order.number}-1`, BY_HAND);
    orders.push(order);
  }
  const run = async (hours: number) => {
    world.later(hours * HOURS);
    return presumeReceived(world.system());
  };

  expect([await run(71), await run(1), await run(95), await run(1), await run(24)]).toEqual([0, 1, 0, 1, 0]);

  for (const order of orders) {
    expect(await statesOf(world, order)).toEqual([{ order: 'completed', parcel: 'delivered' }]);
  }
  expect(await world.rows(sql`select reason from parcel_move where to_state = 'delivered'`)).toEqual([
    { reason: 'time' },
    { reason: 'time' },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('when the buyer says he has it while the sweep comes by, it is delivered once and nobody fails', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const number = `${order.number}-1`;
  await shipParcel(world.clerk(seller), number, BY_HAND);
  world.later(200 * HOURS);

  const outcomes = await world.raceForRow<unknown>(
    'trade_order',
    order.id,
    () => receiveParcel(world.visitor(), number, { accessKey: order.accessKey }),
    () => presumeReceived(world.system()),
  );

  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  expect(await world.rows(sql`select key from outbox where topic = 'parcel.delivered'`)).toHaveLength(1);
  expect(await world.brokenProofs()).toEqual([]);
});

test('only the system presumes', async () => {
  await using world = await openWorld();
  await expect(presumeReceived(world.visitor())).rejects.toMatchObject({ kind: 'forbidden' });
});
