import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { addFen, type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { accounts, lockParcelWithOrder, type ParcelWithOrder } from '#server/orders/index.ts';
import { findKeptPayment, owePaymentRefund } from '#server/payments/index.ts';
import { announce, asRecords, purge, recordChange, rowOf, run, sql, type Tx } from '#server/platform/index.ts';
import { lockPoolsOfShares, moveOnHand, type ShareShift, shiftShares, tagsOfPools } from '#server/stock/index.ts';
import { closeEmptyParcel } from './close-empty-parcel.ts';
import { freightLeft, type LineLeft, linesLeft } from './line-money.ts';
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
  const lines = input.lines.map((line) => unwindLine(lineOf(left, line), line, input.goods, input.bearer));
  const freight = input.freight === 'all-left' ? await freightLeft(tx, parcel.id) : input.freight;
  if (freight > (await freightLeft(tx, parcel.id)))
    throw new DomainError('conflict', 'refunds.more-than-left', { left: 0 });
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

type RefundRow = BookedRefund & { parcel: ParcelWithOrder; paid: Fen; freight: Fen; owedId: string };

async function insertRefund(tx: Tx, input: BookRefund, refund: RefundRow, lines: readonly Unwound[]): Promise<void> {
  const lineRows = lines.map(({ lineId, count, money }) => ({
    line_id: lineId,
    count,
    paid_fen: money.paid,
    funded_fen: addFen(...money.funded.map((part) => part.fen)),
    household_fen: addFen(...money.households.map((part) => part.fen)),
    seller_fen: money.seller,
    packing_fen: money.packing,
    platform_fen: money.platform,
  }));
  const funders = lines.flatMap(({ lineId, money }) =>
    money.funded.filter((part) => part.fen !== 0).map((part) => ({ line_id: lineId, ...part })),
  );
  const shares = lines.flatMap(sharesOf);
  await run(
    tx,
    sql`with written as (
          insert into refund (id, number, key, order_id, parcel_id, kind, goods, bearer, paid_fen, freight_fen, reason,
            payment_refund_id, actor_id, at)
          values (${refund.id}, ${refund.number}, ${input.key}, ${refund.parcel.orderId}, ${refund.parcel.id}, ${input.kind},
            ${input.goods}, ${input.bearer}, ${refund.paid}, ${refund.freight}, ${input.reason}, ${refund.owedId},
            ${tx.actor.id}, ${tx.now})
        ), lines as (
          insert into refund_line (refund_id, line_id, count, paid_fen, funded_fen, household_fen, seller_fen, packing_fen,
            platform_fen)
          select ${refund.id}, line_id, count, paid_fen, funded_fen, household_fen, seller_fen, packing_fen, platform_fen
          from jsonb_to_recordset(${asRecords(lineRows)}) as line(line_id uuid, count int, paid_fen bigint,
            funded_fen bigint, household_fen bigint, seller_fen bigint, packing_fen bigint, platform_fen bigint)
        ), funders as (
          insert into refund_funder (refund_id, line_id, funder, fen)
          select ${refund.id}, line_id, funder, fen
          from jsonb_to_recordset(${asRecords(funders)}) as funder(line_id uuid, funder text, fen bigint)
        )
        insert into refund_share (refund_id, line_id, allocation_id, quantity, fen)
        select ${refund.id}, line_id, allocation_id, quantity, fen
        from jsonb_to_recordset(${asRecords(shares)}) as share(line_id uuid, allocation_id uuid, quantity bigint, fen bigint)`,
  );
}

/** Each allocation of a line that gives back money or goods. */
function sharesOf({ lineId, money, quantities }: Unwound) {
  return money.households
    .map(({ allocationId, fen: amount }) => ({
      line_id: lineId,
      allocation_id: allocationId,
      quantity: quantities.find(({ allocation }) => allocation.id === allocationId)?.quantity ?? 0,
      fen: amount,
    }))
    .filter((share) => share.quantity > 0 || share.fen > 0);
}

/** What went back is no longer sold: the share may sell it again and will earn by it anew. */
async function giveGoodsBack(tx: Tx, input: BookRefund, refundId: string, lines: readonly Unwound[]): Promise<void> {
  const sent = input.goods === 'returned';
  const backs = lines.flatMap((line) => line.quantities);
  await run(
    tx,
    sql`with back as (
          select allocation_id as id, sum(quantity)::bigint as quantity, sum(fen)::bigint as fen
          from jsonb_to_recordset(${asRecords(lines.flatMap(sharesOf))}) as share(allocation_id uuid, quantity bigint, fen bigint)
          group by allocation_id
        )
        update allocation set unearned_fen = unearned_fen + back.fen,
          ${sent ? sql`returned_quantity = returned_quantity + back.quantity` : sql`unsent_quantity = unsent_quantity + back.quantity`},
          state = case
            when allocation.state = 'promised' and sent_quantity + unsent_quantity + ${sent ? sql`0` : sql`back.quantity`} < allocation.quantity
              then 'promised'
            when sent_quantity > returned_quantity + ${sent ? sql`back.quantity` : sql`0`} then 'dispatched'
            else 'returned' end
        from back where allocation.id = back.id`,
  );
  if (backs.length === 0) return;
  await shiftShares(
    tx,
    backs.map(({ allocation, quantity }) => backShift(allocation, quantity, !sent)),
  );
  const movements = backs.map(({ allocation, quantity }) => ({ shareId: allocation.shareId, delta: quantity }));
  const evidence = { kind: 'refund', id: refundId };
  if (sent) await moveOnHand(tx, movements, { reason: 'return', ...evidence });
  if (input.spoiled) {
    const gone = movements.map(({ shareId, delta }) => ({ shareId, delta: -delta }));
    await moveOnHand(tx, gone, { reason: 'write-off', ...evidence, note: input.reason });
  }
}

/** The share forgets the sale of what goes back, at what it earned by it then: the next sale rounds from there. */
function backShift(
  allocation: Unwound['quantities'][number]['allocation'],
  quantity: number,
  unsent: boolean,
): ShareShift {
  const before = allocation.unsent + allocation.returned;
  const earnedBy = (back: number) => multiplyRatio(allocation.earned, back, allocation.quantity);
  return {
    shareId: allocation.shareId,
    promised: unsent ? -quantity : 0,
    earnedQuantity: -quantity,
    earnedFen: earnedBy(before) - earnedBy(before + quantity),
  };
}

/** The reverse of exactly these parts, allocation by allocation; what it comes to is the buyer's until it has left. */
async function postRefund(
  tx: Tx,
  refundId: string,
  parcel: ParcelWithOrder,
  lines: readonly Unwound[],
  freight: Fen,
  total: Fen,
): Promise<void> {
  const postings = lines.flatMap((line) => [
    ...line.money.households.map(({ allocationId, fen: amount }) => ({
      account: accounts.householdEarned(line.owners.get(allocationId) ?? ''),
      amount,
      detail: allocationId,
    })),
    { account: accounts.sellerEarned(parcel.organizationId), amount: line.money.seller, detail: line.lineId },
    { account: accounts.packing(parcel.organizationId), amount: line.money.packing, detail: line.lineId },
    { account: accounts.platformFee(), amount: line.money.platform, detail: line.lineId },
    ...line.money.funded.map(({ funder, fen: amount }) => ({
      account: accounts.promotion(funder),
      amount: fen(-amount),
      detail: line.lineId,
    })),
  ]);
  await postEntry(tx, {
    key: `refund:${refundId}`,
    kind: 'refund',
    reference: parcel.orderId,
    postings: [
      ...postings,
      { account: accounts.freight(parcel.organizationId), amount: freight, detail: parcel.id },
      { account: accounts.buyerCredit(parcel.orderId), amount: fen(-total), detail: refundId },
    ],
  });
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
