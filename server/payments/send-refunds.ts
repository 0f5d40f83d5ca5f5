import { authorize, type Ctx, log, transact } from '#server/platform/index.ts';
import type { Providers, RefundAnswer } from './provider.ts';
import { type ClaimedRefund, claimRefunds, type WhichRefunds } from './refund.claim.ts';
import {
  keepRefundForHand,
  keepRefundPending,
  markRefundFailed,
  markRefundSent,
  retryRefundLater,
} from './refund.moves.ts';

const SENT_AT_ONCE = 20;

/**
 * Sends money that is owed back, through the provider that took it in. That it is being sent is committed first; the
 * provider is asked outside of any transaction, under the refund's id as idempotency key; then its answer is. Whatever
 * is left between is taken up again under the same key, so it leaves once. Returns how many were asked for.
 */
export async function sendOwedRefunds(ctx: Ctx, providers: Providers, which: WhichRefunds = {}): Promise<number> {
  authorize(ctx, 'payments.refund');
  let asked = 0;
  for (;;) {
    const claimed = await transact(ctx, (tx) => claimRefunds(tx, codesOf(providers), which, SENT_AT_ONCE));
    for (const owed of claimed) await send(ctx, providers, owed);
    asked += claimed.length;
    if (claimed.length < SENT_AT_ONCE) return asked;
  }
}

async function send(ctx: Ctx, providers: Providers, owed: ClaimedRefund): Promise<void> {
  const provider = providers.of(owed.provider);
  if (!provider) return;
  let answer: RefundAnswer;
  try {
    answer = await provider.refund(ctx, owed);
  } catch (error) {
    // Nobody knows whether it took effect; the same key finds out.
    log.warn({ err: error, refundId: owed.id, provider: owed.provider }, 'a refund was not answered');
    const reason = error instanceof Error ? error.message : String(error);
    await transact(ctx, (tx) => retryRefundLater(tx, owed, reason));
    return;
  }
  await transact(ctx, async (tx) => {
    if (answer.outcome === 'sent') await markRefundSent(tx, owed.id, { reference: answer.reference });
    else if (answer.outcome === 'pending') await keepRefundPending(tx, owed.id, answer.reference);
    else if (answer.outcome === 'refused') await markRefundFailed(tx, owed.id, answer.reason);
    else await keepRefundForHand(tx, owed.id);
  });
}

function codesOf({ known }: Providers): string[] {
  return known.map(({ code }) => code);
}
