import { expect, test } from 'vitest';
import { roles } from '#server/people/index.ts';
import { openCtx, sql } from '#server/platform/index.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { grantEscalatedClaim, upholdRejection } from './arbitrate-claim.ts';
import { aClaim, aDeliveredParcel, anApproval, owedOn } from './claim.factory.ts';
import { approveClaim, rejectClaim } from './decide-claim.ts';
import { findEscalatedClaims } from './find-claims.ts';
import { escalateClaim, sendBack } from './follow-claim.ts';
import { getClaimAsBuyer } from './get-claim.ts';
import { lapseClaims } from './lapse-claims.ts';

function administrator(world: World) {
  const grants = roles.administrator.permissions.map((permission) => ({
    permission,
    organizationId: null,
    area: null,
  }));
  return openCtx(world.orm, { kind: 'person', id: 'admin', name: 'admin', grants }, world.now);
}

const stateOf = async (world: World, number: string) =>
  (await world.rows<{ state: string }>(sql`select state from claim where number = ${number}`))[0]?.state;

test('a rejection goes to the platform within three days, and its word is the last one', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const number = await aClaim(world, sold);
  await rejectClaim(world.clerk(sold.seller), number, { words: '照片不清楚' });
  world.later(71 * 60);

  await escalateClaim(world.visitor(), number, sold.reader, { words: '请平台看看' });
  await expect(approveClaim(world.clerk(sold.seller), number, anApproval())).rejects.toMatchObject({
    code: 'claims.not-waiting',
  });
  expect(await findEscalatedClaims(administrator(world), { filter: 'waiting', page: 1 })).toMatchObject({
    claims: [{ number }],
  });
  await grantEscalatedClaim(administrator(world), number, anApproval({ bearer: 'seller', words: '瓶子确实是这一批' }));

  expect(await stateOf(world, number)).toBe('refunded');
  expect(await owedOn(world, `household-earned:${sold.household.id}`)).toBe(7500);
  expect((await getClaimAsBuyer(world.visitor(), number, sold.reader)).moves.map(({ side }) => side)).toEqual([
    'buyer',
    'seller',
    'buyer',
    'platform',
    'platform',
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('after three days a rejection stands; the platform may also say that it does', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const late = await aClaim(world, sold);
  await rejectClaim(world.clerk(sold.seller), late, { words: '照片不清楚' });
  const upheld = await aClaim(world, sold);
  await rejectClaim(world.clerk(sold.seller), upheld, { words: '照片不清楚' });
  await escalateClaim(world.visitor(), upheld, sold.reader, { words: '请平台看看' });

  await upholdRejection(administrator(world), upheld, { words: '照片里不是这瓶蜜' });
  world.later(72 * 60);

  await expect(escalateClaim(world.visitor(), late, sold.reader, { words: '我要申诉' })).rejects.toMatchObject({
    code: 'claims.too-late-to-escalate',
  });
  expect(await stateOf(world, upheld)).toBe('upheld');
  expect(await world.rows(sql`select 1 from refund`)).toEqual([]);
  await expect(upholdRejection(world.clerk(sold.seller), upheld, { words: '不行' })).rejects.toMatchObject({
    code: 'access.denied',
  });
});

test('a claim nobody decides within two days goes to the platform by itself, and a decision in time stops the clock', async () => {
  await using world = await openWorld();
  const [slow, quick] = [await aDeliveredParcel(world), await aDeliveredParcel(world)];
  const [left, decided] = [await aClaim(world, slow), await aClaim(world, quick)];
  await approveClaim(world.clerk(quick.seller), decided, anApproval());

  world.later(47 * 60);
  expect(await lapseClaims(world.system())).toBe(0);
  world.later(60);
  expect(await lapseClaims(world.system())).toBe(1);
  expect(await lapseClaims(world.system())).toBe(0);

  expect(await stateOf(world, left)).toBe('escalated');
  expect(await stateOf(world, decided)).toBe('refunded');
});

test('goods nobody sends back end the claim; goods a seller does not acknowledge bring it to the platform', async () => {
  await using world = await openWorld();
  const [idle, silent] = [await aDeliveredParcel(world), await aDeliveredParcel(world)];
  const wish = { kind: 'return', reason: 'not-wanted', photos: [] };
  const [unsent, sent] = [await aClaim(world, idle, wish), await aClaim(world, silent, wish)];
  await approveClaim(world.clerk(idle.seller), unsent, anApproval());
  await approveClaim(world.clerk(silent.seller), sent, anApproval());
  await sendBack(world.visitor(), sent, silent.reader, { courier: 'SF', trackingNumber: 'SF1234567890' });

  world.later(240 * 60);
  await lapseClaims(world.system());
  await grantEscalatedClaim(administrator(world), sent, anApproval({ bearer: 'seller' }));

  expect(await stateOf(world, unsent)).toBe('withdrawn');
  expect(await stateOf(world, sent)).toBe('refunded');
  expect(await world.rows(sql`select goods, bearer from refund`)).toEqual([{ goods: 'kept', bearer: 'seller' }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a clerk who decides while the clock runs out: one of them moves the claim, the other finds it moved', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const number = await aClaim(world, sold);
  world.later(48 * 60);

  await world.raceForRow<unknown>(
    'trade_order',
    sold.order.id,
    () => lapseClaims(world.system()),
    () => rejectClaim(world.clerk(sold.seller), number, { words: '照片不清楚' }),
  );

  expect(['escalated', 'rejected']).toContain(await stateOf(world, number));
  expect(await world.brokenProofs()).toEqual([]);
});
