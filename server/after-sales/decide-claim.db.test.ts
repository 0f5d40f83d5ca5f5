import { expect, test } from 'vitest';
import { run, sql } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { aClaim, aDeliveredParcel, anApproval, aPhoto, owedOn } from './claim.factory.ts';
import { confirmReturn } from './confirm-return.ts';
import { approveClaim, askForEvidence, rejectClaim } from './decide-claim.ts';
import { addEvidence, sendBack, withdrawClaim } from './follow-claim.ts';
import { getClaimAsBuyer } from './get-claim.ts';

const refundsOf = (world: World) =>
  world.rows(sql`select kind, goods, bearer, paid_fen as paid, freight_fen as freight from refund order by number`);
const statesIn = async (world: World, number: string) =>
  (
    await world.rows<{ to: string }>(
      sql`select to_state as to from claim_move where claim_id = (select id from claim where number = ${number}) order by seq`,
    )
  ).map(({ to }) => to);

test('a spoiled jar is paid back without going back, and everybody gives back his part of it', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world, { perishable: true });
  const number = await aClaim(world, sold);

  await approveClaim(world.clerk(sold.seller), number, anApproval());

  expect(await refundsOf(world)).toEqual([{ kind: 'claim', goods: 'kept', bearer: 'source', paid: 4500, freight: 0 }]);
  expect(await statesIn(world, number)).toEqual(['applied', 'approved', 'refunded']);
  expect(await owedOn(world, `household-earned:${sold.household.id}`)).toBe(5000);
  expect(await getClaimAsBuyer(world.visitor(), number, sold.reader)).toMatchObject({
    state: 'refunded',
    granted: 4500,
    refund: { number: `${sold.parcel}-R1`, total: 4500 },
    dueAt: null,
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('where it is the seller’s own fault, households keep their money and the seller gives all of it', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const before = await owedOn(world, `seller-earned:${sold.seller.id}`);
  const number = await aClaim(world, sold, { reason: 'broken' });

  await approveClaim(world.clerk(sold.seller), number, anApproval({ bearer: 'seller' }));

  expect(await owedOn(world, `household-earned:${sold.household.id}`)).toBe(7500);
  expect(await owedOn(world, `seller-earned:${sold.seller.id}`)).toBe(before - 4500);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a part is granted, more than was asked is not, and what is left can be claimed again', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const clerk = world.clerk(sold.seller);
  const first = await aClaim(world, sold, { lines: [{ line: 0, count: 3 }] });

  await expect(
    approveClaim(clerk, first, anApproval({ lines: [{ line: 0, amount: '135.01' }] })),
  ).rejects.toMatchObject({ code: 'claims.more-than-asked', params: { field: 'lines[0].amount', asked: '¥135.00' } });
  await expect(approveClaim(clerk, first, anApproval({ lines: [{ line: 0, amount: '0' }] }))).rejects.toMatchObject({
    code: 'claims.nothing-granted',
  });
  await approveClaim(clerk, first, anApproval({ lines: [{ line: 0, amount: '10.00' }] }));
  await expect(aClaim(world, sold, { lines: [{ line: 0, count: 3, amount: '125.01' }] })).rejects.toMatchObject({
    code: 'claims.more-money',
    params: { field: 'lines[0].amount', left: '¥125.00' },
  });
  const second = await aClaim(world, sold, { lines: [{ line: 0, count: 3 }] });
  await approveClaim(clerk, second, anApproval());

  expect(second).toBe(`${sold.parcel}-S2`);
  expect(await refundsOf(world)).toMatchObject([{ paid: 1000 }, { paid: 12_500 }]);
  expect(await owedOn(world, `household-earned:${sold.household.id}`)).toBe(0);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a household that was paid already gives back all the same: the ledger says so at once', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  await run(world.system(), sql`update parcel set matured_at = ${world.now} where number = ${sold.parcel}`);
  const number = await aClaim(world, sold);

  await approveClaim(world.clerk(sold.seller), number, anApproval());

  expect(await owedOn(world, `household-earned:${sold.household.id}`)).toBe(5000);
  expect(await world.rows(sql`select fen, netted_at from refund_share`)).toEqual([{ fen: 2500, netted_at: null }]);
});

test('of two clerks who approve at once one is refused, and the money goes once', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const number = await aClaim(world, sold);

  const approve = () => approveClaim(world.clerk(sold.seller), number, anApproval());
  const outcomes = await world.raceForRow('trade_order', sold.order.id, approve, approve);

  expect(outcomes.filter(({ status }) => status === 'rejected')).toMatchObject([
    { reason: { code: 'claims.not-waiting' } },
  ]);
  expect(await refundsOf(world)).toHaveLength(1);
  expect(await world.brokenProofs()).toEqual([]);
});

