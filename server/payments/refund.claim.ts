import { addMinutes } from '#server/kernel/calendar.ts';
import { rowsOf, sql, type Tx } from '#server/platform/index.ts';
import type { OwedRefund } from './provider.ts';

/** All that is due, or only what is owed of one payment, or one of it. */
export type WhichRefunds = { paymentId?: string; refundId?: string };

export type ClaimedRefund = OwedRefund & { provider: string };

/** Longer than any call to a provider lasts: what is still being sent after this was cut off by a crash. */
const LEASE_MINUTES = 3;
const PAUSE_MINUTES_MAX = 60;

/** Takes refunds that are due, each by one sender, and says when another may take them up. */
export async function claimRefunds(
  tx: Tx,
  providers: readonly string[],
  which: WhichRefunds,
  most: number,
): Promise<ClaimedRefund[]> {
  return rowsOf<ClaimedRefund>(
    tx,
    sql`with due as (
          select payment_refund.id from payment_refund join payment on payment.id = payment_refund.payment_id
          where payment_refund.state in ('due', 'sending') and next_try_at <= ${tx.now}
            and split_part(payment.provider, ':', 1) = any(${[...providers]}::text[])
            and (${which.paymentId ?? null}::uuid is null or payment_id = ${which.paymentId ?? null}::uuid)
            and (${which.refundId ?? null}::uuid is null or payment_refund.id = ${which.refundId ?? null}::uuid)
          order by next_try_at limit ${most} for update of payment_refund skip locked
        )
        update payment_refund set state = 'sending', tries = tries + 1, next_try_at = ${addMinutes(tx.now, LEASE_MINUTES)}
        from due, payment where payment_refund.id = due.id and payment.id = payment_refund.payment_id
        returning payment_refund.id, payment_id as "paymentId", payment.order_id as "orderId", payment.provider,
          payment_refund.amount_fen as amount, round, tries as attempt, payment.provider_reference as reference,
          payment_refund.provider_reference as "refundReference"`,
  );
}

/** How long to wait after so many tries: a minute, then twice as long each time, an hour at most. */
export function pauseMinutes(tries: number): number {
  return Math.min(2 ** Math.max(tries - 1, 0), PAUSE_MINUTES_MAX);
}
