import { expect, test } from 'vitest';
import { advanceHousehold, fillFund, proposeDeduction } from '#server/dues/index.ts';
import { recognizeHousehold } from '#server/households/index.ts';
import { aMaturedOrder, aStatement } from '#server/payouts/settlement.factory.ts';
import { actorOf, createPersona, personActor, type RoleName } from '#server/people/index.ts';
import { type Ctx, openCtx, sql } from '#server/platform/index.ts';
import { sealAlike } from '#server/platform/sealed.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import {
  confirmStatement,
  findOwnStatements,
  findVillageStatements,
  getOwnStatement,
  getStatement,
  objectStatement,
} from './index.ts';

const PHONE = '19900000007';
const FUSHI = '350721106201';
const FIRST = { page: 1 };
const WAITING = { filter: 'waiting', page: 1 } as const;

/** A household's jar sold, delivered and stated: 500 g at 50 yuan a kilo. */
async function stated(world: World) {
  const jar = await world.jar({ packs: 10, agreedPrice: 5_000 });
  await world.rows(sql`update household set phone_token = ${sealAlike(PHONE)} where id = ${jar.household.id}`);
  const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: 1 }]);
  await aMaturedOrder(world, jar.seller, order.number);
  return { ...jar, statement: await aStatement(world) };
}

async function signedIn(world: World, code: string, phone?: string, role?: RoleName): Promise<Ctx> {
  const memberships = role ? [{ role }] : [];
  const { userId } = await createPersona(world.system(), { code, name: code, ...(phone && { phone }), memberships });
  return openCtx(world.orm, await actorOf(world.system(), userId, { personas: true }), world.now);
}

function helperOf(world: World, area: string): Ctx {
  return openCtx(
    world.orm,
    personActor('helper', '叶秀珠', [{ role: 'village-helper', organizationId: null, area }]),
    world.now,
  );
}

