import {
  keepRefundPending,
  markRefundFailed,
  markRefundSent,
  type ProviderNews,
  type Providers,
  recordDispute,
} from '#server/payments/index.ts';
import { authorize, type Ctx, transact } from '#server/platform/index.ts';
import { receivePaymentEvent } from './apply-payment.ts';

/** Takes account of what a provider says of its own accord. Hearing the same twice, or late, comes to the same. */
export async function receiveProviderNews(ctx: Ctx, news: ProviderNews, providers: Providers): Promise<void> {
  authorize(ctx, 'payments.receive');
  if (news.kind === 'payment') await receivePaymentEvent(ctx, news.event, providers);
  if (news.kind === 'dispute') await transact(ctx, (tx) => recordDispute(tx, news.dispute));
  if (news.kind === 'refund') await takeRefundNews(ctx, news);
}

async function takeRefundNews(
  ctx: Ctx,
  { refundId, round, answer }: Extract<ProviderNews, { kind: 'refund' }>,
): Promise<void> {
  await transact(ctx, async (tx) => {
    if (answer.outcome === 'sent') await markRefundSent(tx, refundId, { reference: answer.reference, round });
    if (answer.outcome === 'pending') await keepRefundPending(tx, refundId, answer.reference);
    if (answer.outcome === 'refused') await markRefundFailed(tx, refundId, answer.reason, round);
  });
}
