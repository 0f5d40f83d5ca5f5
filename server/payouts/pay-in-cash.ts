import { accounts } from '#server/dues/index.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { type Image, keepImage, readFile, readImage } from '#server/platform/files/index.ts';
import { announce, authorize, type Ctx, recordChange, rowOf, run, sql, transact } from '#server/platform/index.ts';
import { lockStatement, moveStatements } from '#server/statements/index.ts';
import { CASH_PHOTO_BYTES_MAX, type HandOverCash, type PayInCash } from './contract.ts';

/**
 * Pays an agreed statement in cash, before two witnesses of different names and with a photo of it. Refuses a statement
 * that is in a payout run (`payouts.in-a-run`): what is at the bank is not paid again.
 */
export async function payInCash(ctx: Ctx, statementId: string, input: PayInCash): Promise<{ number: string }> {
  authorize(ctx, 'payouts.pay-cash');
  const witnesses = [input.firstWitness, input.secondWitness];
  const bare = witnesses.map((name) => name.replaceAll(/\s/g, ''));
  if (bare[0] === bare[1]) throw new DomainError('invalid', 'payouts.one-witness', { field: 'secondWitness' });
  return transact(ctx, async (tx) => {
    const statement = await lockStatement(tx, statementId);
    const facts = await rowOf<{ name: string; live: boolean; photo: boolean; payments: number }>(
      tx,
      sql`select name, exists (select from file where id = ${input.photo}) as photo, (
              select count(*)::int from transfer where statement_id = ${statementId} and way = 'cash'
            ) as payments, exists (select from transfer where statement_id = ${statementId}
              and state in ('prepared', 'approved', 'sent', 'unknown', 'paid')) as live
          from household where id = ${statement.householdId}`,
    );
    if (facts?.live) throw new DomainError('conflict', 'payouts.in-a-run');
    if (!facts?.photo) throw new DomainError('not-found', 'payouts.photo-unknown');
    const id = uuidv7(tx.now);
    const number = `${statement.number}-X${facts.payments + 1}`;
    await run(
      tx,
      sql`with paid as (
            insert into transfer (id, number, statement_id, household_id, payer, way, amount_fen, payee, witnesses, photo_id,
              state, paid_at)
            values (${id}, ${number}, ${statementId}, ${statement.householdId}, ${statement.payer}, 'cash',
              ${statement.amount}, ${facts.name}, ${witnesses}::text[], ${input.photo}, 'paid', ${tx.now}) returning id
          )
          insert into transfer_move (transfer_id, seq, to_state, actor_id, at)
          select id, 1, 'paid', ${tx.actor.id}, ${tx.now} from paid`,
    );
    await moveStatements(tx, [statementId], 'paid', { reason: 'cash' });
    const amount = fen(statement.amount);
    await postEntry(tx, {
      key: `cash-paid:${id}`,
      kind: 'cash-paid',
      reference: statementId,
      postings: [
        { account: accounts.householdPayable(statement.householdId), amount, detail: id },
        { account: accounts.cash(statement.payer), amount: fen(-amount), detail: id },
      ],
    });
    await recordChange(tx, {
      subject: 'statement',
      subjectId: statementId,
      what: 'paid-in-cash',
      after: { number, ...input },
    });
    await announce(tx, { topic: 'transfer.paid', key: id, payload: { transferId: id, number, statementId } });
    return { number };
  });
}

/** The same by the statement's number and with the photo as it was taken, kept only if the money is booked. */
export async function handOverCash(
  ctx: Ctx,
  statementNumber: string,
  input: HandOverCash,
): Promise<{ number: string }> {
  authorize(ctx, 'payouts.pay-cash');
  const statement = await rowOf<{ id: string }>(ctx, sql`select id from statement where number = ${statementNumber}`);
  if (!statement) throw new DomainError('not-found', 'statements.unknown');
  const image = await photoIn(input.photo);
  return transact(ctx, async (tx) => payInCash(tx, statement.id, { ...input, photo: await keepImage(tx, image) }));
}

/** The photo of a payment in cash, for the books. */
export async function getCashPhoto(ctx: Ctx, statementNumber: string): Promise<{ mime: string; bytes: Buffer }> {
  authorize(ctx, 'books.read');
  const found = await rowOf<{ photo: string }>(
    ctx,
    sql`select photo_id as photo from transfer join statement on statement.id = transfer.statement_id
        where statement.number = ${statementNumber} and transfer.way = 'cash' and photo_id is not null
        order by transfer.id desc limit 1`,
  );
  if (!found) throw new DomainError('not-found', 'payouts.photo-unknown');
  return readFile(ctx, found.photo);
}

/** Decoded before the transaction; what is wrong with it is said beside its field. */
async function photoIn([file]: readonly File[]): Promise<Image> {
  try {
    const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
    return await readImage(bytes, { maxBytes: CASH_PHOTO_BYTES_MAX });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    throw new DomainError(error.kind, error.code, { ...error.params, field: 'photo' });
  }
}
