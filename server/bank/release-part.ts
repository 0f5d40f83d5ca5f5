import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, recordChange, rowsOf, sql, transact } from '#server/platform/index.ts';
import type { CreditLine } from './contract.ts';
import { writePlacements } from './placements.ts';
import { lineOrRefuse, lockRemittances } from './remittances.ts';

/**
 * Gives up a transfer of which only a part has come: the part becomes the buyer's credit, line by line, to be sent back
 * or applied. Refuses (conflict) a payment that has come in full.
 */
export async function releasePart(ctx: Ctx, paymentId: string, { reason }: CreditLine): Promise<{ amount: Fen }> {
  authorize(ctx, 'bank.keep');
  return transact(ctx, async (tx) => {
    const [remittance] = await lockRemittances(tx, { paymentIds: [lineOrRefuse(paymentId, 'bank.code-unknown')] });
    if (!remittance) throw new DomainError('not-found', 'bank.code-unknown');
    if (remittance.missing === 0 || remittance.received === 0) {
      throw new DomainError('conflict', 'bank.nothing-to-release', { code: remittance.code });
    }
    const parts = await rowsOf<{ lineId: string; amount: Fen }>(
      tx,
      sql`select line_id as "lineId", sum(amount_fen)::bigint as amount from bank_match where payment_id = ${paymentId}
          group by line_id having sum(amount_fen) > 0 order by line_id`,
    );
    await writePlacements(
      tx,
      parts.map(({ lineId, amount }) => ({ lineId, paymentId, amount: fen(-amount), how: 'released', reason })),
      parts.map(({ lineId, amount }) => ({ lineId, amount, because: 'released', reason, orderId: remittance.orderId })),
    );
    const after = { amount: remittance.received };
    await recordChange(tx, { subject: 'payment', subjectId: paymentId, what: 'part-released', after, reason });
    return { amount: remittance.received };
  });
}
