import { present } from '#server/kernel/errors.ts';
import { authorize, type Ctx, type Delivered, rowOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { claimMoved } from './about-claims.ts';
import {
  householdAdvanced,
  objectionResolved,
  payoutApproved,
  payoutAssembled,
  statementConfirmed,
  statementMade,
  statementObjected,
  transferPaid,
  transferReturned,
} from './about-households.ts';
import {
  orderLapsed,
  orderPaid,
  parcelDelivered,
  parcelShipped,
  paymentDisputed,
  paymentUnused,
  refundBooked,
  refundSent,
  refundStuck,
} from './about-orders.ts';
import type { Post } from './readers.ts';
import { type Channels, tell } from './tell.ts';
import type { Telling } from './telling.ts';

const tellings: Record<string, Telling> = {
  'order.paid': orderPaid,
  'order.lapsed': orderLapsed,
  'payment.refunded': paymentUnused,
  'payment.refund-sent': refundSent,
  'payment.refund-failed': refundStuck,
  'payment.disputed': paymentDisputed,
  'refund.booked': refundBooked,
  'parcel.shipped': parcelShipped,
  'parcel.delivered': parcelDelivered,
  'claim.moved': claimMoved,
  'statement.made': statementMade,
  'statement.confirmed': statementConfirmed,
  'statement.objected': statementObjected,
  'statement.objection-resolved': objectionResolved,
  'household.advanced': householdAdvanced,
  'payout.assembled': payoutAssembled,
  'payout.approved': payoutApproved,
  'transfer.paid': transferPaid,
  'transfer.failed': transferReturned,
  'transfer.returned': transferReturned,
};

/** All that somebody is told about. */
export const noticeTopics: readonly string[] = Object.keys(tellings);

/** Tells whom a piece of news concerns, once however often it comes. Nothing is sent here: see sendMessages. */
export async function hearNews(ctx: Ctx, news: Delivered, post: Post, channels: Channels): Promise<void> {
  authorize(ctx, 'notices.tell');
  const telling = present(tellings[news.topic], `somebody to tell of ${news.topic}`);
  await transact(ctx, async (tx) => {
    const heard = { name: await nameOf(tx, news), at: await momentOf(tx, news) };
    await tell(tx, heard, await telling(tx, news.payload, post), post, channels);
  });
}

/** A refund that came back to its provider and was sent anew is news again, under a key that does not say so. */
async function nameOf(tx: Tx, { topic, key, payload }: Delivered): Promise<string> {
  if (topic !== 'payment.refund-sent') return `${topic}:${key}`;
  const refund = await rowOf<{ round: number }>(
    tx,
    sql`select round from payment_refund where id = ${String(payload.refundId)}`,
  );
  return `${topic}:${key}:${refund?.round ?? 0}`;
}

/** When it happened. News that is gone from the outbox was told a month ago. */
async function momentOf(tx: Tx, { id }: Delivered): Promise<Date> {
  const row = await rowOf<{ at: string }>(tx, sql`select at from outbox where id = ${id}`);
  return row ? new Date(row.at) : new Date(0);
}
