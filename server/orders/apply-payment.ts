import { businessDayOf } from '#server/kernel/calendar.ts';
import { assert, DomainError } from '#server/kernel/errors.ts';
import {
  lockPayment,
  markApplied,
  type Payment,
  type PaymentEvent,
  type Providers,
  recordPaymentEvent,
  sandboxOnly,
  sendOwedRefunds,
} from '#server/payments/index.ts';
import {
  announce,
  asRecords,
  authorize,
  type Ctx,
  purge,
  rowOf,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { lockPromotionsOf, retakeUses, spendHeldUses } from '#server/promotions/index.ts';
import { promiseShifts, shiftShares } from '#server/stock/index.ts';
import { type Earned, type EarningAllocation, type EarningLine, earn } from './earning.ts';
import { moveOrder, moveParcels, type OrderRow, type ParcelRow } from './order.moves.ts';
import { type FundedDiscount, type PaidParcel, postSale } from './post-sale.ts';
import { refundUnappliable } from './refund-unappliable.ts';
import { retakeStock } from './retake-stock.ts';

/**
 * Hears from a provider, by webhook or by the buyer's return, and lets the order take account of it. The payment is on
 * record before the order is touched; hearing the same twice, or in any order, comes to the same. Money the order has
 * no use for is sent back at once, where its provider is among those given; else the worker sends it.
 */
export async function receivePaymentEvent(
  ctx: Ctx,
  event: PaymentEvent,
  providers: Providers = sandboxOnly,
): Promise<void> {
  authorize(ctx, 'payments.receive');
  const payment = await recordPaymentEvent(ctx, event);
  if (payment.state === 'succeeded') await takeAccount(ctx, payment.id, providers);
}

/** Lets an order take account of money that is on record; waits for whoever is at it just now. */
export async function takeAccount(ctx: Ctx, paymentId: string, providers: Providers): Promise<void> {
  const applied = await applyPayment(ctx, paymentId);
  if (applied === 'refunded') await sendOwedRefunds(ctx, providers, { paymentId });
}

/** What came of a payment: the order is paid, or the goods were gone and the money went back. */
export type Applied = 'paid' | 'refunded' | 'already';

/**
 * Makes the order paid: what was held is promised, households earn, the ledger says so. An order that lapsed meanwhile
 * takes its goods again; where they are gone, or the order was paid already, the money goes back.
 */
export async function applyPayment(ctx: Ctx, paymentId: string): Promise<Applied> {
  authorize(ctx, 'payments.receive');
  return transact(ctx, async (tx) => {
    const payment = await lockPayment(tx, paymentId);
    if (payment.applied) return 'already';
    assert(payment.state === 'succeeded', 'only money that came in is applied');
    const order = await lockOrder(tx, payment.orderId);

    const payable = order.total_fen === payment.amount && (order.state === 'placed' || (await retaken(tx, order)));
    if (!payable) {
      await refundUnappliable(tx, order, payment);
      return 'refunded';
    }
    await makePaid(tx, order, payment);
    return 'paid';
  });
}

type LockedOrder = OrderRow & { total_fen: number; channel: string };

async function lockOrder(tx: Tx, id: string): Promise<LockedOrder> {
  const order = await rowOf<LockedOrder>(
    tx,
    sql`select id, number, state, move_seq, total_fen, channel from trade_order where id = ${id} for update`,
  );
  if (!order) throw new DomainError('not-found', 'orders.unknown');
  return order;
}

/** Takes the goods of a lapsed order again, and the uses of its promotions. */
async function retaken(tx: Tx, order: LockedOrder): Promise<boolean> {
  if (order.state !== 'lapsed') return false;
  await lockPromotionsOf(tx, [order.id], 'released');
  if (!(await retakeStock(tx, order.id, businessDayOf(tx.now)))) return false;
  await retakeUses(tx, order.id);
  return true;
}

/** Statements sent together run in the order sent: what is read behind a lock is sent behind it. */
async function makePaid(tx: Tx, order: LockedOrder, payment: Payment): Promise<void> {
  const [, allocations, lines, parcels, discounts] = await Promise.all([
    lockHeldPools(tx, order.id),
    allocationsOf(tx, order.id),
    linesOf(tx, order.id),
    parcelsOf(tx, order.id),
    discountsOf(tx, order.id),
  ]);
  const earned = earn(allocations, lines);
  const payload = { orderId: order.id, number: order.number, channel: order.channel };
  await Promise.all([
    shiftShares(tx, [
      ...promiseShifts(allocations),
      ...earned.allocations.map(({ shareId, quantity, fen }) => ({
        shareId,
        earnedQuantity: quantity,
        earnedFen: fen,
      })),
    ]),
    writeEarned(tx, earned),
    moveParcels(tx, parcels, 'to-pack'),
    moveOrder(tx, order, 'paid'),
    markApplied(tx, payment),
    spendHeldUses(tx, order.id),
    postSale(tx, { orderId: order.id, provider: payment.provider, total: payment.amount, parcels, earned, discounts }),
    announce(tx, { topic: 'order.paid', key: order.id, payload }),
    purge(tx, [
      'figures',
      ...allocations.flatMap(({ householdCode, lotCode }) => [`household:${householdCode}`, `lot:${lotCode}`]),
    ]),
  ]);
}

/** What each allocation and line earned; from now on the shares of their lots are frozen. */
async function writeEarned(tx: Tx, earned: Earned): Promise<void> {
  const fens = earned.allocations.map(({ id, fen }) => ({ id, fen }));
  const lines = earned.lines.map(({ id, household, seller }) => ({ id, household_fen: household, seller_fen: seller }));
  await run(
    tx,
    sql`with paid as (
          select * from jsonb_to_recordset(${asRecords(fens)}) as paid(id uuid, fen bigint)
        ), allocations as (
          update allocation set state = 'promised', household_fen = paid.fen, earned_at = ${tx.now}
          from paid where allocation.id = paid.id returning lot_id
        ), lines as (
          update order_line set household_fen = line.household_fen, seller_fen = line.seller_fen
          from jsonb_to_recordset(${asRecords(lines)}) as line(id uuid, household_fen bigint, seller_fen bigint)
          where order_line.id = line.id
        )
        update lot set frozen_at = ${tx.now} where frozen_at is null and id in (select lot_id from allocations)`,
  );
}

/** Locks, in id order, the pools this order holds from. */
async function lockHeldPools(tx: Tx, orderId: string): Promise<void> {
  await run(
    tx,
    sql`select id from pool where id in (
          select share.pool_id from allocation join share on share.id = allocation.share_id
          where allocation.order_id = ${orderId} and allocation.state = 'held')
        order by id for update`,
  );
}

/** Read behind the pools' locks, since what a share has earned before decides the rounding of what it earns now. */
function allocationsOf(
  tx: Tx,
  orderId: string,
): Promise<(EarningAllocation & { householdCode: string; lotCode: string })[]> {
  return rowsOf(
    tx,
    sql`select allocation.id, allocation.line_id as "lineId", allocation.share_id as "shareId",
          allocation.household_id as "householdId", household.code as "householdCode", lot.code as "lotCode",
          allocation.quantity, allocation.agreed_price as "agreedPrice", produce.base_unit as "baseUnit",
          share.earned_quantity as "earnedQuantity", share.earned_fen as "earnedFen"
        from allocation join share on share.id = allocation.share_id join produce on produce.id = allocation.produce_id
        join household on household.id = allocation.household_id join lot on lot.id = allocation.lot_id
        where allocation.order_id = ${orderId} and allocation.state = 'held' order by allocation.id`,
  );
}

function linesOf(tx: Tx, orderId: string): Promise<EarningLine[]> {
  return rowsOf(
    tx,
    sql`select id, parcel_id as "parcelId", amount_fen as amount, seller_funded_fen as "sellerFunded",
          packing_fen as packing, platform_fen as platform
        from order_line where order_id = ${orderId} order by position`,
  );
}

function parcelsOf(tx: Tx, orderId: string): Promise<(ParcelRow & PaidParcel)[]> {
  return rowsOf(
    tx,
    sql`select id, state, move_seq, organization_id as "organizationId", freight_fen as freight
        from parcel where order_id = ${orderId} order by number`,
  );
}

/** What others than the seller bear; his own part is in his line already. */
function discountsOf(tx: Tx, orderId: string): Promise<FundedDiscount[]> {
  return rowsOf(
    tx,
    sql`select line_discount.line_id as "lineId", funder, fen from line_discount
        join order_line on order_line.id = line_discount.line_id
        where order_line.order_id = ${orderId} and funder <> 'seller' order by order_line.position, line_discount.position`,
  );
}
