import { expect, test } from 'vitest';
import type { Ctx } from '#server/platform/ctx.ts';
import { readEnv } from '#server/platform/env.ts';
import { openSmsStandIn, type SmsFault } from '#server/testing/sms-stand-in.ts';
import { openSmtpStandIn, type SmtpFault } from '#server/testing/smtp-stand-in.ts';
import type { Message } from './messenger.ts';
import { messengerOf } from './messenger-of.ts';
import { smsWebhook } from './sms-webhook.ts';
import { smtpMail } from './smtp-mail.ts';

const ctx = { now: new Date('2026-06-01T04:00:00Z') } as Ctx;
const secret = 'a secret of the provider';

const mail: Message = {
  id: '0197261f-8d00-7000-8000-000000000001',
  recipient: 'lin@example.com',
  language: 'zh-CN',
  template: 'notices.order-paid',
  params: { number: '260601-ABCDEF', total: 4_500 },
  subject: '订单 260601-ABCDEF 已付款',
  words: `您好，\n\n.以点开头的一行\n${'很长的一行，'.repeat(200)}\n\n七销`,
};
const text: Message = { ...mail, recipient: '13800001234', subject: null, words: '【七销】订单已付款' };

async function sendMailTo(faults: SmtpFault[]) {
  await using server = await openSmtpStandIn({ faults });
  const send = smtpMail({
    host: '127.0.0.1',
    port: server.port,
    secure: false,
    from: 'qixiao@example.cn',
    timeoutMs: 200,
  });
  return { answer: await send(ctx, mail), mails: server.mails };
}

async function sendTextTo(faults: SmsFault[]) {
  await using server = await openSmsStandIn({ secret, faults });
  return { answer: await smsWebhook({ url: server.url, secret, timeoutMs: 200 })(ctx, text), texts: server.texts };
}

test('a mail arrives whole, from us, under an id that stays the same', async () => {
  const { answer, mails } = await sendMailTo([]);

  expect(answer).toEqual({ outcome: 'sent' });
  expect(mails).toMatchObject([
    {
      from: 'qixiao@example.cn',
      to: 'lin@example.com',
      headers: { 'message-id': `<${mail.id}@example.cn>`, 'auto-submitted': 'auto-generated' },
    },
  ]);
  expect(mails[0]?.text.replaceAll('\r\n', '\n').trimEnd()).toBe(mail.words);
  expect(mails[0]?.headers.subject).toContain('=?UTF-8?');
});

test('a mail server that says no for good is believed, whatever else it says is tried again', async () => {
  const answers = async (fault: SmtpFault) => (await sendMailTo([fault])).answer;

  expect(await answers('no-such-mailbox')).toEqual({ outcome: 'refused', reason: 'smtp 550' });
  expect(await answers('content-refused')).toEqual({ outcome: 'refused', reason: 'smtp 554' });
  expect(await answers('mailbox-busy')).toEqual({ outcome: 'failed', reason: 'smtp 451' });
  expect(await answers('busy-greeting')).toMatchObject({ outcome: 'failed' });
  expect(await answers('no-greeting')).toEqual({ outcome: 'failed', reason: 'smtp ETIMEDOUT' });
  expect(await answers('silent-after-data')).toMatchObject({ outcome: 'failed' });
  expect(await answers('reset-after-data')).toMatchObject({ outcome: 'failed' });
});

test('where no mail server listens, a mail waits', async () => {
  const send = smtpMail({ host: '127.0.0.1', port: 1, secure: false, from: 'qixiao@example.cn', timeoutMs: 200 });

  expect(await send(ctx, mail)).toMatchObject({ outcome: 'failed' });
});

test('a mail server elsewhere that cannot talk in secret is told nothing', async () => {
  await using server = await openSmtpStandIn({ host: '127.0.0.2' });
  const send = smtpMail({ host: '127.0.0.2', port: server.port, secure: false, from: 'a@example.cn', timeoutMs: 200 });

  expect(await send(ctx, mail)).toMatchObject({ outcome: 'failed' });
  expect(server.connections).toBe(1);
  expect(server.mails).toEqual([]);
});

