import { expect, test } from 'vitest';
import { rowsOf, sql } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';
import { aClaim, aDeliveredParcel, anApproval, aPhoto } from './claim.factory.ts';
import { approveClaim, rejectClaim } from './decide-claim.ts';
import { findSellerClaims } from './find-claims.ts';
import { getClaimAsBuyer, getClaimAsSeller, getClaimPhoto } from './get-claim.ts';
import { findClaimsOfOrder, getClaimForm } from './get-claim-form.ts';
import { hasOpenClaim } from './open-claims.ts';

test('a claim says what is asked, keeps its photos, and is told to those who want to know', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world, { perishable: true });

  const number = await aClaim(world, sold, { photos: [await aPhoto(), await aPhoto()] });

  expect(await getClaimAsBuyer(world.visitor(), number, sold.reader)).toMatchObject({
    number: `${sold.parcel}-S1`,
    state: 'applied',
    asked: 4500,
    usualBearer: 'source',
    lines: [{ line: 0, askedCount: 1, asked: 4500, granted: null }],
    moves: [{ to: 'applied', side: 'buyer', words: '打开已经酸了', photos: [1, 2] }],
  });
  expect(await world.rows(sql`select payload->>'to' as to from outbox where topic = 'claim.moved'`)).toEqual([
    { to: 'applied' },
  ]);
  expect(await findSellerClaims(world.clerk(sold.seller), { filter: 'waiting', page: 1 })).toMatchObject({
    counts: { waiting: 1, 'under-way': 0, over: 0 },
    claims: [{ number, asked: 4500, photos: 2 }],
  });
  expect(await findClaimsOfOrder(world.visitor(), sold.order.number, sold.reader)).toMatchObject([
    { parcelNumber: sold.parcel, canClaim: false, claims: [{ number, state: 'applied' }] },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('fresh damage without a photo, nothing asked, too many packs: each is said beside its field', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);

  await expect(aClaim(world, sold, { photos: [] })).rejects.toMatchObject({
    code: 'claims.photo-needed',
    params: { field: 'photos' },
  });
  await expect(aClaim(world, sold, { lines: [{ line: 0 }] })).rejects.toMatchObject({ code: 'claims.nothing-asked' });
  await expect(aClaim(world, sold, { lines: [{ line: 0, count: 4 }] })).rejects.toMatchObject({
    code: 'claims.more-packs',
    params: { left: 3 },
  });
  await expect(
    aClaim(world, sold, { photos: [new File(['<svg/>'], 'a.jpg', { type: 'image/jpeg' })] }),
  ).rejects.toMatchObject({ code: 'files.not-an-image', params: { field: 'photos' } });
  expect(await world.rows(sql`select 1 from claim union all select 1 from file`)).toEqual([]);
});

test('fresh goods cannot be claimed a day later, nor sent back where the buyer ticked so', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world, { perishable: true });

  await expect(aClaim(world, sold, { kind: 'return' })).rejects.toMatchObject({ code: 'claims.perishable-no-return' });
  world.later(24 * 60);
  await expect(aClaim(world, sold)).rejects.toMatchObject({ code: 'claims.too-late-fresh-damage' });
  const { kinds } = await getClaimForm(world.visitor(), sold.parcel, sold.reader);
  expect(kinds.map(({ kind, refusal }) => [kind, refusal?.code ?? null])).toEqual([
    ['fresh-damage', 'claims.too-late-fresh-damage'],
    ['return', 'claims.perishable-no-return'],
    ['not-received', null],
    ['goodwill', null],
  ]);
});

test('fresh goods go back where the buyer was never asked to tick', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world, { perishable: true, confirmed: false });

  const number = await aClaim(world, sold, { kind: 'return', reason: 'not-wanted', photos: [] });

  expect(number).toBe(`${sold.parcel}-S1`);
});

test('of two claims about one parcel at once one is refused, and so is a second while one is open', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);

  const apply = () => aClaim(world, sold);
  const outcomes = await world.raceForRow('trade_order', sold.order.id, apply, apply);

  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'claims.already-open', params: { number: `${sold.parcel}-S1` } } },
  ]);
  await expect(aClaim(world, sold)).rejects.toMatchObject({ code: 'claims.already-open' });
});

test('photos are for the buyer with his key and the seller; a stranger and another seller are told there are none', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const number = await aClaim(world, sold);
  const other = world.clerk(await world.seller());
  const nobody = { accessKey: null };

  const whole = await getClaimPhoto(world.visitor(), number, 1, sold.reader, 'whole');
  const small = await getClaimPhoto(world.clerk(sold.seller), number, 1, nobody, 'thumbnail');

  expect(whole.mime).toBe('image/jpeg');
  expect(small.bytes.byteLength).toBeLessThan(whole.bytes.byteLength);
  for (const [ctx, reader, position] of [
    [world.visitor(), nobody, 1],
    [world.visitor(), { accessKey: 'wrong' }, 1],
    [other, nobody, 1],
    [world.visitor(), sold.reader, 2],
  ] as const) {
    await expect(getClaimPhoto(ctx, number, position, reader, 'whole')).rejects.toMatchObject({
      code: 'claims.unknown',
    });
  }
  await expect(getClaimAsBuyer(world.visitor(), number, nobody)).rejects.toMatchObject({ code: 'claims.unknown' });
  await expect(getClaimAsSeller(other, number)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(aClaim(world, { ...sold, reader: { accessKey: 'wrong' } })).rejects.toMatchObject({
    code: 'orders.parcel-unknown',
  });
});

test('a claim keeps household money from maturing while it is open, and while a rejection can still be escalated', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const held = async () =>
    (
      await rowsOf<{ held: boolean }>(
        world.system(),
        sql`select ${hasOpenClaim(world.now, sql`parcel.id`)} as held from parcel where number = ${sold.parcel}`,
      )
    )[0]?.held;

  expect(await held()).toBe(false);
  const paid = await aClaim(world, sold);
  expect(await held()).toBe(true);
  await approveClaim(world.clerk(sold.seller), paid, anApproval());
  expect(await held()).toBe(false);
  const rejected = await aClaim(world, sold);
  await rejectClaim(world.clerk(sold.seller), rejected, { words: '不像我们的瓶子' });
  expect(await held()).toBe(true);
  world.later(72 * 60);
  expect(await held()).toBe(false);
});

test('a parcel that never came gives back goods and freight once it is late', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world, { packs: 1 });
  const number = await aClaim(world, sold, {
    kind: 'not-received',
    reason: 'lost',
    lines: [{ line: 0, count: 1 }],
    photos: [],
  });

  await approveClaim(world.clerk(sold.seller), number, anApproval({ bearer: 'seller' }));

  const [whole] = await world.rows(
    sql`select refund.paid_fen + refund.freight_fen = trade_order.total_fen as whole, refund.freight_fen > 0 as freight
        from refund join trade_order on trade_order.id = refund.order_id`,
  );
  expect(whole).toEqual({ whole: true, freight: true });
  expect(await world.brokenProofs()).toEqual([]);
});
