import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, recordChange, rowOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { completeTransfers } from './complete-transfers.ts';
import type { CreditLine, MatchLine } from './contract.ts';
import { writePlacements } from './placements.ts';
import { getRemittanceNamed, holdOnForParts, lineOrRefuse, lockRemittances, type Remittance } from './remittances.ts';

/**
 * Gives what is left of a line to a payment, because a person found out whose it is: as much as the payment is missing.
 * The rest goes on waiting. Refuses (conflict) a payment that is paid, and a line of which nothing is left.
 */
export async function matchLine(
  ctx: Ctx,
  lineId: string,
  { to, reason }: MatchLine,
): Promise<{ amount: Fen; missing: Fen }> {
  authorize(ctx, 'bank.keep');
  const { paymentId, ...placed } = await transact(ctx, async (tx) => {
    const remittance = await lockOpen(tx, await getRemittanceNamed(tx, to));
    const line = await lockLine(tx, lineId);
    const amount = fen(Math.min(line.left, remittance.missing));
    await writePlacements(tx, [{ lineId, paymentId: remittance.paymentId, amount, how: 'by-hand', reason }], []);
    const missing = fen(remittance.missing - amount);
    if (missing > 0) await holdOnForParts(tx, [remittance.orderId]);
    await recordChange(tx, {
      subject: 'bank-line',
      subjectId: lineId,
      what: 'matched',
      after: { paymentId: remittance.paymentId, amount },
      reason,
    });
    return { paymentId: remittance.paymentId, amount, missing };
  });
  await completeTransfers(ctx, [paymentId]);
  return placed;
}

/** Makes what is left of a line a credit of who sent it, to be sent back or applied. */
export async function creditLine(ctx: Ctx, lineId: string, { reason }: CreditLine): Promise<void> {
  authorize(ctx, 'bank.keep');
  await transact(ctx, async (tx) => {
    const { left } = await lockLine(tx, lineId);
    await writePlacements(tx, [], [{ lineId, amount: left, because: 'by-hand', reason, orderId: null }]);
    await recordChange(tx, {
      subject: 'bank-line',
      subjectId: lineId,
      what: 'credited',
      after: { amount: left },
      reason,
    });
  });
}

/** A payment that still lacks something, locked. */
export async function lockOpen(tx: Tx, paymentId: string): Promise<Remittance> {
  const [remittance] = await lockRemittances(tx, { paymentIds: [paymentId] });
  if (!remittance) throw new DomainError('not-found', 'bank.code-unknown');
  if (remittance.missing === 0) throw new DomainError('conflict', 'bank.already-paid', { code: remittance.code });
  return remittance;
}

async function lockLine(tx: Tx, id: string): Promise<{ left: Fen }> {
  const line = await rowOf<{ left: Fen }>(
    tx,
    sql`select amount_fen - placed_fen as left from bank_line where id = ${lineOrRefuse(id)} for update`,
  );
  if (!line) throw new DomainError('not-found', 'bank.line-unknown');
  if (line.left === 0) throw new DomainError('conflict', 'bank.line-placed');
  return line;
}
