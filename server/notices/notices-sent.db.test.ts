import { expect, test } from 'vitest';
import { readEnv, sql } from '#server/platform/index.ts';
import { messengerOf, sendMessages } from '#server/platform/messages/index.ts';
import { aPaidOrder, aPlacedOrder, openWorld, pay } from '#server/testing/index.ts';
import { openSmsStandIn } from '#server/testing/sms-stand-in.ts';
import { openSmtpStandIn } from '#server/testing/smtp-stand-in.ts';
import { tellNews } from './notices.factory.ts';

const secret = 'a secret of the provider';

test('from a paid order to the phone and the mailbox, through a cut line and a busy server, each once', async () => {
  await using world = await openWorld();
  await using texts = await openSmsStandIn({ secret, faults: ['reset-after-taking'] });
  await using mails = await openSmtpStandIn({ faults: ['mailbox-busy'] });
  const messenger = messengerOf(
    readEnv({
      DATABASE_URL: world.url,
      DEMO: 'off',
      PUBLIC_URL: 'https://qixiao.cn',
      SMS_URL: texts.url,
      SMS_SECRET: secret,
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mails.port),
      SMTP_SECURE: 'off',
      MAIL_FROM: 'qixiao@example.cn',
    }),
  );
  await world.rows(
    sql`insert into user_account (id, name, email, created_at, updated_at)
        values ('lin', '林', 'lin@example.com', ${world.now}, ${world.now})`,
  );
  const { pack } = await world.jar({ packs: 5 });
  const asLin = { ...world.visitor(), actor: { ...world.visitor().actor, kind: 'person' as const, id: 'lin' } };
  const guests = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const own = await aPlacedOrder(asLin, [{ pack: pack.code, count: 1 }]);
  await pay(world, own);
  await tellNews(world, { post: { demo: false, siteUrl: 'https://qixiao.cn' }, channels: messenger });
  const states = () =>
    world.rows(sql`select channel, state, tries, last_error as reason from message order by channel`);

  await sendMessages(world.system(), messenger);
  expect(await states()).toMatchObject([
    { channel: 'mail', state: 'waiting', tries: 1, reason: 'smtp 451' },
    { channel: 'sms', state: 'waiting', tries: 1, reason: expect.stringMatching(/^http /) },
  ]);
  world.later(1);
  await sendMessages(world.system(), messenger);

  expect(await states()).toMatchObject([
    { channel: 'mail', state: 'sent', tries: 2, reason: null },
    { channel: 'sms', state: 'sent', tries: 2, reason: null },
  ]);
  expect(texts.texts).toMatchObject([
    { to: '13800001234', text: expect.stringContaining(guests.number), template: 'notices.order-paid' },
  ]);
  expect(texts.requests).toBe(2);
  expect(mails.mails).toMatchObject([
    { to: 'lin@example.com', text: expect.stringContaining(`https://qixiao.cn/orders/${own.number}`) },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});
