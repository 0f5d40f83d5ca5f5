import { addMinutes } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { checkMove, defineMachine } from '#server/kernel/machine.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { announce, rowOf, run, sql, type Tx } from '#server/platform/index.ts';
import { paymentAccounts } from './accounts.ts';
import { lockPayment } from './payments.ts';
import { pauseMinutes } from './refund.claim.ts';

/** Money on its way back. What a provider sent may come back to it: then it has failed, and may be sent anew. */
export const paymentRefundMachine = defineMachine({
  name: 'payment-refund',
  initial: 'due',
  transitions: {
    due: ['sending', 'sent', 'failed'],
    sending: ['due', 'sent', 'failed', 'by-hand'],
    'by-hand': ['sent'],
    sent: ['failed'],
    failed: ['due', 'sent'],
  },
});
export type PaymentRefundState = keyof typeof paymentRefundMachine.transitions;

type RefundRow = {
  id: string;
  paymentId: string;
  orderId: string;
  provider: string;
  state: PaymentRefundState;
  amount: Fen;
  round: number;
};

const PENDING_MINUTES = 15;

/**
 * The money has left: booked out of what the buyer is owed, once, however often it is said. The payment is `refunded`
 * when all that came in has gone back. `evidence` says how a person sent what the provider could not.
 */
export async function markRefundSent(
  tx: Tx,
  id: string,
  by: { reference: string; evidence?: string; round?: number },
): Promise<'sent' | 'already'> {
  const refund = await lockRefund(tx, id);
  if (refund.state === 'sent' || isOfBefore(refund, by.round)) return 'already';
  checkMove(paymentRefundMachine, refund.state, 'sent');
  await run(
    tx,
    sql`update payment_refund set state = 'sent', provider_reference = ${by.reference}, sent_at = ${tx.now},
          evidence = ${by.evidence ?? null}, last_error = null where id = ${id}`,
  );
  await postEntry(tx, {
    key: entryKey('refund-sent', refund),
    kind: 'refund-sent',
    reference: refund.orderId,
    postings: [
      { account: paymentAccounts.buyerCredit(refund.orderId), amount: refund.amount, detail: id },
      { account: paymentAccounts.clearing(refund.provider), amount: fen(-refund.amount), detail: id },
    ],
  });
  await run(
    tx,
    sql`update payment set state = 'refunded' where id = ${refund.paymentId} and state = 'succeeded' and amount_fen = (
          select sum(amount_fen) from payment_refund where payment_id = ${refund.paymentId} and state = 'sent')`,
  );
  await announce(tx, {
    topic: 'payment.refund-sent',
    key: id,
    payload: { refundId: id, orderId: refund.orderId, amount: refund.amount },
  });
  return 'sent';
}

/**
 * The provider will not send it, or sent it and it came back. What was booked out is booked in again: the buyer is still
 * owed it, and whoever keeps the books must see to it.
 */
export async function markRefundFailed(tx: Tx, id: string, reason: string, round?: number): Promise<void> {
  const refund = await lockRefund(tx, id);
  if (refund.state === 'failed' || isOfBefore(refund, round)) return;
  checkMove(paymentRefundMachine, refund.state, 'failed');
  await run(
    tx,
    sql`update payment_refund set state = 'failed', sent_at = null, last_error = ${reason} where id = ${id}`,
  );
  if (refund.state === 'sent') {
    await postEntry(tx, {
      key: entryKey('refund-returned', refund),
      kind: 'refund-returned',
      reference: refund.orderId,
      postings: [
        { account: paymentAccounts.clearing(refund.provider), amount: refund.amount, detail: id },
        { account: paymentAccounts.buyerCredit(refund.orderId), amount: fen(-refund.amount), detail: id },
      ],
    });
    await run(tx, sql`update payment set state = 'succeeded' where id = ${refund.paymentId} and state = 'refunded'`);
  }
  await announce(tx, {
    topic: 'payment.refund-failed',
    key: `${id}:${refund.round}`,
    payload: { refundId: id, orderId: refund.orderId, reason },
  });
}

/** The provider has taken it on and is not through: it is asked again later, unless its webhook comes first. */
export async function keepRefundPending(tx: Tx, id: string, reference: string): Promise<void> {
  await run(
    tx,
    sql`update payment_refund set provider_reference = ${reference}, next_try_at = ${addMinutes(tx.now, PENDING_MINUTES)}
        where id = ${id} and state = 'sending'`,
  );
}

/** A person sends it. */
export async function keepRefundForHand(tx: Tx, id: string): Promise<void> {
  await run(tx, sql`update payment_refund set state = 'by-hand' where id = ${id} and state = 'sending'`);
}

/** Nobody knows what became of it: the same again after a pause. */
export async function retryRefundLater(tx: Tx, refund: { id: string; attempt: number }, reason: string): Promise<void> {
  const at = addMinutes(tx.now, pauseMinutes(refund.attempt));
  await run(
    tx,
    sql`update payment_refund set state = 'due', next_try_at = ${at}, last_error = ${reason}
        where id = ${refund.id} and state = 'sending'`,
  );
}

/** A new round: what failed is due again, under a new key. What is on its way has a round already, and is refused (conflict). */
export async function sendRefundAnew(tx: Tx, id: string): Promise<void> {
  const refund = await lockRefund(tx, id);
  if (refund.state !== 'failed') throw new DomainError('conflict', 'payments.refund-not-failed');
  checkMove(paymentRefundMachine, refund.state, 'due');
  await run(
    tx,
    sql`update payment_refund set state = 'due', round = round + 1, tries = 0, next_try_at = ${tx.now},
          provider_reference = null where id = ${id}`,
  );
  await announce(tx, { topic: 'payment.refund-owed', key: `${id}:${refund.round + 1}`, payload: { refundId: id } });
}

/** Payment first, then what is owed of it: the order in which everybody locks. */
async function lockRefund(tx: Tx, id: string): Promise<RefundRow> {
  const found = await rowOf<{ paymentId: string }>(
    tx,
    sql`select payment_id as "paymentId" from payment_refund where id = ${id}`,
  );
  if (!found) throw new DomainError('not-found', 'payments.refund-unknown');
  const payment = await lockPayment(tx, found.paymentId);
  const row = await rowOf<Omit<RefundRow, 'orderId' | 'provider'>>(
    tx,
    sql`select id, payment_id as "paymentId", state, amount_fen as amount, round from payment_refund
        where id = ${id} for update`,
  );
  if (!row) throw new DomainError('not-found', 'payments.refund-unknown');
  return { ...row, orderId: payment.orderId, provider: payment.provider };
}

/** Late word of a round that is over says nothing of the one under way. */
function isOfBefore(refund: RefundRow, round: number | undefined): boolean {
  return round !== undefined && round !== refund.round;
}

/** The first round goes by the refund's id alone. */
function entryKey(kind: string, { id, round }: RefundRow): string {
  return round === 1 ? `${kind}:${id}` : `${kind}:${id}:${round}`;
}
