import { type Fen, fen } from '#server/kernel/money.ts';
import { rowOf, rowsOf, sql, type Tx } from '#server/platform/index.ts';
import { bookRefund, type RefundLine } from '#server/refunds/index.ts';
import { type LockedClaim, moveClaim } from './claim.moves.ts';
import type { ClaimSide } from './contract.ts';

type Granted = { lineId: string; count: number; fen: Fen; asked: Fen; byAmount: boolean; words: string };

/**
 * Gives back what was granted, in one refund whose key is the claim: however often it is called, the money goes once.
 * A parcel that never came gives its freight back with the last of its goods.
 */
export async function refundClaim(
  tx: Tx,
  claim: LockedClaim,
  side: ClaimSide,
  { spoiled = false }: { spoiled?: boolean } = {},
): Promise<void> {
  const granted = await rowsOf<Granted>(
    tx,
    sql`select part.line_id as "lineId", part.granted_count as count, part.granted_fen as fen, part.asked_fen as asked,
          part.by_amount as "byAmount", claim.words
        from claim_line as part join claim on claim.id = part.claim_id
        where part.claim_id = ${claim.id} and part.granted_fen > 0 order by part.line_id`,
  );
  const goods = claim.goods ?? 'kept';
  const lost = claim.kind === 'not-received' && (await isAllOfParcel(tx, claim));
  const refund = await bookRefund(tx, {
    key: `claim:${claim.id}`,
    parcelId: claim.parcel.id,
    kind: 'claim',
    goods,
    bearer: claim.bearer ?? 'source',
    lines: granted.map((part) => lineOf(part, goods)),
    freight: lost ? 'all-left' : fen(0),
    reason: granted[0]?.words ?? '',
    spoiled,
  });
  await moveClaim(tx, claim, 'refunded', { side, refundId: refund.id });
}

/** Packs that were granted as asked go back as packs; a part of the money, or a sum that was named, as money. */
function lineOf({ lineId, count, fen: amount, asked, byAmount }: Granted, goods: 'kept' | 'returned'): RefundLine {
  if (goods === 'returned') return { lineId, count };
  return count > 0 && !byAmount && amount === asked ? { lineId, count } : { lineId, amount };
}

async function isAllOfParcel(tx: Tx, claim: LockedClaim): Promise<boolean> {
  const row = await rowOf<{ rest: Fen }>(
    tx,
    sql`select (sum(line.amount_fen - line.discount_fen)
          - coalesce((select sum(paid_fen) from refund where parcel_id = ${claim.parcel.id}), 0)
          - coalesce((select sum(granted_fen) from claim_line where claim_id = ${claim.id}), 0))::bigint as rest
        from order_line as line where line.parcel_id = ${claim.parcel.id}`,
  );
  return row?.rest === 0;
}
