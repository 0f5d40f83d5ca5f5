import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { cashOf, openPayment } from '#server/payments/index.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { completeTransfers } from './complete-transfers.ts';
import type { TakeCash } from './contract.ts';

export type CashTaken = { receipt: string; change: Fen; paymentId: string };

/**
 * Takes cash for a placed order whose every parcel is this organization's, and gives a receipt with a number of its own
 * without gaps. Sent twice under one key it is taken once. Refuses (conflict) too little money, an order that is paid, let
 * go or somebody else's too.
 */
export async function takeCash(ctx: Ctx, organizationId: string, number: string, input: TakeCash): Promise<CashTaken> {
  authorize(ctx, 'payments.take-cash', { organizationId });
  const taken = await transact(ctx, async (tx) => {
    const order = await lockOrder(tx, organizationId, number);
    const before = await receiptOf(tx, order.id);
    if (before) {
      if (before.key === input.key) return before;
      throw new DomainError('conflict', 'cash.already-taken', { receipt: before.receipt });
    }
    if (order.state !== 'placed') throw new DomainError('conflict', 'cash.not-placed', { number });
    if (input.taken < order.total) {
      throw new DomainError('conflict', 'cash.too-little', { missing: (order.total - input.taken) / 100 });
    }
    return writeReceipt(tx, order, organizationId, input);
  });
  await completeTransfers(ctx, [taken.paymentId]);
  return { receipt: taken.receipt, change: taken.change, paymentId: taken.paymentId };
}

type OrderToPay = { id: string; number: string; state: string; total: Fen };

async function lockOrder(tx: Tx, organizationId: string, number: string): Promise<OrderToPay> {
  const order = await rowOf<OrderToPay>(
    tx,
    sql`select id, number, state, total_fen as total from trade_order
        where number = ${number} and exists (
          select from parcel where parcel.order_id = trade_order.id and organization_id = ${organizationId})
        for update`,
  );
  if (!order) throw new DomainError('not-found', 'orders.unknown');
  const others = await rowOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from parcel where order_id = ${order.id} and organization_id <> ${organizationId}`,
  );
  if (others?.count !== 0) throw new DomainError('conflict', 'cash.other-sellers', { number });
  return order;
}

type Receipt = CashTaken & { key: string };

function receiptOf(tx: Tx, orderId: string): Promise<Receipt | null> {
  return rowOf<Receipt>(
    tx,
    sql`select organization.code || '-' || lpad(seq::text, 6, '0') as receipt, change_fen as change,
          payment_id as "paymentId", key
        from cash_receipt join organization on organization.id = cash_receipt.organization_id
        where order_id = ${orderId}`,
  );
}

async function writeReceipt(tx: Tx, order: OrderToPay, organizationId: string, input: TakeCash): Promise<Receipt> {
  const payment = await openPayment(tx, order.id, cashOf(organizationId), order.total);
  const change = fen(input.taken - order.total);
  await run(
    tx,
    sql`with till as (
          insert into cash_till (organization_id, last_receipt) values (${organizationId}, 1)
          on conflict (organization_id) do update set last_receipt = cash_till.last_receipt + 1 returning last_receipt
        )
        insert into cash_receipt (id, organization_id, seq, key, order_id, payment_id, due_fen, taken_fen, change_fen, actor_id, at)
        select ${uuidv7(tx.now)}, ${organizationId}, last_receipt, ${input.key}, ${order.id}, ${payment.id}, ${order.total},
          ${input.taken}, ${change}, ${tx.actor.id}, ${tx.now} from till`,
  );
  const after = { amount: order.total, taken: input.taken };
  await recordChange(tx, { subject: 'payment', subjectId: payment.id, what: 'cash-taken', after });
  return { ...((await receiptOf(tx, order.id)) as Receipt), key: input.key };
}
