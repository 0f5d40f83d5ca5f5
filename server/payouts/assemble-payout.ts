import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError, present } from '#server/kernel/errors.ts';
import { readableCode, uuidv7 } from '#server/kernel/ids.ts';
import {
  announce,
  authorize,
  type Ctx,
  recordChange,
  rowOf,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import type { AssemblePayout } from './contract.ts';
import { payerIdOf } from './payers.ts';
import { lockRun, moveRun } from './payout.moves.ts';

const STATEMENTS_PER_STEP = 500;
const STEPS_MAX = 2_000;
const NUMBER_CHARACTERS = 4;

/** A statement that can be paid through the bank now: agreed, or not paid the last time, with a card and no live transfer. */
export const payable = sql`statement.state in ('confirmed', 'failed') and statement.way = 'bank' and statement.amount_fen > 0
  and household.bank_card_sealed is not null
  and not exists (select from transfer where transfer.statement_id = statement.id
    and transfer.state in ('prepared', 'approved', 'sent', 'unknown', 'paid'))`;

/**
 * Makes a payout run of one payer: a transfer for every statement that can be paid now. It goes step by step, each step a
 * transaction that claims statements nobody else works on, so that its progress can be seen and a run that was cut off is
 * taken up where it stood. Two runs at once share the statements between them. Refuses (`payouts.nothing-to-pay`) when
 * there is none.
 */
export async function assemblePayout(ctx: Ctx, input: AssemblePayout): Promise<{ id: string; number: string }> {
  const opened = await openRun(ctx, input);
  await assembleRest(ctx, opened.id);
  return opened;
}

/** Begins a run without doing it yet: the worker, or assemblePayout, makes its transfers. */
export async function openRun(ctx: Ctx, input: AssemblePayout): Promise<{ id: string; number: string }> {
  authorize(ctx, 'payouts.assemble');
  const payer = await payerIdOf(ctx, input.payer);
  return transact(ctx, async (tx) => {
    const before = await runOfKey(tx, input.key);
    if (before) return before;
    const waiting = await rowOf<{ planned: number }>(
      tx,
      sql`select count(*)::int as planned from statement join household on household.id = statement.household_id
          where payer = ${payer} and ${payable}`,
    );
    const planned = waiting?.planned ?? 0;
    if (planned === 0) throw new DomainError('conflict', 'payouts.nothing-to-pay');
    const id = uuidv7(tx.now);
    const number = `F${businessDayOf(tx.now).slice(2).replaceAll('-', '')}-${readableCode(NUMBER_CHARACTERS)}`;
    const opened = await run(
      tx,
      sql`with opened as (
            insert into payout_run (id, number, key, payer, state, planned, made_by, made_at)
            values (${id}, ${number}, ${input.key}, ${payer}, 'assembling', ${planned}, ${tx.actor.id ?? tx.actor.name}, ${tx.now})
            on conflict (key) do nothing returning id
          )
          insert into payout_run_move (run_id, seq, to_state, actor_id, at)
          select id, 1, 'assembling', ${tx.actor.id}, ${tx.now} from opened`,
    );
    // Pressed twice at once: the other one's run is there by now.
    if (opened === 0) return present(await runOfKey(tx, input.key), 'the run somebody else just made');
    await recordChange(tx, { subject: 'payout-run', subjectId: id, what: 'made', after: { number, payer, planned } });
    return { id, number };
  });
}

function runOfKey(tx: Tx, key: string): Promise<{ id: string; number: string } | null> {
  return rowOf(tx, sql`select id, number from payout_run where key = ${key}`);
}

/** Does what is left of a run that is being assembled; of one that is not, nothing. Several may do it at once. */
export async function assembleRest(ctx: Ctx, runId: string): Promise<void> {
  authorize(ctx, 'payouts.assemble');
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const more = await transact(ctx, (tx) => assembleStep(tx, runId));
    if (!more) return;
  }
}

/** Takes up every run that a crash or a restart cut off. */
export async function continuePayouts(ctx: Ctx): Promise<number> {
  const cut = await rowsOf<{ id: string }>(
    ctx,
    sql`select id from payout_run where state = 'assembling' order by id limit 100`,
  );
  for (const { id } of cut) await assembleRest(ctx, id);
  return cut.length;
}

async function assembleStep(tx: Tx, runId: string): Promise<boolean> {
  const locked = await lockRun(tx, runId);
  if (locked.state !== 'assembling') return false;
  const ids = await claimStatements(tx, locked.payer);
  if (ids.length > 0) {
    await insertTransfers(tx, runId, ids);
    return true;
  }
  const sums = await rowOf<{ transfers: number }>(tx, sql`select transfers from payout_run where id = ${runId}`);
  const any = present(sums, 'the run just locked').transfers > 0;
  await moveRun(tx, locked, any ? 'assembled' : 'rejected', any ? {} : { reason: 'nothing-left' });
  if (any) await announce(tx, { topic: 'payout.assembled', key: runId, payload: { runId, number: locked.number } });
  return false;
}

async function claimStatements(tx: Tx, payer: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select statement.id from statement join household on household.id = statement.household_id
        where payer = ${payer} and ${payable}
        order by statement.id limit ${STATEMENTS_PER_STEP} for update of statement skip locked`,
  );
  return rows.map(({ id }) => id);
}

/** Looked at again behind the lock: another run may have claimed one until then. */
async function insertTransfers(tx: Tx, runId: string, ids: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`with claimed as (
          select statement.id, statement.household_id, statement.payer, statement.amount_fen, household.name,
            household.bank_card_sealed, household.bank_card_tail, payout_run.number,
            payout_run.transfers + row_number() over (order by household.code, statement.number) as nth
          from statement join household on household.id = statement.household_id
          join payout_run on payout_run.id = ${runId}
          where statement.id = any(${ids}::uuid[]) and ${payable}
        ), made as (
          insert into transfer (number, run_id, statement_id, household_id, payer, way, amount_fen, payee, card_sealed, card_tail, state)
          select number || '-' || lpad(nth::text, 6, '0'), ${runId}, id, household_id, payer, 'bank', amount_fen, name,
            bank_card_sealed, bank_card_tail, 'prepared' from claimed
          returning id, amount_fen
        ), moves as (
          insert into transfer_move (transfer_id, seq, to_state, actor_id, at)
          select id, 1, 'prepared', ${tx.actor.id}, ${tx.now} from made
        )
        update payout_run set transfers = payout_run.transfers + sums.transfers, total_fen = total_fen + sums.fen
        from (select count(*)::int as transfers, coalesce(sum(amount_fen), 0) as fen from made) as sums
        where payout_run.id = ${runId}`,
  );
}
