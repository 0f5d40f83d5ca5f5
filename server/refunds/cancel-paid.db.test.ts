import { expect, test } from 'vitest';
import { deliverParcel, reportShort, shipParcel, startPacking } from '#server/fulfilment/index.ts';
import { sql } from '#server/platform/index.ts';
import { aPaidOrder, aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import { cancelPaid, changeDelivery, findOrderRefunds, takeFewer } from './index.ts';
import { owedTo, stateOf, stockOf } from './refund.factory.ts';

const NEW_ADDRESS = {
  recipient: '林晚',
  phone: '13900005678',
  region: '350721',
  address: '城东路 2 号',
  note: '放门口',
};

/** One order of two sellers, two jars of each. */
async function twoSellers(world: World) {
  const [honey, tea] = [await world.jar({ packs: 10 }), await world.jar({ packs: 10 })];
  const order = await aPaidOrder(world, [
    { pack: honey.pack.code, count: 2 },
    { pack: tea.pack.code, count: 2 },
  ]);
  return { honey, tea, order, reader: { accessKey: order.accessKey } };
}

test('a paid order is taken back whole while nobody packs: every account stands at nothing but what the buyer is owed', async () => {
  await using world = await openWorld();
  const { honey, tea, order, reader } = await twoSellers(world);

  await cancelPaid(world.visitor(), order.number, reader, { parcel: '' });

  expect(await stateOf(world, order)).toEqual([
    { order: 'cancelled', parcel: 'cancelled' },
    { order: 'cancelled', parcel: 'cancelled' },
  ]);
  expect(await owedTo(world, `buyer-credit:${order.id}`)).toBe(order.total);
  for (const { household } of [honey, tea]) {
    expect(await owedTo(world, `household-earned:${household.id}`)).toBe(0);
    expect(await stockOf(world, household)).toEqual({ onHand: 5000, promised: 0, earnedQuantity: 0, earnedFen: 0 });
  }
  const refunds = await findOrderRefunds(world.visitor(), order.number, reader);
  expect(refunds).toMatchObject([
    { kind: 'cancelled', total: 9600, freight: 600, state: 'due', households: [{ maskedName: '张*生', fen: 5000 }] },
    { kind: 'cancelled', total: 9600 },
  ]);
  await expect(cancelPaid(world.visitor(), order.number, reader, { parcel: '' })).rejects.toMatchObject({
    code: 'refunds.cancelled-already',
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('one seller’s parcel is taken back while the other is packed; the order goes on with what is left', async () => {
  await using world = await openWorld();
  const { tea, order, reader } = await twoSellers(world);
  await startPacking(world.clerk(tea.seller), `${order.number}-2`);

  const whole = cancelPaid(world.visitor(), order.number, reader, { parcel: '' });
  await expect(whole).rejects.toMatchObject({
    code: 'refunds.packing-begun',
    params: { parcel: `${order.number}-2` },
  });
  await cancelPaid(world.visitor(), order.number, reader, { parcel: `${order.number}-1` });
  await shipParcel(world.clerk(tea.seller), `${order.number}-2`, { courier: 'SELF', trackingNumber: '' });
  await deliverParcel(world.clerk(tea.seller), `${order.number}-2`);

  expect(await stateOf(world, order)).toEqual([
    { order: 'completed', parcel: 'cancelled' },
    { order: 'completed', parcel: 'delivered' },
  ]);
  expect(await owedTo(world, `buyer-credit:${order.id}`)).toBe(9600);
  expect(await world.brokenProofs()).toEqual([]);
});

test('what was short before goes back once, and the rest of it with the cancellation', async () => {
  await using world = await openWorld();
  const { honey, order, reader } = await twoSellers(world);
  const short = { line: 0, count: 1, reason: 'spoiled', key: 'form-0001' } as const;
  await reportShort(world.clerk(honey.seller), `${order.number}-1`, short);

  await cancelPaid(world.visitor(), order.number, reader, { parcel: '' });

  expect(await owedTo(world, `buyer-credit:${order.id}`)).toBe(order.total);
  expect(await stockOf(world, honey.household)).toEqual({ onHand: 4500, promised: 0, earnedQuantity: 0, earnedFen: 0 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a stranger, an order not paid and a parcel of another order are refused', async () => {
  await using world = await openWorld();
  const { honey, order, reader } = await twoSellers(world);
  const unpaid = await aPlacedOrder(world.visitor(), [{ pack: honey.pack.code, count: 1 }]);
  const cancel = (number: string, accessKey: string | null, parcel = '') =>
    cancelPaid(world.visitor(), number, { accessKey }, { parcel });

  await expect(cancel(order.number, null)).rejects.toMatchObject({ code: 'orders.unknown' });
  await expect(cancel(unpaid.number, unpaid.accessKey)).rejects.toMatchObject({ code: 'refunds.not-paid' });
  await expect(cancel(order.number, order.accessKey, `${unpaid.number}-1`)).rejects.toMatchObject({
    code: 'orders.parcel-unknown',
  });
  await expect(findOrderRefunds(world.visitor(), order.number, { accessKey: null })).rejects.toMatchObject({
    kind: 'not-found',
  });
  expect(await findOrderRefunds(world.visitor(), order.number, reader)).toEqual([]);
});

test('of a clerk who begins to pack and a buyer who cancels at the same moment, one goes ahead and the other is told why not', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);

  const [packing, cancelling] = await world.raceForRow<unknown>(
    'trade_order',
    order.id,
    () => startPacking(world.clerk(seller), `${order.number}-1`),
    () => cancelPaid(world.visitor(), order.number, { accessKey: order.accessKey }, { parcel: '' }),
  );

  if (packing?.status === 'fulfilled') {
    expect(cancelling).toMatchObject({ status: 'rejected', reason: { code: 'refunds.packing-begun' } });
    expect(await stateOf(world, order)).toEqual([{ order: 'paid', parcel: 'packing' }]);
  } else {
    expect(packing).toMatchObject({ reason: { code: 'fulfilment.cancelled-meanwhile' } });
    expect(cancelling?.status).toBe('fulfilled');
    expect(await stateOf(world, order)).toEqual([{ order: 'cancelled', parcel: 'cancelled' }]);
  }
  expect(await world.brokenProofs()).toEqual([]);
});

test('fewer packs give back their money and no freight; asked for again nothing more goes back, and more is refused', async () => {
  await using world = await openWorld();
  const { honey, tea, order, reader } = await twoSellers(world);
  const keep = (count: number) =>
    takeFewer(world.visitor(), order.number, reader, { parcel: `${order.number}-1`, lines: [{ line: 0, count }] });

  expect(await keep(1)).toMatchObject({ total: 4500 });
  expect(await keep(1)).toBeNull();
  await expect(keep(2)).rejects.toMatchObject({ code: 'refunds.only-fewer', params: { left: 1 } });
  expect(await stockOf(world, honey.household)).toMatchObject({ promised: 500 });
  expect(await keep(0)).toMatchObject({ total: 5100 });
  expect((await stateOf(world, order)).map(({ parcel }) => parcel)).toEqual(['cancelled', 'to-pack']);
  await startPacking(world.clerk(tea.seller), `${order.number}-2`);
  await expect(
    takeFewer(world.visitor(), order.number, reader, {
      parcel: `${order.number}-2`,
      lines: [{ line: 1000, count: 1 }],
    }),
  ).rejects.toMatchObject({ code: 'refunds.packing-begun' });
  expect(await world.brokenProofs()).toEqual([]);
});

test('another person and address within the freight zone are taken, another zone and begun packing are not', async () => {
  await using world = await openWorld();
  const { tea, order, reader } = await twoSellers(world);
  const change = (region: string) => changeDelivery(world.visitor(), order.number, reader, { ...NEW_ADDRESS, region });

  await change('350721');
  const changed = await world.rows(
    sql`select recipient, phone, region_code, region_name->>'zh-CN' as region, address, note from trade_order`,
  );
  await expect(change('110101')).rejects.toMatchObject({ code: 'refunds.other-zone' });
  await expect(change('000000')).rejects.toMatchObject({ code: 'orders.region-unknown' });
  await startPacking(world.clerk(tea.seller), `${order.number}-2`);
  await expect(change('350702')).rejects.toMatchObject({ code: 'refunds.packing-begun' });

  expect(changed).toMatchObject([{ recipient: '林晚', region_code: '350721', address: '城东路 2 号', note: '放门口' }]);
  expect(await world.rows(sql`select after from change_log where what = 'delivery-changed'`)).toEqual([
    { after: { changed: ['recipient', 'phone', 'region', 'address', 'note'] } },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});