test('a text arrives signed, with its words and what a registered wording is filled in with', async () => {
  const { answer, texts } = await sendTextTo([]);

  expect(answer).toEqual({ outcome: 'sent' });
  expect(texts).toEqual([
    {
      id: text.id,
      to: '13800001234',
      language: 'zh-CN',
      template: 'notices.order-paid',
      params: { number: '260601-ABCDEF', total: 4_500 },
      text: '【七销】订单已付款',
    },
  ]);
});

test('a provider of texts that says no for good is believed, whatever else it says is tried again', async () => {
  const answers = async (fault: SmsFault) => (await sendTextTo([fault])).answer;

  for (const status of [400, 410, 422]) {
    expect(await answers(status)).toEqual({ outcome: 'refused', reason: `http ${status}` });
  }
  for (const status of [302, 401, 403, 404, 408, 429, 500, 502, 503]) {
    expect(await answers(status)).toEqual({ outcome: 'failed', reason: `http ${status}` });
  }
  expect(await answers('silent')).toEqual({ outcome: 'failed', reason: 'http TimeoutError' });
  expect(await answers('reset-after-taking')).toMatchObject({ outcome: 'failed' });
});

test('what was taken and then cut off is taken once, however often it is tried', async () => {
  await using server = await openSmsStandIn({ secret, faults: ['reset-after-taking', 503] });
  const send = smsWebhook({ url: server.url, secret, timeoutMs: 200 });

  const answers = [];
  for (let turn = 0; turn < 3; turn += 1) answers.push((await send(ctx, text)).outcome);

  expect(answers).toEqual(['failed', 'failed', 'sent']);
  expect(server.requests).toBe(3);
  expect(server.texts.length).toBe(1);
});

test('a provider that knows another secret takes nothing', async () => {
  await using server = await openSmsStandIn({ secret: 'another secret altogether' });

  expect(await smsWebhook({ url: server.url, secret })(ctx, text)).toEqual({ outcome: 'refused', reason: 'http 400' });
  expect(server.texts).toEqual([]);
});

test('an installation sends by what it has the settings for, and from a demo nothing leaves', async () => {
  await using server = await openSmsStandIn({ secret });
  const given = {
    DATABASE_URL: 'postgres://x',
    PUBLIC_URL: 'https://qixiao.cn',
    SMS_URL: server.url,
    SMS_SECRET: secret,
  };
  const live = messengerOf(readEnv({ ...given, DEMO: 'off' }));
  const both = { ...given, SMTP_HOST: 'mail.example.cn', MAIL_FROM: 'a@example.cn', DEMO: 'off' };

  expect([live.carries('sms'), live.carries('mail')]).toEqual([true, false]);
  expect(await live.sendSms(ctx, text)).toEqual({ outcome: 'sent' });
  await expect(live.sendMail(ctx, mail)).rejects.toMatchObject({ code: 'messages.no-provider' });
  expect(messengerOf(readEnv(both)).carries('mail')).toBe(true);
  expect(messengerOf(readEnv({ DATABASE_URL: 'postgres://x', DEMO: 'off' })).carries('sms')).toBe(false);
  const half = (part: object) => () => readEnv({ ...both, ...part } as Record<string, string>);
  expect(half({ MAIL_FROM: '' })).toThrow(/MAIL_FROM/);
  expect(half({ SMTP_USER: 'us' })).toThrow(/SMTP_PASSWORD/);
  expect(half({ SMS_SECRET: '' })).toThrow(/SMS_SECRET/);
  expect(half({ PUBLIC_URL: '' })).toThrow(/PUBLIC_URL/);
  expect(half({ SMS_URL: 'file:///etc/passwd' })).toThrow(/SMS_URL/);
});
