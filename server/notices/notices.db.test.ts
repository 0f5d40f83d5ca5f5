import { expect, test } from 'vitest';
import { aClaim, aDeliveredParcel, anApproval } from '#server/after-sales/claim.factory.ts';
import { approveClaim, rejectClaim } from '#server/after-sales/index.ts';
import { matureDues } from '#server/dues/index.ts';
import { shipParcel } from '#server/fulfilment/index.ts';
import { cancelOrder } from '#server/orders/index.ts';
import { aMaturedOrder, aStatement } from '#server/payouts/settlement.factory.ts';
import { createPersona, personActor } from '#server/people/index.ts';
import { openCtx, sql } from '#server/platform/index.ts';
import { seal, sealAlike } from '#server/platform/sealed.ts';
import { ObjectStatement } from '#server/statements/contract.ts';
import { confirmStatement, objectStatement } from '#server/statements/index.ts';
import { aPaidOrder, aPlacedOrder, openWorld, pay, type World } from '#server/testing/index.ts';
import { findNotices } from './find-notices.ts';
import { forgetNotices } from './forget-notices.ts';
import { countUnread, readAllNotices, readNotice, savePreferences } from './index.ts';
import { tellAgain, tellNews } from './notices.factory.ts';

type Row = {
  kind: string;
  reader: string;
  channel: string | null;
  masked: string | null;
  words: string;
  state: string;
};

/** Every notice with the message that carries it, if one does. */
function told(world: World): Promise<Row[]> {
  return world.rows<Row>(
    sql`select kind, case when user_id is not null then 'account' when order_id is not null then 'guest' else 'household' end
          as reader, channel, recipient_masked as masked, words, state
        from notice left join message on message.notice_id = notice.id order by notice.at, kind, notice.id`,
  );
}

async function anAccount(world: World, name: string, email: string): Promise<string> {
  await world.rows(
    sql`insert into user_account (id, name, email, created_at, updated_at) values (${name}, ${name}, ${email}, ${world.now}, ${world.now})`,
  );
  return name;
}

function as(world: World, id: string) {
  return openCtx(world.orm, personActor(id, id, []), world.now);
}

test('a guest is told of his order by text, its clerks by mail, each once however often the news comes', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 5 });
  const memberships = [{ role: 'clerk' as const, organization: seller.code }];
  await createPersona(world.system(), { code: 'clerk', name: '业务员', memberships });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);

  const news = await tellNews(world);
  for (const piece of news) await tellAgain(world, piece);

  expect(await told(world)).toEqual([
    {
      kind: 'order-paid',
      reader: 'guest',
      channel: 'sms',
      masked: '138****1234',
      words: expect.stringContaining(`【七销】订单 ${order.number} 收到 ¥`),
      state: 'waiting',
    },
    {
      kind: 'parcel-to-pack',
      reader: 'account',
      channel: 'mail',
      masked: 'c***@persona.invalid',
      words: expect.stringContaining(`https://qixiao.cn/coop/parcels/${order.number}-1`),
      state: 'waiting',
    },
  ]);
  const [row] = await world.rows<Record<string, unknown>>(sql`select * from message where channel = 'sms'`);
  expect(JSON.stringify(row)).not.toContain('13800001234');
  expect(await world.brokenProofs()).toEqual([]);
});

test('who has an account is written to by mail in his language, and nowhere twice', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 5 });
  await anAccount(world, 'lin', 'lin@example.com');
  await savePreferences(as(world, 'lin'), { language: 'en', claim: 'on' });
  const order = await aPlacedOrder(as(world, 'lin'), [{ pack: pack.code, count: 1 }]);
  await pay(world, order);
  world.later(1);
  await shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SF', trackingNumber: 'SF1234567890' });

  await tellNews(world);

  expect(await told(world)).toMatchObject([
    { kind: 'order-paid', channel: 'mail', masked: 'l***@example.com', words: expect.stringMatching(/^Hello,/) },
    // He wants no mails about parcels: it stands on his page alone.
    { kind: 'parcel-shipped', channel: null },
  ]);
  expect(await countUnread(as(world, 'lin'))).toBe(2);
  expect(await findNotices(as(world, 'lin'), { page: 1, language: 'zh-CN' })).toMatchObject({
    unread: 2,
    rows: [
      { title: `包裹 ${order.number}-1 已发出`, page: `/orders/${order.number}`, isRead: false, messages: [] },
      { title: `订单 ${order.number} 已付款`, messages: [{ channel: 'mail', state: 'waiting' }] },
    ],
  });
});

