import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { BANK_TRANSFER, cashOf, markRefundSent } from '#server/payments/index.ts';
import { authorize, type Ctx, recordChange, rowOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { bankAccounts } from './accounts.ts';
import type { HandBack, SendRefund } from './contract.ts';

/**
 * Notes that a person has sent a refund of a transfer through the bank: who, when, under which reference of the bank. It is
 * booked as every refund that was sent, and out of the bank account. Said twice, it is booked once.
 */
export async function sendRefundByHand(ctx: Ctx, refundId: string, input: SendRefund): Promise<void> {
  authorize(ctx, 'bank.keep');
  await transact(ctx, async (tx) => {
    const refund = await refundOf(tx, refundId);
    if (refund.provider !== BANK_TRANSFER) throw new DomainError('not-found', 'bank.refund-unknown');
    const evidence = `${input.toName} ${input.toAccount}`;
    const marked = await markRefundSent(tx, refundId, { reference: `bank:${input.reference}`, evidence });
    if (marked === 'already') return;
    await postEntry(tx, {
      key: `bank-out:${refundId}`,
      kind: 'bank-out',
      reference: refund.orderId,
      postings: [
        { account: bankAccounts.clearing(), amount: refund.amount, detail: refundId },
        { account: bankAccounts.platform(), amount: fen(-refund.amount), detail: refundId },
      ],
    });
    const after = { amount: refund.amount, reference: input.reference };
    await recordChange(tx, { subject: 'payment-refund', subjectId: refundId, what: 'sent-by-hand', after });
  });
}

/** Notes that a refund of cash was handed back over the counter that took it. */
export async function handBackCash(ctx: Ctx, organizationId: string, refundId: string, input: HandBack): Promise<void> {
  authorize(ctx, 'payments.take-cash', { organizationId });
  await transact(ctx, async (tx) => {
    const refund = await refundOf(tx, refundId);
    if (refund.provider !== cashOf(organizationId)) throw new DomainError('not-found', 'bank.refund-unknown');
    const marked = await markRefundSent(tx, refundId, { reference: `cash:${refundId}`, evidence: input.receivedBy });
    if (marked === 'already') return;
    const after = { amount: refund.amount, receivedBy: input.receivedBy };
    await recordChange(tx, { subject: 'payment-refund', subjectId: refundId, what: 'handed-back', after });
  });
}

async function refundOf(tx: Tx, id: string): Promise<{ amount: Fen; provider: string; orderId: string }> {
  const refund = isUuid(id)
    ? await rowOf<{ amount: Fen; provider: string; orderId: string }>(
        tx,
        sql`select payment_refund.amount_fen as amount, payment.provider, payment.order_id as "orderId"
            from payment_refund join payment on payment.id = payment_refund.payment_id where payment_refund.id = ${id}`,
      )
    : null;
  if (!refund) throw new DomainError('not-found', 'bank.refund-unknown');
  return refund;
}
