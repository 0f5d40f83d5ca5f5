import { addFen, type Fen } from '#server/kernel/money.ts';
import type { ParcelWithOrder } from '#server/orders/index.ts';
import { asRecords, run, sql, type Tx } from '#server/platform/index.ts';
import type { BookedRefund, BookRefund } from './book-refund.ts';
import type { Unwound } from './unwind-line.ts';

type RefundRow = BookedRefund & { parcel: ParcelWithOrder; paid: Fen; freight: Fen; owedId: string };

/** Writes the refund line by line: who gave back what, for whose account, and which household how much. */
export async function insertRefund(
  tx: Tx,
  input: BookRefund,
  refund: RefundRow,
  lines: readonly Unwound[],
): Promise<void> {
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
export function sharesOf({ lineId, money, quantities }: Unwound) {
  return money.households
    .map(({ allocationId, fen: amount }) => ({
      line_id: lineId,
      allocation_id: allocationId,
      quantity: quantities.find(({ allocation }) => allocation.id === allocationId)?.quantity ?? 0,
      fen: amount,
    }))
    .filter((share) => share.quantity > 0 || share.fen > 0);
}
