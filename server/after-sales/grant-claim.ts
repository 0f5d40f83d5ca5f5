import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen, formatYuan, multiplyRatio } from '#server/kernel/money.ts';
import { asRecords, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';
import { type LockedClaim, moveClaim } from './claim.moves.ts';
import type { ApproveClaim, ClaimSide } from './contract.ts';
import { refundClaim } from './refund-claim.ts';
import { endOfTurn } from './terms-of-parcel.ts';

type Asked = { lineId: string; line: number; count: number; fen: Fen };

/**
 * Grants a claim whole or in part: money for goods that stay goes back at once, a return waits for the goods. Refuses
 * more than was asked (invalid, beside its field) and nothing at all.
 */
export async function grantClaim(tx: Tx, claim: LockedClaim, input: ApproveClaim, side: ClaimSide): Promise<void> {
  // Goods that were sent back already and are still not acknowledged are not waited for again.
  const isReturn = claim.kind === 'return' && claim.back_sent_at === null;
  const waits = isReturn && !input.keepsGoods;
  const asked = await rowsOf<Asked>(
    tx,
    sql`select part.line_id as "lineId", line.position as line, part.asked_count as count, part.asked_fen as fen
        from claim_line as part join order_line as line on line.id = part.line_id
        where part.claim_id = ${claim.id} order by line.position`,
  );
  const granted = asked.map((part) => grantedOf(part, input, isReturn, waits));
  if (granted.every((part) => part.fen === 0)) {
    throw new DomainError('invalid', 'claims.nothing-granted', {
      field: isReturn ? 'lines[0].count' : 'lines[0].amount',
    });
  }
  await run(
    tx,
    sql`with granted as (
          select * from jsonb_to_recordset(${asRecords(granted)}) as part(line_id uuid, count int, fen bigint)
        ), decided as (
          update claim set goods = ${waits ? 'returned' : 'kept'}, bearer = ${waits ? 'source' : input.bearer}
          where id = ${claim.id}
        )
        update claim_line set granted_count = granted.count, granted_fen = granted.fen
        from granted where claim_id = ${claim.id} and claim_line.line_id = granted.line_id`,
  );
  claim.goods = waits ? 'returned' : 'kept';
  claim.bearer = waits ? 'source' : input.bearer;
  await moveClaim(tx, claim, 'approved', { side, words: input.words });
  if (!waits) return refundClaim(tx, claim, side);
  await moveClaim(tx, claim, 'awaiting-return', { side, dueAt: await endOfTurn(tx, 'sendBack') });
}

/** Of a return so many packs, also where the goods stay, unless a sum is named for them; of anything else a sum. */
function grantedOf(asked: Asked, { lines }: ApproveClaim, isReturn: boolean, waits: boolean) {
  const index = lines.findIndex((wish) => wish.line === asked.line);
  const wish = lines[index];
  if (waits || (isReturn && wish?.amount === undefined)) {
    const count = wish?.count ?? asked.count;
    if (count > asked.count) {
      throw new DomainError('invalid', 'claims.more-than-asked', {
        field: `lines[${index}].count`,
        asked: asked.count,
      });
    }
    return { line_id: asked.lineId, count, fen: multiplyRatio(asked.fen, count, asked.count) };
  }
  const amount = wish?.amount ?? asked.fen;
  if (amount > asked.fen) {
    const field = `lines[${index}].amount`;
    throw new DomainError('invalid', 'claims.more-than-asked', { field, asked: formatYuan(asked.fen) });
  }
  return { line_id: asked.lineId, count: amount === asked.fen ? asked.count : 0, fen: fen(amount) };
}
