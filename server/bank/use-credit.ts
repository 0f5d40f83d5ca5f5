import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { bankAccounts } from './accounts.ts';
import { completeTransfers } from './complete-transfers.ts';
import type { ApplyCredit, SendCredit } from './contract.ts';
import { lockOpen } from './match-line.ts';
import { writePlacements } from './placements.ts';
import { getRemittanceNamed, holdOnForParts, lineOrRefuse } from './remittances.ts';

/** Pays for something else with a credit: as much as that payment is missing. What is left stays a credit. */
export async function applyCredit(ctx: Ctx, creditId: string, { to, reason }: ApplyCredit): Promise<{ amount: Fen }> {
  authorize(ctx, 'bank.keep');
  const { paymentId, amount } = await transact(ctx, async (tx) => {
    const remittance = await lockOpen(tx, await getRemittanceNamed(tx, to));
    const credit = await lockCredit(tx, creditId);
    const part = fen(Math.min(credit.left, remittance.missing));
    await run(tx, sql`update bank_credit set left_fen = left_fen - ${part} where id = ${creditId}`);
    await writePlacements(
      tx,
      [{ lineId: credit.lineId, paymentId: remittance.paymentId, creditId, amount: part, how: 'credit', reason }],
      [],
    );
    await postEntry(tx, {
      key: `bank-credit-applied:${uuidv7(tx.now)}`,
      kind: 'bank-credit-applied',
      reference: remittance.orderId,
      postings: [
        { account: bankAccounts.credit(creditId), amount: part, detail: remittance.paymentId },
        { account: bankAccounts.clearing(), amount: fen(-part), detail: remittance.paymentId },
      ],
    });
    if (remittance.missing > part) await holdOnForParts(tx, [remittance.orderId]);
    const after = { paymentId: remittance.paymentId, amount: part };
    await recordChange(tx, { subject: 'bank-credit', subjectId: creditId, what: 'applied', after, reason });
    return { paymentId: remittance.paymentId, amount: part };
  });
  await completeTransfers(ctx, [paymentId]);
  return { amount };
}

/** Notes that a person has sent a credit back through the bank, and books it out. A bank reference counts once. */
export async function sendCredit(ctx: Ctx, creditId: string, input: SendCredit): Promise<void> {
  authorize(ctx, 'bank.keep');
  await transact(ctx, async (tx) => {
    const { left } = await lockCredit(tx, creditId);
    const id = uuidv7(tx.now);
    const sent = await run(
      tx,
      sql`insert into bank_sending (id, credit_id, amount_fen, to_name, to_account, bank_reference, reason, actor_id, at)
          values (${id}, ${creditId}, ${left}, ${input.toName}, ${input.toAccount}, ${input.reference}, ${input.reason},
            ${tx.actor.id}, ${tx.now}) on conflict (bank_reference) do nothing`,
    );
    if (sent === 0) throw new DomainError('conflict', 'bank.reference-used', { reference: input.reference });
    await run(tx, sql`update bank_credit set left_fen = 0 where id = ${creditId}`);
    await postEntry(tx, {
      key: `bank-out:${id}`,
      kind: 'bank-out',
      reference: creditId,
      postings: [
        { account: bankAccounts.credit(creditId), amount: left, detail: id },
        { account: bankAccounts.platform(), amount: fen(-left), detail: id },
      ],
    });
    const after = { amount: left, reference: input.reference };
    await recordChange(tx, { subject: 'bank-credit', subjectId: creditId, what: 'sent', after, reason: input.reason });
  });
}

async function lockCredit(tx: Tx, id: string): Promise<{ left: Fen; lineId: string }> {
  const credit = await rowOf<{ left: Fen; lineId: string }>(
    tx,
    sql`select left_fen as left, line_id as "lineId" from bank_credit
        where id = ${lineOrRefuse(id, 'bank.credit-unknown')} for update`,
  );
  if (!credit) throw new DomainError('not-found', 'bank.credit-unknown');
  if (credit.left === 0) throw new DomainError('conflict', 'bank.credit-used');
  return credit;
}