test('when a clerk approves while the buyer takes it back, one of them is refused and the books agree', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const number = await aClaim(world, sold);

  const outcomes = await world.raceForRow(
    'trade_order',
    sold.order.id,
    () => approveClaim(world.clerk(sold.seller), number, anApproval()),
    () => withdrawClaim(world.visitor(), number, sold.reader),
  );

  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const [claim] = await world.rows<{ state: string }>(sql`select state from claim`);
  expect(await refundsOf(world)).toHaveLength(claim?.state === 'refunded' ? 1 : 0);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a return is paid when the goods are here: on the shelf again, or written off', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const clerk = world.clerk(sold.seller);
  const shelf = async () => (await world.poolOf(sold.seller, sold.produce)).on_hand;
  const first = await aClaim(world, sold, { kind: 'return', reason: 'not-wanted', photos: [] });

  await approveClaim(clerk, first, anApproval({ bearer: 'seller' }));
  expect(await refundsOf(world)).toEqual([]);
  await sendBack(world.visitor(), first, sold.reader, { courier: 'SF', trackingNumber: 'SF1234567890' });
  await confirmReturn(clerk, first, { condition: 'resellable' });
  expect(await shelf()).toBe(4000);
  const second = await aClaim(world, sold, { kind: 'return', reason: 'not-wanted', photos: [] });
  await approveClaim(clerk, second, anApproval());
  await confirmReturn(clerk, second, { condition: 'spoiled' });

  expect(await shelf()).toBe(4000);
  expect(await statesIn(world, first)).toEqual([
    'applied',
    'approved',
    'awaiting-return',
    'sent-back',
    'returned',
    'refunded',
  ]);
  expect(await refundsOf(world)).toMatchObject([
    { goods: 'returned', bearer: 'source', paid: 4500 },
    { goods: 'returned', bearer: 'source', paid: 4500 },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a clerk may let the buyer of a return keep the goods, and asks for more before he decides', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const clerk = world.clerk(sold.seller);
  const number = await aClaim(world, sold, { kind: 'return', photos: [] });

  await askForEvidence(clerk, number, { words: '请拍一下瓶盖' });
  await expect(approveClaim(clerk, number, anApproval())).rejects.toMatchObject({ code: 'claims.not-waiting' });
  await addEvidence(world.visitor(), number, sold.reader, {
    words: '瓶盖裂了',
    photos: [await aPhoto(), await aPhoto()],
  });
  await approveClaim(clerk, number, anApproval({ bearer: 'seller', keepsGoods: true }));

  expect(await refundsOf(world)).toMatchObject([{ goods: 'kept', bearer: 'seller', paid: 4500 }]);
  expect((await getClaimAsBuyer(world.visitor(), number, sold.reader)).moves).toMatchObject([
    { to: 'applied', side: 'buyer', photos: [] },
    { to: 'evidence-asked', side: 'seller', words: '请拍一下瓶盖' },
    { to: 'applied', words: '瓶盖裂了', photos: [1, 2] },
    { to: 'approved' },
    { to: 'refunded' },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of a return whose goods may stay as many packs are paid as were granted, not all that were asked', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const number = await aClaim(world, sold, { kind: 'return', photos: [], lines: [{ line: 0, count: 2 }] });

  const approval = anApproval({ bearer: 'seller', keepsGoods: true, lines: [{ line: 0, count: '1' }] });
  await approveClaim(world.clerk(sold.seller), number, approval);

  expect(await refundsOf(world)).toMatchObject([{ goods: 'kept', bearer: 'seller', paid: 4500 }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('nobody decides a claim about another seller’s parcel', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const number = await aClaim(world, sold);
  const other = world.clerk(await world.seller());

  for (const decision of [
    () => approveClaim(other, number, anApproval()),
    () => rejectClaim(other, number, { words: '不退' }),
    () => confirmReturn(other, number, { condition: 'resellable' }),
    () => approveClaim(world.visitor(), number, anApproval()),
  ]) {
    await expect(decision()).rejects.toMatchObject({ code: 'access.denied' });
  }
});
