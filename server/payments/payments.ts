import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { checkMove } from '#server/kernel/machine.ts';
import type { Fen } from '#server/kernel/money.ts';
import { type Ctx, rowOf, rowsOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { type PaymentState, paymentMachine } from './payment.machine.ts';

export type Payment = {
  id: string;
  orderId: string;
  provider: string;
  state: PaymentState;
  amount: Fen;
  applied: boolean;
  /** What its provider calls the try, and where it is paid; null until it has been opened there. */
  openedReference: string | null;
  openedUrl: string | null;
  createdAt: string;
};

/** What a provider tells us, by webhook or by the buyer's return: the same news has the same event id. */
export type PaymentEvent = {
  provider: string;
  eventId: string;
  paymentId: string;
  kind: 'succeeded' | 'failed';
  /** What the provider calls the money that came in, to send it back by; the event's id when left out. */
  reference?: string;
  /** How much came in, where the provider says so: it has to be what was asked for. */
  amount?: Fen;
};

const columns = sql`id, order_id as "orderId", provider, state, amount_fen as amount, applied_at is not null as applied,
  opened_reference as "openedReference", opened_url as "openedUrl", created_at as "createdAt"`;

/** Opens a try to pay so much for an order. */
export async function openPayment(tx: Tx, orderId: string, provider: string, amount: Fen): Promise<Payment> {
  const id = uuidv7(tx.now);
  await run(
    tx,
    sql`insert into payment (id, created_at, order_id, provider, state, amount_fen)
        values (${id}, ${tx.now}, ${orderId}, ${provider}, 'started', ${amount})`,
  );
  const unopened = { openedReference: null, openedUrl: null, createdAt: tx.now.toISOString() };
  return { id, orderId, provider, state: 'started', amount, applied: false, ...unopened };
}

/** Keeps what the provider answered when the try was opened there: what it calls it, and where it is paid. */
export async function keepOpened(tx: Tx, id: string, opened: { reference?: string; url?: string }): Promise<void> {
  await run(
    tx,
    sql`update payment set opened_reference = ${opened.reference ?? null}, opened_url = ${opened.url ?? null},
          opened_at = ${tx.now} where id = ${id}`,
  );
}

export async function getPayment(ctx: Pick<Ctx, 'em'>, id: string): Promise<Payment> {
  const payment = await rowOf<Payment>(ctx, sql`select ${columns} from payment where id = ${id}`);
  if (!payment) throw new DomainError('not-found', 'payments.unknown');
  return payment;
}

/** The latest try to pay an order, if any. */
export async function findLatestPayment(ctx: Pick<Ctx, 'em'>, orderId: string): Promise<Payment | null> {
  const rows = await rowsOf<Payment>(
    ctx,
    sql`select ${columns} from payment where order_id = ${orderId} order by created_at desc, id desc limit 1`,
  );
  return rows[0] ?? null;
}

/**
 * Writes down what a provider says, in a transaction of its own: whatever fails later, the payment stays on record.
 * News heard before changes nothing. Returns the payment as it stands.
 */
export function recordPaymentEvent(ctx: Ctx, event: PaymentEvent): Promise<Payment> {
  return transact(ctx, async (tx) => {
    const payment = await lockPayment(tx, event.paymentId);
    if (payment.provider !== event.provider) throw new DomainError('not-found', 'payments.unknown');
    if (event.amount !== undefined && event.amount !== payment.amount) {
      throw new DomainError('conflict', 'payments.amount-differs', { came: event.amount, asked: payment.amount });
    }
    const heard = await run(
      tx,
      sql`insert into payment_event (provider, event_id, payment_id, kind, at)
          values (${event.provider}, ${event.eventId}, ${event.paymentId}, ${event.kind}, ${tx.now}) on conflict do nothing`,
    );
    if (heard === 0 || payment.state === event.kind || payment.state === 'refunded') return payment;
    // Late word of a failure cannot undo money that came in.
    if (payment.state === 'succeeded') return payment;
    checkMove(paymentMachine, payment.state, event.kind);
    await run(
      tx,
      sql`update payment set state = ${event.kind}, settled_at = ${tx.now},
            provider_reference = ${event.kind === 'succeeded' ? (event.reference ?? event.eventId) : null}
          where id = ${payment.id}`,
    );
    return { ...payment, state: event.kind };
  });
}

/** The payment an order is paid by and that was kept; null before it is paid. */
export function findKeptPayment(ctx: Pick<Ctx, 'em'>, orderId: string): Promise<Payment | null> {
  return rowOf<Payment>(
    ctx,
    sql`select ${columns} from payment where order_id = ${orderId} and applied_at is not null
          and not exists (select from payment_refund where key = 'unappliable:' || payment.id)`,
  );
}

/** The payment's row, locked until the transaction ends. */
export async function lockPayment(tx: Tx, id: string): Promise<Payment> {
  const payment = await rowOf<Payment>(tx, sql`select ${columns} from payment where id = ${id} for update`);
  if (!payment) throw new DomainError('not-found', 'payments.unknown');
  return payment;
}

/** Marks that the order has taken account of the payment. */
export async function markApplied(tx: Tx, payment: Payment): Promise<void> {
  await run(tx, sql`update payment set applied_at = ${tx.now} where id = ${payment.id}`);
}

/** Payments opened at a provider of which nothing was heard for a while: a webhook may be lost. The oldest news first. */
export async function findUnheard(ctx: Ctx, from: Date, before: Date): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    ctx,
    sql`select id from payment where state = 'started' and opened_reference is not null
          and opened_at between ${from} and ${before} order by opened_at limit 100`,
  );
  return rows.map((row) => row.id);
}

/** Payments that came in and that no order has taken account of for a while: a crash stood between. */
export async function findUnapplied(ctx: Ctx, before: Date): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    ctx,
    sql`select id from payment where state = 'succeeded' and applied_at is null and settled_at < ${before}
        order by settled_at limit 100`,
  );
  return rows.map((row) => row.id);
}
