import { uuidv7 } from '#server/kernel/ids.ts';
import { asRecords, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';
import type { StatementDraft } from './draft-statements.ts';
import type { Netted } from './net-lines.ts';

/** Writes statements with their lines; one whose household and period has been stated before is left out. */
export async function insertStatements(tx: Tx, drafts: readonly StatementDraft[]): Promise<StatementDraft[]> {
  if (drafts.length === 0) return [];
  const records = drafts.map((draft) => ({
    id: uuidv7(tx.now),
    number: draft.number,
    access_code: draft.accessCode,
    access_key: draft.accessKey,
    household_id: draft.householdId,
    payer: draft.payer,
    cycle: draft.cycle,
    way: draft.way,
    cap: draft.cap,
    period_from: draft.from,
    period_to: draft.to,
    amount_fen: draft.total,
  }));
  const made = await rowsOf<{ id: string; number: string }>(
    tx,
    sql`with made as (
          insert into statement (id, number, access_code, access_key, household_id, payer, cycle, way,
            deduction_cap_basis_points, period_from, period_to, amount_fen, state, made_at, answer_until)
          select id, number, access_code, access_key, household_id, payer, cycle, way, cap, period_from, period_to, amount_fen,
            'stated', ${tx.now}, ${tx.now}::timestamptz + make_interval(days => rule.answer_days)
          from jsonb_to_recordset(${asRecords(records)}) as draft(id uuid, number text, access_code text, access_key text,
            household_id uuid, payer text, cycle text, way text, cap int, period_from date, period_to date, amount_fen bigint)
          cross join (select answer_days from settlement_rule where valid_from <= ${tx.now}::date
            order by valid_from desc limit 1) as rule
          on conflict (household_id, payer, cycle, way, period_to) do nothing
          returning id, number
        ), moves as (
          insert into statement_move (statement_id, seq, to_state, actor_id, at)
          select id, 1, 'stated', ${tx.actor.id}, ${tx.now} from made
        )
        select id, number from made`,
  );
  const ids = new Map(made.map(({ id, number }) => [number, id]));
  const written = drafts.flatMap((draft) => {
    const id = ids.get(draft.number);
    return id ? [{ ...draft, id }] : [];
  });
  await putOnStatements(tx, written);
  return written;
}

/** Puts accrued lines on their statements; what of a line its statement cannot take becomes a line that waits. */
export async function putOnStatements(tx: Tx, statements: readonly (Netted & { id: string })[]): Promise<void> {
  const records = statements.flatMap(({ id, taken }) =>
    taken.map((line) => ({ id: line.id, statement_id: id, fen: line.amount, rest: line.rest })),
  );
  if (records.length === 0) return;
  await run(
    tx,
    sql`with part as (
          select * from jsonb_to_recordset(${asRecords(records)}) as part(id uuid, statement_id uuid, fen bigint, rest bigint)
        ), rests as (
          insert into due_line (household_id, organization_id, kind, amount_fen, order_id, parcel_id, allocation_id, refund_id,
            deduction_id, advance_id, objection_id, note, split_from, arose_on, state)
          select household_id, organization_id, kind, part.rest, order_id, parcel_id, allocation_id, refund_id, deduction_id,
            advance_id, objection_id, note, due_line.id, arose_on, 'accrued'
          from part join due_line on due_line.id = part.id where part.rest <> 0
        )
        update due_line set state = 'stated', statement_id = part.statement_id, amount_fen = part.fen
        from part where due_line.id = part.id and due_line.state = 'accrued'`,
  );
}
