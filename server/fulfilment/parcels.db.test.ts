import { expect, test } from 'vitest';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { findParcels, getPickList, shipParcel } from './index.ts';

test('a paid order is a parcel to pack, and its pick list names lot, household and weight', async () => {
  await using world = await openWorld();
  const { seller, pack, lot, household } = await world.jar({ packs: 10 });
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);

  const { parcels, counts } = await findParcels(world.clerk(seller), { state: 'to-pack', page: 1 });
  const list = await getPickList(world.clerk(seller), parcels[0]?.number ?? '');

  expect(counts).toMatchObject({ 'to-pack': 1, shipped: 0 });
  expect(list.picks).toMatchObject([
    { lotCode: lot.code, household: { code: household.code, maskedName: '张*生' }, quantity: 1000, baseUnit: 'gram' },
  ]);
  expect(list).toMatchObject({ recipient: '林晓', phone: '13800001234' });
});

test('who packs for another cooperative is refused the parcel, its address and its shipment', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const other = await world.seller();
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const { parcels } = await findParcels(world.clerk(seller), { state: 'to-pack', page: 1 });
  const number = parcels[0]?.number ?? '';

  const stranger = world.clerk(other);

  expect((await findParcels(stranger, { state: 'to-pack', page: 1 })).parcels).toEqual([]);
  await expect(getPickList(stranger, number)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(
    shipParcel(stranger, number, { courier: 'SF', trackingNumber: 'SF1234567890123' }),
  ).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(getPickList(world.visitor(), number)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(getPickList(world.clerk(seller), 'no-such-parcel')).rejects.toMatchObject({ kind: 'not-found' });
});
