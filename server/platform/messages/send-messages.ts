import { authorize, type Ctx, transact } from '../ctx.ts';
import { log } from '../log.ts';
import { unsealAlike } from '../sealed.ts';
import { type ClaimedMessage, claimMessages, giveUp, letGo, markSent, retryLater } from './message.moves.ts';
import { type MessageChannel, type Messenger, messageChannels, type SendAnswer } from './messenger.ts';

const TAKEN_AT_ONCE = 40;
const TURNS_MAX = 5;
const SIDE_BY_SIDE = 5;

/**
 * Sends what waits. That a message is being sent is committed first; its provider is asked outside of any transaction,
 * once per try; then its answer is. A crash between the provider's answer and our mark is the one window in which a
 * message leaves twice: it is tried again under the same id, and a provider that knows ids sends it once.
 */
export async function sendMessages(ctx: Ctx, messenger: Messenger): Promise<number> {
  authorize(ctx, 'messages.send');
  const channels = messageChannels.filter((channel) => messenger.carries(channel));
  await letGo(ctx, channels);
  let taken = 0;
  for (let turn = 0; turn < TURNS_MAX; turn += 1) {
    const claimed = await transact(ctx, (tx) => claimMessages(tx, channels, TAKEN_AT_ONCE));
    await sideBySide(claimed, (message) => send(ctx, messenger, message));
    taken += claimed.length;
    if (claimed.length < TAKEN_AT_ONCE) break;
  }
  return taken;
}

async function send(ctx: Ctx, messenger: Messenger, message: ClaimedMessage): Promise<void> {
  const answer = await answerOf(ctx, messenger, message);
  if (answer.outcome === 'sent') await markSent(ctx, message);
  else if (answer.outcome === 'refused') await giveUp(ctx, message, answer.reason);
  else await retryLater(ctx, message, answer.reason);
}

const methods = { sms: 'sendSms', mail: 'sendMail' } as const satisfies Record<MessageChannel, keyof Messenger>;

async function answerOf(ctx: Ctx, messenger: Messenger, { token, ...message }: ClaimedMessage): Promise<SendAnswer> {
  try {
    return await messenger[methods[message.channel]](ctx, { ...message, recipient: unsealAlike(token) });
  } catch (error) {
    // A provider answers; what it throws is a bug of ours, and no reason to lose a message.
    log.error({ err: error, messageId: message.id, template: message.template }, 'a message was not answered');
    return { outcome: 'failed', reason: 'fault' };
  }
}

/** A few at a time, so that a slow provider does not hold up a whole run, and a fast one is not flooded. */
async function sideBySide<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
}
