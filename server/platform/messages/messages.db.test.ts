import { expect, test } from 'vitest';
import { uuidv7 } from '#server/kernel/ids.ts';
import { systemActor } from '#server/platform/ctx.ts';
import { beat, sql, transact } from '#server/platform/index.ts';
import { openCtx } from '#server/platform/orm.ts';
import { openWorld, type World } from '#server/testing/index.ts';
import { forgetMessages } from './forget-messages.ts';
import { findGivenUp, sendAgain } from './given-up-messages.ts';
import { type DraftMessage, writeMessages } from './message.moves.ts';
import { SEND_JOB } from './messages.proofs.ts';
import type { Message, Messenger, SendAnswer } from './messenger.ts';
import { sendMessages } from './send-messages.ts';

/** A provider that keeps what it was asked to send and answers as it is told. */
function aProvider(answer: (message: Message) => SendAnswer | Promise<SendAnswer>) {
  const asked: Message[] = [];
  const send = async (_: unknown, message: Message) => {
    asked.push(message);
    return answer(message);
  };
  const messenger: Messenger = { carries: () => true, sendSms: send, sendMail: send };
  return { asked, messenger };
}
const sends = () => aProvider(() => ({ outcome: 'sent' }));
const fails = () => aProvider(() => ({ outcome: 'failed', reason: 'http 503' }));

/** So many texts, each of a notice of its own, written and waiting. */
async function waiting(world: World, count: number): Promise<void> {
  const notices = await world.rows<{ id: string }>(
    sql`with household as (
          insert into household (code, village_code, name, masked_name)
          select 'H' || n, (select code from region limit 1), '林', '林' from generate_series(1, ${count}::int) n returning id
        )
        insert into notice (news, kind, household_id, facts, at) select 'n', 'payout-paid', id, '{}', ${world.now} from household
        returning id`,
  );
  const drafts = notices.map(
    ({ id }): DraftMessage => ({
      id: uuidv7(world.now),
      noticeId: id,
      channel: 'sms',
      recipient: '13800001234',
      language: 'en',
      template: 'notices.payout-paid',
      params: { amount: 100 },
      subject: null,
      words: 'paid',
    }),
  );
  await transact(world.system(), (tx) => writeMessages(tx, drafts, { late: false }));
}

const states = (world: World) =>
  world.rows<{ state: string }>(
    sql`select state, tries, last_error as reason, count(*)::int as messages from message group by 1, 2, 3 order by 1`,
  );

test('what waits is sent once, with the address it was written for', async () => {
  await using world = await openWorld();
  await waiting(world, 90);
  const { asked, messenger } = sends();

  expect(await sendMessages(world.system(), messenger)).toBe(90);
  expect(await sendMessages(world.system(), messenger)).toBe(0);

  expect(new Set(asked.map(({ id }) => id)).size).toBe(90);
  expect(asked[0]).toMatchObject({ recipient: '13800001234', words: 'paid', language: 'en', params: { amount: 100 } });
  expect(await states(world)).toEqual([{ state: 'sent', tries: 1, reason: null, messages: 90 }]);
  await expect(sendMessages(world.administrator(), messenger)).rejects.toMatchObject({ code: 'access.denied' });
});

test('two senders at once never take the same message', async () => {
  await using world = await openWorld();
  await waiting(world, 60);
  // Taking lasts a while, so that both surely look at the same rows.
  await world.rows(sql`create function dawdle() returns trigger language plpgsql as
    $$ begin if new.state = 'sending' then perform pg_sleep(0.005); end if; return new; end $$`);
  await world.rows(sql`create trigger dawdle before update on message for each row execute function dawdle()`);
  const { asked, messenger } = aProvider(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    return { outcome: 'sent' };
  });

  await Promise.all([sendMessages(world.system(), messenger), sendMessages(world.system(), messenger)]);

  expect(asked.length).toBe(60);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(60);
});

test('a message is tried again after pauses that grow, under the same id, and given up after a day', async () => {
  await using world = await openWorld();
  await waiting(world, 1);
  const { asked, messenger } = fails();

  const start = world.now;
  const minutes: number[] = [];
  for (;;) {
    await sendMessages(world.system(), messenger);
    minutes.push((world.now.getTime() - start.getTime()) / 60_000);
    const [due] = await world.rows<{ at: string }>(sql`select next_try_at as at from message where state = 'waiting'`);
    if (!due) break;
    world.now = new Date(new Date(due.at).getTime() - 1);
    expect(await sendMessages(world.system(), messenger)).toBe(0);
    world.now = new Date(due.at);
  }

  expect(minutes).toEqual([0, 1, 6, 21, 81, 261, 621, 1341]);
  expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
  expect(await states(world)).toEqual([{ state: 'given-up', tries: 8, reason: 'http 503', messages: 1 }]);
});

