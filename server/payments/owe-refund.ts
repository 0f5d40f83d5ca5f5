import { assert } from '#server/kernel/errors.ts';
import type { Fen } from '#server/kernel/money.ts';
import { announce, rowOf, sql, type Tx } from '#server/platform/index.ts';

export type OwePaymentRefund = {
  paymentId: string;
  /** What makes it one: owing the same key again changes nothing. */
  key: string;
  amount: Fen;
  /** `after-sales`, or why a payment could not be kept: the state the order was in. */
  because: string;
};

/**
 * Notes that so much of a payment is owed back to who paid; it leaves after the transaction, through the provider that
 * took it in. Returns the id of what is owed. Owing more than came in is a bug: the caller has locked what it refunds.
 */
export async function owePaymentRefund(tx: Tx, input: OwePaymentRefund): Promise<{ id: string }> {
  const owed = await rowOf<{ id: string; over: boolean }>(
    tx,
    sql`with written as (
          insert into payment_refund (payment_id, key, amount_fen, because, owed_at, next_try_at)
          values (${input.paymentId}, ${input.key}, ${input.amount}, ${input.because}, ${tx.now}, ${tx.now})
          on conflict (key) do nothing returning id, amount_fen
        )
        select coalesce(written.id, before.id) as id, payment.amount_fen < coalesce(written.amount_fen, 0) + (
            select coalesce(sum(amount_fen), 0) from payment_refund where payment_id = ${input.paymentId}) as over
        from payment left join written on true left join payment_refund as before on before.key = ${input.key}
        where payment.id = ${input.paymentId}`,
  );
  assert(owed?.id, 'a payment to refund');
  assert(!owed.over, `no more goes back of payment ${input.paymentId} than came in`);
  await announce(tx, { topic: 'payment.refund-owed', key: owed.id, payload: { refundId: owed.id } });
  return { id: owed.id };
}
