import { expect, test } from 'vitest';
import { luhnCheckDigit } from '#server/kernel/codes.ts';
import { fillPhoneTokens } from '#server/migrations/0015-household-phones.ts';
import { personActor, type RoleName } from '#server/people/index.ts';
import { addVillage } from '#server/places/index.ts';
import { openCtx, sql } from '#server/platform/index.ts';
import { sealAlike, unseal } from '#server/platform/sealed.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { consentToStory, registerHousehold, withdrawStory } from './index.ts';

const FUSHI = '350721106204';
const CARD = `629999000000000001${luhnCheckDigit('629999000000000001')}`;
const SLIPPED = `${CARD.slice(0, -1)}${(Number(CARD.at(-1)) + 1) % 10}`;
const zhang = { code: 'NP-0001', villageCode: FUSHI, name: '张春生', phone: '19900000001', bankCard: CARD };

function as(world: World, role: RoleName, area: string | null) {
  return openCtx(world.orm, personActor(role, role, [{ role, organizationId: null, area }]), world.now);
}

async function inFushi(world: World) {
  await addVillage(as(world, 'administrator', null), { code: FUSHI, name: { 'zh-CN': '富石村' }, intro: null });
  return as(world, 'village-helper', FUSHI);
}

test('a household is registered with a masked name; phone and card are sealed, and the trail tells neither', async () => {
  await using world = await openWorld();
  const helper = await inFushi(world);

  const { id } = await registerHousehold(helper, zhang);

  const [row] = await world.rows<{ masked_name: string; tail: string; phone: string; card: string }>(
    sql`select masked_name, bank_card_tail as tail, encode(phone_sealed, 'base64') as phone,
          encode(bank_card_sealed, 'base64') as card from household where id = ${id}`,
  );
  expect(row).toMatchObject({ masked_name: '张*生', tail: CARD.slice(-4) });
  expect(unseal(Buffer.from(row?.phone ?? '', 'base64'))).toBe(zhang.phone);
  expect(unseal(Buffer.from(row?.card ?? '', 'base64'))).toBe(CARD);
  const trail = await world.rows(sql`select * from change_log where subject = 'household'`);
  expect(trail).toMatchObject([{ what: 'registered', actor_id: 'village-helper' }]);
  expect(JSON.stringify(trail)).not.toMatch(new RegExp(`${CARD}|${zhang.phone}`));
});

test('a card with a slipped digit, a code taken, a village nobody knows and a helper of elsewhere are refused', async () => {
  await using world = await openWorld();
  const helper = await inFushi(world);
  await registerHousehold(helper, zhang);
  const elsewhere = '350721106999';

  const refusals = [
    [() => registerHousehold(helper, { ...zhang, code: 'NP-0002', bankCard: SLIPPED }), 'households.bank-card'],
    [() => registerHousehold(helper, zhang), 'households.code-taken'],
    [() => registerHousehold(world.system(), { ...zhang, villageCode: elsewhere }), 'places.region-unknown'],
    [() => registerHousehold(as(world, 'village-helper', '350722'), { ...zhang, code: 'NP-0003' }), 'access.denied'],
    [() => registerHousehold(world.visitor(), { ...zhang, code: 'NP-0004' }), 'access.denied'],
  ] as const;

  for (const [refused, code] of refusals) await expect(refused()).rejects.toMatchObject({ code });
  expect(await world.rows(sql`select code from household`)).toEqual([{ code: 'NP-0001' }]);
});

test('a story stands while the household agrees, and is gone when it no longer does', async () => {
  await using world = await openWorld();
  const helper = await inFushi(world);
  const { id } = await registerHousehold(helper, zhang);
  const shown = () => world.rows(sql`select story, story_consent_at is not null as agreed from household`);

  await consentToStory(helper, id, { 'zh-CN': '养蜂三十年。' });
  const before = await shown();
  await withdrawStory(helper, id);

  expect(before).toEqual([{ story: { 'zh-CN': '养蜂三十年。' }, agreed: true }]);
  expect(await shown()).toEqual([{ story: null, agreed: false }]);
  await expect(consentToStory(world.visitor(), id, null)).rejects.toMatchObject({ code: 'access.denied' });
});

test('a phone registered before there were tokens is given the one its account has', async () => {
  await using world = await openWorld();
  const { id } = await registerHousehold(await inFushi(world), zhang);
  const tokenOf = async () =>
    (await world.rows<{ token: string | null }>(sql`select phone_token as token from household`))[0]?.token;
  const registered = await tokenOf();
  await world.rows(sql`update household set phone_token = null where id = ${id}`);

  const connection = world.orm.em.getConnection();
  await fillPhoneTokens((statement, values) => connection.execute(statement, values ?? []));

  expect(registered).toBe(sealAlike(zhang.phone));
  expect(await tokenOf()).toBe(registered);
});
