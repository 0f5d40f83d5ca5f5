import { multiplyRatio } from '#server/kernel/money.ts';
import { asRecords, run, sql, type Tx } from '#server/platform/index.ts';
import { moveOnHand, type ShareShift, shiftShares } from '#server/stock/index.ts';
import type { BookRefund } from './book-refund.ts';
import { sharesOf } from './insert-refund.ts';
import type { Unwound } from './unwind-line.ts';

/** What went back is no longer sold: the share may sell it again and will earn by it anew. */
export async function giveGoodsBack(
  tx: Tx,
  input: BookRefund,
  refundId: string,
  lines: readonly Unwound[],
): Promise<void> {
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
