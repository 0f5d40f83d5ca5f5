import { assert, DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { addFen, type Fen } from '#server/kernel/money.ts';
import { lockParcelWithOrder, type ParcelWithOrder } from '#server/orders/index.ts';
import { findKeptPayment, owePaymentRefund } from '#server/payments/index.ts';
import { announce, purge, recordChange, rowOf, sql, type Tx } from '#server/platform/index.ts';
import { lockPoolsOfShares, tagsOfPools } from '#server/stock/index.ts';
import { closeEmptyParcel } from './close-empty-parcel.ts';
import { giveGoodsBack } from './give-goods-back.ts';
import { insertRefund } from './insert-refund.ts';
import { freightLeft, type LineLeft, linesLeft } from './line-money.ts';
import { postRefund } from './post-refund.ts';
import type { Bearer } from './split-refund.ts';
import { type GoodsBack, type RefundLine, type Unwound, unwindLine } from './unwind-line.ts';

export type RefundKind = 'cancelled' | 'changed' | 'short' | 'catch-weight' | 'claim' | 'goodwill';

export type BookRefund = {
  /** What makes it one: booking the same key again changes nothing. */
  key: string;
  parcelId: string;
  kind: RefundKind;
  goods: GoodsBack;
  /** `seller` only while the goods stay with the buyer: goods that go back were not sold. */
  bearer: Bearer;
  lines: RefundLine[];
  freight: Fen | 'all-left';
  reason: string;
  /** Goods that go back are no longer fit to sell: they are written off instead of put on the shelf. */
  spoiled?: boolean;
};

export type BookedRefund = { id: string; number: string; total: Fen };

/**
 * Books what goes back of a parcel: each party of each line gives back its part, goods that go back are on the shelf
 * again (or written off), the ledger has the reverse of exactly these parts, and the buyer's payment owes him the sum.
 * The money leaves after the transaction. Locks order, parcel and pools. Refuses a parcel that is not paid, more than is
 * left, and nothing at all (`refunds.nothing`).
 */
export async function bookRefund(tx: Tx, input: BookRefund): Promise<BookedRefund> {
  const parcel = await lockParcelWithOrder(tx, input.parcelId);
  const before = await findByKey(tx, input.key);
  if (before) return before;
  await lockPoolsOfShares(tx, await sharesDrawn(tx, parcel.id));
  const payment = await findKeptPayment(tx, parcel.orderId);
  if (!payment) throw new DomainError('conflict', 'refunds.not-paid');

  const left = await linesLeft(tx, parcel.id);
  assert(new Set(input.lines.map(({ lineId }) => lineId)).size === input.lines.length, 'each line goes back once');
  const lines = input.lines.map((line) => unwindLine(lineOf(left, line), line, input.goods, input.bearer));
  const mostFreight = await freightLeft(tx, parcel.id);
  const freight = input.freight === 'all-left' ? mostFreight : input.freight;
  assert(freight >= 0, 'no freight below zero');
  if (freight > mostFreight) throw new DomainError('conflict', 'refunds.more-than-left', { left: mostFreight });
  const paid = addFen(...lines.map((line) => line.money.paid));
  const total = addFen(paid, freight);
  if (total === 0) throw new DomainError('conflict', 'refunds.nothing');

  const refund = { id: uuidv7(tx.now), number: await nextNumber(tx, parcel), total };
  const owed = await owePaymentRefund(tx, {
    paymentId: payment.id,
    key: `refund:${refund.id}`,
    amount: total,
    because: 'after-sales',
  });
  await insertRefund(tx, input, { ...refund, parcel, paid, freight, owedId: owed.id }, lines);
  await giveGoodsBack(tx, input, refund.id, lines);
  await postRefund(tx, refund.id, parcel, lines, freight, total);
  if (input.goods === 'unsent') await closeEmptyParcel(tx, parcel, input.reason);
  await tell(tx, parcel, refund, input, lines);
  return refund;
}

function lineOf(left: Map<string, LineLeft>, { lineId }: RefundLine): LineLeft {
  const line = left.get(lineId);
  if (!line) throw new DomainError('not-found', 'refunds.line-unknown');
  return line;
}

async function sharesDrawn(tx: Tx, parcelId: string): Promise<string[]> {
  const row = await rowOf<{ ids: string[] }>(
    tx,
    sql`select coalesce(array_agg(distinct share_id), '{}') as ids from allocation where parcel_id = ${parcelId}`,
  );
  return row?.ids ?? [];
}

function findByKey(tx: Tx, key: string): Promise<BookedRefund | null> {
  return rowOf(tx, sql`select id, number, paid_fen + freight_fen as total from refund where key = ${key}`);
}

/** The parcel's number and which of its refunds it is: counted behind the lock of its order. */
async function nextNumber(tx: Tx, parcel: ParcelWithOrder): Promise<string> {
  const row = await rowOf<{ refunds: number }>(
    tx,
    sql`select count(*)::int as refunds from refund where parcel_id = ${parcel.id}`,
  );
  return `${parcel.number}-R${(row?.refunds ?? 0) + 1}`;
}

async function tell(
  tx: Tx,
  parcel: ParcelWithOrder,
  refund: BookedRefund,
  input: BookRefund,
  lines: readonly Unwound[],
): Promise<void> {
  await recordChange(tx, {
    subject: 'parcel',
    subjectId: parcel.id,
    what: `refund-${input.kind}`,
    after: { refund: refund.number, total: refund.total, goods: input.goods, bearer: input.bearer },
    reason: input.reason,
  });
  await announce(tx, {
    topic: 'refund.booked',
    key: refund.id,
    payload: {
      refundId: refund.id,
      number: refund.number,
      orderId: parcel.orderId,
      parcelId: parcel.id,
      total: refund.total,
      kind: input.kind,
    },
  });
  const touched = lines.flatMap((line) => line.tags);
  const pools = input.goods === 'kept' ? [] : await poolsOf(tx, parcel.id);
  await purge(tx, ['figures', ...touched, ...(await tagsOfPools(tx, pools, pools))]);
}

async function poolsOf(tx: Tx, parcelId: string): Promise<string[]> {
  const row = await rowOf<{ ids: string[] }>(
    tx,
    sql`select coalesce(array_agg(distinct share.pool_id), '{}') as ids from allocation
        join share on share.id = allocation.share_id where allocation.parcel_id = ${parcelId}`,
  );
  return row?.ids ?? [];
}
