import { uuidv7 } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntries } from '#server/ledger/index.ts';
import { asRecords, run, sql, type Tx } from '#server/platform/index.ts';
import { bankAccounts } from './accounts.ts';

/** Money of a line given to a payment; below zero where it is taken back. */
export type NewMatch = {
  lineId: string;
  paymentId: string;
  creditId?: string;
  amount: Fen;
  how: 'code' | 'by-hand' | 'credit' | 'released';
  reason?: string;
};

/** Money of a line that is a buyer's. */
export type NewCredit = {
  lineId: string;
  amount: Fen;
  because: 'over' | 'by-hand' | 'released';
  reason?: string;
  orderId: string | null;
};

/**
 * Writes where money of lines goes, with the sums on lines and payments, and books what became credit. The caller has
 * locked the payments, then the lines; the sums refuse more than a line has.
 */
export async function writePlacements(
  tx: Tx,
  matches: readonly NewMatch[],
  credits: readonly NewCredit[],
): Promise<void> {
  await writeMatches(tx, matches);
  const opened = credits.map((credit) => ({ ...credit, id: uuidv7(tx.now) }));
  await writeCredits(tx, opened);
  await addToLines(tx, matches, credits);
  await addToPayments(tx, matches);
  await postEntries(
    tx,
    opened.map(({ id, lineId, amount }) => ({
      key: `bank-credit:${id}`,
      kind: 'bank-credit',
      reference: lineId,
      postings: [
        { account: bankAccounts.clearing(), amount, detail: id },
        { account: bankAccounts.credit(id), amount: fen(-amount), detail: id },
      ],
    })),
  );
}

async function writeMatches(tx: Tx, matches: readonly NewMatch[]): Promise<void> {
  if (matches.length === 0) return;
  const records = matches.map((match) => ({
    id: uuidv7(tx.now),
    line_id: match.lineId,
    payment_id: match.paymentId,
    credit_id: match.creditId ?? null,
    amount_fen: match.amount,
    how: match.how,
    reason: match.reason ?? null,
  }));
  await run(
    tx,
    sql`insert into bank_match (id, line_id, payment_id, credit_id, amount_fen, how, reason, actor_id, at)
        select id, line_id, payment_id, credit_id, amount_fen, how, reason, ${tx.actor.id}, ${tx.now}
        from jsonb_to_recordset(${asRecords(records)}) as match(id uuid, line_id uuid, payment_id uuid, credit_id uuid,
          amount_fen bigint, how text, reason text)`,
  );
}

async function writeCredits(tx: Tx, credits: readonly (NewCredit & { id: string })[]): Promise<void> {
  if (credits.length === 0) return;
  const records = credits.map(({ id, lineId, amount, because, reason, orderId }) => ({
    id,
    line_id: lineId,
    amount_fen: amount,
    because,
    reason: reason ?? null,
    order_id: orderId,
  }));
  await run(
    tx,
    sql`insert into bank_credit (id, line_id, amount_fen, left_fen, because, reason, order_id, actor_id, at)
        select id, line_id, amount_fen, amount_fen, because, reason, order_id, ${tx.actor.id}, ${tx.now}
        from jsonb_to_recordset(${asRecords(records)}) as credit(id uuid, line_id uuid, amount_fen bigint, because text,
          reason text, order_id uuid)`,
  );
}

/** A credit that is applied to a payment was placed when it became one. */
async function addToLines(tx: Tx, matches: readonly NewMatch[], credits: readonly NewCredit[]): Promise<void> {
  const placed = [...matches.filter(({ how }) => how !== 'credit'), ...credits];
  const records = placed.map(({ lineId, amount }) => ({ line_id: lineId, amount }));
  await run(
    tx,
    sql`update bank_line set placed_fen = placed_fen + placed.amount from (
          select line_id, sum(amount) as amount
          from jsonb_to_recordset(${asRecords(records)}) as part(line_id uuid, amount bigint) group by line_id
        ) as placed where bank_line.id = placed.line_id and placed.amount <> 0`,
  );
}

async function addToPayments(tx: Tx, matches: readonly NewMatch[]): Promise<void> {
  const records = matches.map(({ paymentId, amount }) => ({ payment_id: paymentId, amount }));
  await run(
    tx,
    sql`update remittance set received_fen = received_fen + received.amount from (
          select payment_id, sum(amount) as amount
          from jsonb_to_recordset(${asRecords(records)}) as part(payment_id uuid, amount bigint) group by payment_id
        ) as received where remittance.payment_id = received.payment_id`,
  );
}
