import { rowOf, sql, type Tx } from '#server/platform/index.ts';
import { accountOf, householdReader, type Post, staffOf } from './readers.ts';
import { told } from './tell.ts';
import type { Telling } from './telling.ts';

type StatementRow = {
  number: string;
  householdId: string;
  amount: number;
  accessCode: string;
  until: string;
};

async function statementOf(tx: Tx, id: unknown, post: Post) {
  const statement = await rowOf<StatementRow>(
    tx,
    sql`select number, household_id as "householdId", amount_fen as amount, access_code as "accessCode",
          answer_until as until
        from statement where id = ${String(id)}`,
  );
  const reader = statement && (await householdReader(tx, statement.householdId, post));
  if (!reader) return null;
  return { ...statement, reader, page: `/s/${statement.accessCode}` };
}

export const statementMade: Telling = async (tx, { statementId }, post) => {
  const statement = await statementOf(tx, statementId, post);
  if (!statement) return [];
  const { reader, amount, until, page } = statement;
  return [told('statement-made', reader, { amount, until: new Date(until).toISOString() }, page)];
};

/** Who answered himself knows, and silence needs no text; but what somebody said in his name he is told. */
export const statementConfirmed: Telling = async (tx, { statementId, by }, post) => {
  const statement = by === 'helper' ? await statementOf(tx, statementId, post) : null;
  if (!statement) return [];
  const { reader, amount, page } = statement;
  return [told('statement-answered', reader, { amount }, page)];
};

export const statementObjected: Telling = async (tx, { statementId, objectionId }, post) => {
  const statement = await statementOf(tx, statementId, post);
  if (!statement) return [];
  const books = await staffOf(tx, 'bookkeeper', null, post);
  const page = `/books/objections/${String(objectionId)}`;
  return books.map((reader) => told('statement-objected', reader, { number: statement.number }, page));
};

export const objectionResolved: Telling = async (tx, { statementId }, post) => {
  const statement = await statementOf(tx, statementId, post);
  if (!statement) return [];
  const { reader, number, page } = statement;
  return [told('objection-resolved', reader, { number }, page)];
};

export const householdAdvanced: Telling = async (tx, { advanceId, householdId }, post) => {
  const reader = await householdReader(tx, String(householdId), post);
  const advance = await rowOf<{ amount: number }>(
    tx,
    sql`select amount_fen as amount from advance where id = ${String(advanceId)}`,
  );
  return reader && advance ? [told('household-advanced', reader, { amount: advance.amount }, '/household')] : [];
};

/** Every bookkeeper but the one who made it: one of them has to look and approve. */
export const payoutAssembled: Telling = async (tx, { runId, number }, post) => {
  const run = await rowOf<{ madeBy: string; amount: number }>(
    tx,
    sql`select made_by as "madeBy", coalesce((select sum(amount_fen) from transfer where run_id = payout_run.id), 0)::bigint as amount
        from payout_run where id = ${String(runId)}`,
  );
  if (!run) return [];
  const books = await staffOf(tx, 'bookkeeper', null, post);
  const facts = { number: String(number), amount: run.amount };
  return books
    .filter(({ userId }) => userId !== run.madeBy)
    .map((one) => told('payout-to-approve', one, facts, `/books/payouts/${String(number)}`));
};

/** Who made a run and could not approve it himself. */
export const payoutApproved: Telling = async (tx, { runId, number }, post) => {
  const run = await rowOf<{ madeBy: string }>(
    tx,
    sql`select made_by as "madeBy" from payout_run where id = ${String(runId)}`,
  );
  const maker = run && (await accountOf(tx, run.madeBy, post));
  return maker ? [told('payout-approved', maker, { number: String(number) }, `/books/payouts/${String(number)}`)] : [];
};

type TransferRow = {
  number: string;
  householdId: string;
  householdCode: string;
  amount: number;
  card: string;
  page: string;
};

async function transferOf(tx: Tx, id: unknown): Promise<TransferRow | null> {
  return rowOf<TransferRow>(
    tx,
    sql`select transfer.number, transfer.household_id as "householdId", household.code as "householdCode",
          transfer.amount_fen as amount, coalesce(card_tail, '') as card, '/s/' || access_code as page
        from transfer join household on household.id = transfer.household_id join statement on statement.id = statement_id
        where transfer.id = ${String(id)}`,
  );
}

export const transferPaid: Telling = async (tx, { transferId }, post) => {
  const transfer = await transferOf(tx, transferId);
  const reader = transfer && (await householdReader(tx, transfer.householdId, post));
  if (!reader) return [];
  const { amount, card, page } = transfer;
  return [told('payout-paid', reader, { amount, card }, page)];
};

/** The household, that its money is safe; the bookkeepers, that a card wants looking at. */
export const transferReturned: Telling = async (tx, { transferId }, post) => {
  const transfer = await transferOf(tx, transferId);
  const reader = transfer && (await householdReader(tx, transfer.householdId, post));
  if (!reader) return [];
  const { number, amount, card, householdCode, page } = transfer;
  const books = await staffOf(tx, 'bookkeeper', null, post);
  return [
    told('payout-returned', reader, { amount, card }, page),
    ...books.map((one) => told('transfer-returned', one, { number, amount }, `/books/dues/${householdCode}`)),
  ];
};