test('a notice is read by its reader only, one by one or all at once', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  await anAccount(world, 'lin', 'lin@example.com');
  await anAccount(world, 'chen', 'chen@example.com');
  for (const _ of [1, 2]) await pay(world, await aPlacedOrder(as(world, 'lin'), [{ pack: pack.code, count: 1 }]));
  await tellNews(world);
  const { rows } = await findNotices(as(world, 'lin'), { page: 1, language: 'zh-CN' });
  const [first] = rows;

  await expect(readNotice(as(world, 'chen'), first?.id ?? '')).rejects.toMatchObject({ code: 'notices.unknown' });
  await expect(readNotice(world.visitor(), first?.id ?? '')).rejects.toMatchObject({ code: 'access.sign-in-first' });
  expect(await readNotice(as(world, 'lin'), first?.id ?? '')).toEqual({ page: first?.page });
  const readAt = await world.rows(sql`select read_at from notice where id = ${first?.id}`);
  world.later(5);
  await readNotice(as(world, 'lin'), first?.id ?? '');

  expect(await world.rows(sql`select read_at from notice where id = ${first?.id}`)).toEqual(readAt);
  expect(await countUnread(as(world, 'lin'))).toBe(1);
  expect(await readAllNotices(as(world, 'lin'))).toBe(1);
  expect(await readAllNotices(as(world, 'chen'))).toBe(0);
  expect(await countUnread(as(world, 'lin'))).toBe(0);
});

test('news of long ago is put down as read, and nobody is rung up for it', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  await anAccount(world, 'lin', 'lin@example.com');
  await pay(world, await aPlacedOrder(as(world, 'lin'), [{ pack: pack.code, count: 1 }]));
  world.later(72 * 60 + 1);

  await tellNews(world);

  expect(await told(world)).toMatchObject([{ kind: 'order-paid', channel: 'mail', state: 'not-sent' }]);
  expect(await countUnread(as(world, 'lin'))).toBe(0);
});

test('a clerk of two sellers is told of both parcels of an order', async () => {
  await using world = await openWorld();
  const jars = [await world.jar({ packs: 5 }), await world.jar({ packs: 5 })];
  const memberships = jars.map(({ seller }) => ({ role: 'clerk' as const, organization: seller.code }));
  const { userId } = await createPersona(world.system(), { code: 'clerk', name: '业务员', memberships });
  await aPaidOrder(
    world,
    jars.map(({ pack }) => ({ pack: pack.code, count: 1 })),
  );

  const news = await tellNews(world);
  for (const piece of news) await tellAgain(world, piece);

  expect(await countUnread(as(world, userId))).toBe(2);
  expect(await world.rows(sql`select from message where channel = 'mail'`)).toHaveLength(1);
});

test('two workers who tell the same piece of news at once tell it once', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 5 });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const news = await tellNews(world);
  const paid = news.find(({ topic }) => topic === 'order.paid');
  await world.rows(sql`delete from notice`);

  if (paid) await Promise.all(Array.from({ length: 6 }, () => tellAgain(world, paid)));

  expect(await told(world)).toMatchObject([{ kind: 'order-paid', channel: 'sms' }]);
});

test('clerks get one mail about new parcels until they have looked', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 9 });
  const memberships = [{ role: 'clerk' as const, organization: seller.code }];
  const { userId } = await createPersona(world.system(), { code: 'clerk', name: '业务员', memberships });
  const mails = async () => {
    await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
    await tellNews(world);
    return (await world.rows(sql`select from message where template = 'notices.parcel-to-pack'`)).length;
  };

  expect(await mails()).toBe(1);
  expect(await mails()).toBe(1);
  expect(await countUnread(as(world, userId))).toBe(2);
  await readAllNotices(as(world, userId));
  expect(await mails()).toBe(2);
  world.later(25 * 60);
  expect(await mails()).toBe(3);
});

test('outside a demo nobody of the sample world is written to, nor any channel that leads nowhere', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 9 });
  await world.rows(sql`update household set phone_sealed = ${seal('19900000001')}`);
  const memberships = [{ role: 'clerk' as const, organization: seller.code }];
  await createPersona(world.system(), { code: 'clerk', name: '业务员', memberships });
  const { number } = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await aMaturedOrder(world, seller, number);
  await aStatement(world);
  world.now = new Date(world.now.getTime() + 1);

  await tellNews(world, { post: { demo: false, siteUrl: 'https://qixiao.cn' }, channels: { carries: () => false } });

  const rows = await told(world);
  expect(rows.map(({ kind }) => kind)).toContain('statement-made');
  expect(rows.filter(({ reader, channel }) => channel !== null || reader === 'account')).toEqual([]);
});

test('a claim is told to who has to do something about it, and to nobody what he did himself', async () => {
  await using world = await openWorld();
  const sold = await aDeliveredParcel(world);
  const memberships = [{ role: 'clerk' as const, organization: sold.seller.code }];
  await createPersona(world.system(), { code: 'clerk', name: '业务员', memberships });
  await tellNews(world);
  await world.rows(sql`delete from notice`);

  const refused = await aClaim(world, sold);
  await rejectClaim(world.clerk(sold.seller), refused, { words: '照片不清楚' });
  const granted = await aClaim(world, await aDeliveredParcel(world));
  const [seller] = await world.rows<{ id: string }>(
    sql`select organization_id as id from parcel where number = ${granted.slice(0, -3)}`,
  );
  await approveClaim(world.clerk({ id: seller?.id ?? '', code: '', locationId: '' }), granted, anApproval());
  await tellNews(world);

  const rows = (await told(world)).filter(({ kind }) => kind.startsWith('claim'));
  expect(rows.map(({ kind, reader, channel }) => [kind, reader, channel])).toEqual([
    ['claim-refunded', 'guest', 'sms'],
    ['claim-rejected', 'guest', 'sms'],
    ['claim-to-decide', 'account', 'mail'],
  ]);
  expect(rows[0]?.words).toMatch(/¥45\.00/);
});

