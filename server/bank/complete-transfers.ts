import { receivePaymentEvent } from '#server/orders/index.ts';
import { BANK_TRANSFER } from '#server/payments/index.ts';
import { authorize, type Ctx, rowsOf, sql, systemActor } from '#server/platform/index.ts';

const AT_ONCE = 100;

/**
 * Tells the order of every transfer that has come in full and of every cash receipt whose payment is not on record: after
 * the transaction that took the money in, and again by the worker for what a crash cut off. Returns how many.
 */
export async function completeTransfers(ctx: Ctx, paymentIds: readonly string[] | 'all' = 'all'): Promise<number> {
  const system = { ...ctx, actor: systemActor };
  authorize(system, 'payments.receive');
  const only = paymentIds === 'all' ? null : [...paymentIds];
  const full = await rowsOf<{ id: string; provider: string }>(
    ctx,
    sql`select payment.id, payment.provider from payment
        left join remittance on remittance.payment_id = payment.id left join cash_receipt on cash_receipt.payment_id = payment.id
        where payment.state in ('started', 'failed')
          and (remittance.received_fen = payment.amount_fen or cash_receipt.id is not null)
          and (${only}::uuid[] is null or payment.id = any(${only}::uuid[]))
        order by payment.id limit ${AT_ONCE}`,
  );
  for (const { id, provider } of full) {
    const source = provider === BANK_TRANSFER ? 'remittance' : 'cash';
    await receivePaymentEvent(
      { ...system, em: ctx.em.fork() },
      { provider, eventId: `${source}:${id}`, paymentId: id, kind: 'succeeded' },
    );
  }
  return full.length;
}
