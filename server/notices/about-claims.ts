import { rowOf, sql } from '#server/platform/index.ts';
import type { NoticeKind } from './kinds.ts';
import { buyerOf, staffOf } from './readers.ts';
import { told } from './tell.ts';
import type { Telling } from './telling.ts';

/** What a buyer is told when his claim comes to a state; what he did himself he knows. */
const forBuyer: Partial<Record<string, NoticeKind & `claim-${string}`>> = {
  'evidence-asked': 'claim-evidence-asked',
  'awaiting-return': 'claim-send-back',
  rejected: 'claim-rejected',
  refunded: 'claim-refunded',
  upheld: 'claim-upheld',
};

/** What the seller's clerks have to do. */
const forClerks: Partial<Record<string, 'claim-to-decide' | 'claim-goods-back'>> = {
  applied: 'claim-to-decide',
  'sent-back': 'claim-goods-back',
};

export const claimMoved: Telling = async (tx, { claimId, number, orderId, organizationId, to, side }, post) => {
  const claim = String(number);
  const state = String(to);
  const clerkKind = forClerks[state];
  if (clerkKind) {
    const clerks = await staffOf(tx, 'clerk', String(organizationId), post);
    return clerks.map((reader) => told(clerkKind, reader, { number: claim }, `/coop/claims/${claim}`));
  }
  const buyer = await buyerOf(tx, String(orderId), post);
  if (!buyer) return [];
  const page = `/orders/${buyer.number}/claims/${claim}`;
  if (state === 'escalated') {
    const platform = await staffOf(tx, 'administrator', null, post);
    return [
      ...platform.map((reader) => told('claim-to-arbitrate', reader, { number: claim }, `/admin/claims/${claim}`)),
      ...(side === 'buyer' ? [] : [told('claim-escalated', buyer, { number: claim }, page)]),
    ];
  }
  const kind = forBuyer[state];
  if (!kind) return [];
  if (kind !== 'claim-refunded') return [told(kind, buyer, { number: claim }, page)];
  const refund = await rowOf<{ amount: number }>(
    tx,
    sql`select paid_fen + freight_fen as amount from refund join claim on claim.refund_id = refund.id
        where claim.id = ${String(claimId)}`,
  );
  return refund ? [told(kind, buyer, { number: claim, amount: refund.amount }, page)] : [];
};