test('a household is told its sum, its day and where to look; bookkeepers what it objects to', async () => {
  await using world = await openWorld();
  await createPersona(world.system(), { code: 'books', name: '记账员', memberships: [{ role: 'bookkeeper' }] });
  const { pack, seller } = await world.jar({ packs: 9 });
  await world.rows(sql`update household set phone_sealed = ${seal('13900005678')}`);
  await aMaturedOrder(world, seller, (await aPaidOrder(world, [{ pack: pack.code, count: 1 }])).number);
  const statement = await aStatement(world);
  const [line] = await world.rows<{ id: string }>(sql`select id from due_line where statement_id = ${statement.id}`);
  const objection = ObjectStatement.parse({ reason: '少了一瓶', lines: [line?.id] });
  await objectStatement(world.visitor(), { accessCode: statement.accessCode }, objection);

  await tellNews(world);

  const rows = (await told(world)).filter(({ kind }) => kind.startsWith('statement'));
  expect(rows).toMatchObject([
    { kind: 'statement-made', reader: 'household', channel: 'sms', masked: '139****5678' },
    { kind: 'statement-objected', reader: 'account', channel: 'mail' },
  ]);
  expect(rows[0]?.words).toContain(`https://qixiao.cn/s/${statement.accessCode}`);
  expect(await world.brokenProofs()).toEqual([]);
});

test('who has proven the phone of a household reads its notices too, and nobody else does', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 9 });
  await world.rows(
    sql`update household set phone_sealed = ${seal('13900005678')}, phone_token = ${sealAlike('13900005678')}`,
  );
  await aMaturedOrder(world, seller, (await aPaidOrder(world, [{ pack: pack.code, count: 1 }])).number);
  const { accessCode } = await aStatement(world);
  await tellNews(world);
  await anAccount(world, 'farmer', 'a@phone.invalid');
  await anAccount(world, 'chen', 'chen@example.com');
  await world.rows(sql`update user_account set phone_token = ${sealAlike('13900005678')} where id = 'farmer'`);
  expect(await countUnread(as(world, 'farmer'))).toBe(0);

  await world.rows(sql`update user_account set phone_verified = true where id = 'farmer'`);

  expect(await countUnread(as(world, 'farmer'))).toBe(1);
  const { rows } = await findNotices(as(world, 'farmer'), { page: 1, language: 'zh-CN' });
  expect(rows).toMatchObject([{ kind: 'statement-made', page: `/s/${accessCode}`, messages: [{ channel: 'sms' }] }]);
  await expect(readNotice(as(world, 'chen'), rows[0]?.id ?? '')).rejects.toMatchObject({ code: 'notices.unknown' });
  await readNotice(as(world, 'farmer'), rows[0]?.id ?? '');
  expect(await countUnread(as(world, 'farmer'))).toBe(0);
});

test('what a household answered itself it is not told again', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 9 });
  await world.rows(sql`update household set phone_sealed = ${seal('13900005678')}`);
  await aMaturedOrder(world, seller, (await aPaidOrder(world, [{ pack: pack.code, count: 1 }])).number);
  const { accessCode } = await aStatement(world);
  await confirmStatement(world.visitor(), { accessCode }, { deductions: 'accept' });

  await tellNews(world);

  expect((await told(world)).filter(({ kind }) => kind === 'statement-answered')).toEqual([]);
});

test('an order nobody paid is told to an account on its page alone, and taken back orders to nobody', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 9 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  await cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });

  await tellNews(world);

  expect(await told(world)).toEqual([]);
});

test('preferences say what is written about and never silence money', async () => {
  await using world = await openWorld();
  await anAccount(world, 'lin', 'lin@example.com');
  const { pack } = await world.jar({ packs: 9 });
  await savePreferences(as(world, 'lin'), { language: 'zh-CN' });
  await pay(world, await aPlacedOrder(as(world, 'lin'), [{ pack: pack.code, count: 1 }]));

  await tellNews(world);

  expect(await told(world)).toMatchObject([{ kind: 'order-paid', channel: 'mail' }]);
  expect(await world.rows(sql`select muted from notice_preference`)).toEqual([{ muted: ['shipment', 'claim'] }]);
  await expect(savePreferences(world.visitor(), { language: 'en' })).rejects.toMatchObject({ kind: 'forbidden' });
});

test('notices of over a year ago are forgotten with what carried them', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 9 });
  await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await tellNews(world);
  world.later(400 * 24 * 60);
  expect(await forgetNotices(world.system())).toBe(0);

  world.later(24 * 60);

  expect(await forgetNotices(world.system())).toBe(1);
  expect(await world.rows(sql`select from message`)).toEqual([]);
  await expect(forgetNotices(world.visitor())).rejects.toMatchObject({ code: 'access.denied' });
  await matureDues(world.system());
});