test('a definite no is not asked again, until a person says so', async () => {
  await using world = await openWorld();
  await waiting(world, 1);
  await sendMessages(world.system(), aProvider(() => ({ outcome: 'refused', reason: 'http 400' })).messenger);
  world.later(2 * 1_440);
  const { asked, messenger } = sends();
  await sendMessages(world.system(), messenger);
  expect(asked).toEqual([]);
  const { rows } = await findGivenUp(world.administrator(), { page: 1 });
  const [{ id } = { id: '' }] = rows;

  expect(rows).toMatchObject([{ masked: '138****1234', reason: 'http 400', tries: 1, canBeSent: true }]);
  await expect(sendAgain(world.bookkeeper(), id)).rejects.toMatchObject({ code: 'access.denied' });
  await expect(sendAgain(world.administrator(), uuidv7(world.now))).rejects.toMatchObject({ code: 'messages.unknown' });
  await sendAgain(world.administrator(), id);
  await expect(sendAgain(world.administrator(), id)).rejects.toMatchObject({ code: 'machine.wrong-state' });
  await sendMessages(world.system(), messenger);

  expect(asked.map((message) => message.id)).toEqual([id]);
  expect(await states(world)).toMatchObject([{ state: 'sent' }]);
  expect(await world.rows(sql`select what from change_log where subject = 'message'`)).toEqual([
    { what: 'sent-again' },
  ]);
});

test('what a sender was cut off at is taken up by another, and the first can no longer say how it ended', async () => {
  await using world = await openWorld();
  await waiting(world, 1);
  const cut = Promise.withResolvers<SendAnswer>();
  const first = aProvider(() => cut.promise);
  const early = openCtx(world.orm, systemActor, world.now);
  const sending = sendMessages(early, first.messenger);
  while (first.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

  world.later(10);
  const second = fails();
  await sendMessages(world.system(), second.messenger);
  expect(second.asked).toEqual([]);
  world.later(5);
  await sendMessages(world.system(), second.messenger);
  cut.resolve({ outcome: 'sent' });
  await sending;

  // The one window in which a message may leave twice: under one id, which a provider can tell.
  expect(second.asked.map(({ id }) => id)).toEqual(first.asked.map(({ id }) => id));
  expect(await states(world)).toMatchObject([{ state: 'waiting', tries: 2, reason: 'http 503' }]);
});

test('a provider that throws loses nothing and stops nobody', async () => {
  await using world = await openWorld();
  await waiting(world, 3);
  let turn = 0;
  const { messenger } = aProvider(() => {
    turn += 1;
    if (turn === 1) throw new Error('a bug of ours');
    return { outcome: 'sent' };
  });

  await sendMessages(world.system(), messenger);

  expect(await states(world)).toEqual([
    { state: 'sent', tries: 1, reason: null, messages: 2 },
    { state: 'waiting', tries: 1, reason: 'fault', messages: 1 },
  ]);
});

test('what was due for three days, or goes where no channel leads, is let go and not sent', async () => {
  await using world = await openWorld();
  const { asked, messenger } = sends();
  await waiting(world, 1);
  await sendMessages(world.system(), { ...messenger, carries: (channel) => channel === 'mail' });
  expect(await states(world)).toMatchObject([{ state: 'not-sent', reason: 'no-provider' }]);
  await world.rows(sql`update message set state = 'waiting', next_try_at = ${world.now}`);
  world.later(3 * 1_440 + 1);

  await sendMessages(world.system(), messenger);

  expect(await states(world)).toMatchObject([{ state: 'not-sent', reason: 'too-late' }]);
  expect(asked).toEqual([]);
});

test('an address is forgotten a week after its message was sent, a month after it was given up, and never before', async () => {
  await using world = await openWorld();
  await waiting(world, 3);
  await world.rows(
    sql`with numbered as (select id, row_number() over (order by id) as n from message)
        update message set state = case n when 1 then 'sent' when 2 then 'given-up' else 'waiting' end,
          next_try_at = case when n = 3 then next_try_at end, sent_at = case when n = 1 then ${world.now}::timestamptz end
        from numbered where numbered.id = message.id`,
  );
  const known = async () =>
    (
      await world.rows<{ state: string }>(
        sql`select state from message where recipient_token is not null order by state`,
      )
    ).map(({ state }) => state);
  await forgetMessages(world.system());
  expect(await known()).toEqual(['given-up', 'sent', 'waiting']);

  world.later(8 * 1_440);
  await forgetMessages(world.system());
  expect(await known()).toEqual(['given-up', 'waiting']);
  world.later(23 * 1_440);
  await forgetMessages(world.system());

  expect(await known()).toEqual(['waiting']);
  const [given] = (await findGivenUp(world.administrator(), { page: 1 })).rows;
  expect(given?.canBeSent).toBe(false);
  await expect(sendAgain(world.administrator(), given?.id ?? '')).rejects.toMatchObject({
    code: 'messages.address-forgotten',
  });
});

test('a message nobody tried for an hour breaks the proof while the sender says that it lives, and only then', async () => {
  await using world = await openWorld();
  await waiting(world, 1);
  const broken = async () => (await world.brokenProofs()).map(({ name }) => name);
  world.later(59);
  await beat(world.system(), SEND_JOB, 5);
  expect(await broken()).toEqual([]);
  world.later(2);

  expect(await broken()).toEqual(['messages.are-tried']);
  world.later(10);
  expect(await broken()).toEqual(['jobs.all-ran']);
});