test('who has proven the phone of a household is given its desk, once, and sees its statements and what was paid', async () => {
  await using world = await openWorld();
  const { household, statement, pack } = await stated(world);
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const stranger = await signedIn(world, 'by-phone', PHONE);
  await expect(findOwnStatements(stranger, FIRST)).rejects.toMatchObject({ code: 'access.denied' });

  expect(await recognizeHousehold(stranger)).toBe(true);
  expect(await recognizeHousehold(stranger)).toBe(false);
  const own = openCtx(world.orm, await actorOf(world.system(), stranger.actor.id ?? '', { personas: true }), world.now);
  const view = await findOwnStatements(own, FIRST);

  expect(view).toMatchObject({ sums: { paid: 0, coming: 2_500, later: 5_000, disputed: 0 }, page: 1, pages: 1 });
  expect(view.households).toMatchObject([{ name: '张春生' }]);
  expect(view.rows).toMatchObject([
    { number: statement.number, accessCode: statement.accessCode, household: { code: household.code }, paidAt: null },
  ]);
  const trail = await world.rows(sql`select what, actor_id from change_log where subject = 'account'`);
  expect(trail).toEqual([{ what: 'recognized-as-household', actor_id: own.actor.id }]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('to the household nothing is sold twice for being paid early, and nothing less for what it was only asked for', async () => {
  await using world = await openWorld();
  const { household, pack, seller } = await stated(world);
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const own = await signedIn(world, 'at-home', PHONE, 'household');
  const books = world.bookkeeper();
  await fillFund(books, { amount: 10_000, from: 'county', key: 'fill' });

  await advanceHousehold(books, { household: household.code, amount: 2_000, reason: 'school', key: 'advance' });
  const asked = { household: household.code, what: 'seed', amount: 900, note: '柑苗' } as const;
  await proposeDeduction(world.clerk(seller), seller.id, asked);

  expect((await findOwnStatements(own, FIRST)).sums).toEqual({ paid: 0, coming: 2_500, later: 5_000, disputed: 0 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('what a household objected to stays named on its statement and is on its desk apart from what is on no statement yet', async () => {
  await using world = await openWorld();
  const { statement, pack } = await stated(world);
  await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const own = await signedIn(world, 'at-home', PHONE, 'household');
  const { accessCode } = statement;
  const [line] = (await getOwnStatement(own, { accessCode })).lines;

  await objectStatement(world.visitor(), { accessCode }, { lines: [line?.id ?? ''], reason: '斤两不对' });

  const { lines, objections } = await getOwnStatement(own, { accessCode });
  expect(lines).toEqual([]);
  expect(objections).toMatchObject([{ state: 'open', amount: 2_500, lines: [{ id: line?.id, amount: 2_500 }] }]);
  expect((await findOwnStatements(own, FIRST)).sums).toEqual({ paid: 0, coming: 0, later: 5_000, disputed: 2_500 });
  expect(await world.brokenProofs()).toEqual([]);
});

test("a phone that is no household's opens no desk, and a household's role without its phone finds nothing", async () => {
  await using world = await openWorld();
  await stated(world);

  expect(await recognizeHousehold(await signedIn(world, 'other-phone', '19900000008'))).toBe(false);
  expect(await recognizeHousehold(await signedIn(world, 'no-phone'))).toBe(false);
  expect(await recognizeHousehold(world.visitor())).toBe(false);
  const role = await signedIn(world, 'household-by-role', '19900000009', 'household');
  expect(await findOwnStatements(role, FIRST)).toMatchObject({ households: [], rows: [], sums: { paid: 0, later: 0 } });
});

test("a helper answers for a household of her own village, and that it was she is written down; another's is not there", async () => {
  await using world = await openWorld();
  const { statement } = await stated(world);
  const { statement: second } = await stated(world);
  const helper = helperOf(world, FUSHI);
  const elsewhere = helperOf(world, '350722');

  expect(await findVillageStatements(helper, WAITING)).toMatchObject({ counts: { waiting: 1, all: 2 } });
  expect((await findVillageStatements(helper, { filter: 'all', page: 1 })).rows).toHaveLength(2);
  expect(await findVillageStatements(elsewhere, WAITING)).toMatchObject({ counts: { waiting: 0, all: 0 }, rows: [] });
  await expect(findVillageStatements(world.visitor(), WAITING)).rejects.toMatchObject({ code: 'access.denied' });
  const { number } = second;
  const seen = await getOwnStatement(helper, { number });
  expect(seen).toMatchObject({ mayAnswer: true, accessCode: '' });
  await expect(getOwnStatement(elsewhere, { number })).rejects.toMatchObject({ code: 'statements.unknown' });
  await expect(confirmStatement(elsewhere, { number }, { deductions: 'accept' })).rejects.toMatchObject({
    code: 'statements.unknown',
  });

  const lines = [seen.lines[0]?.id ?? ''];
  await objectStatement(helper, { number }, { lines, reason: '斤两不对' });

  expect(await getStatement(world.bookkeeper(), number)).toMatchObject({ answeredBy: 'helper', state: 'objected' });
  expect((await findVillageStatements(helper, WAITING)).rows).toEqual([]);
  expect(statement.number).not.toBe(number);
  expect(await world.brokenProofs()).toEqual([]);
});

test('of many wrong codes from one address at once twenty are looked up; a right one is not counted, and waits with the rest', async () => {
  await using world = await openWorld();
  const { statement } = await stated(world);
  const from = '203.0.113.9';
  const right = { accessCode: statement.accessCode, from };
  for (let times = 0; times < 30; times += 1) await getOwnStatement(world.visitor(), right);

  const guesses = Array.from({ length: 40 }, (_, index) =>
    getOwnStatement(world.visitor(), { accessCode: `GUESS${index}`, from }),
  );
  const refusals = (await Promise.allSettled(guesses)).map((one) => one.status === 'rejected' && one.reason.code);

  expect(refusals.filter((code) => code === 'statements.unknown')).toHaveLength(20);
  expect(refusals.filter((code) => code === 'access.too-many-tries')).toHaveLength(20);
  await expect(getOwnStatement(world.visitor(), right)).rejects.toMatchObject({ code: 'access.too-many-tries' });
  await expect(confirmStatement(world.visitor(), right, { deductions: 'accept' })).rejects.toMatchObject({
    code: 'access.too-many-tries',
  });
  expect(await getOwnStatement(world.visitor(), { ...right, from: '203.0.113.10' })).toMatchObject({ mayAnswer: true });
  world.later(11);
  expect(await getOwnStatement(world.visitor(), right)).toMatchObject({ mayAnswer: true });
});
