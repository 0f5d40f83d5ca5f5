import { accounts, takeLinesOut } from '#server/dues/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { isUuid } from '#server/kernel/ids.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
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
import type { ResolveObjection } from './contract.ts';

type Open = { id: string; state: 'open' | 'resolved'; statementId: string; householdId: string };

/**
 * Ends an objection. The lines stood right and go onto the next statement; or an adjustment of its own puts right what
 * was wrong, borne by the seller or the platform. Either way with a reason the household is shown.
 */
export async function resolveObjection(ctx: Ctx, id: string, input: ResolveObjection): Promise<void> {
  authorize(ctx, 'objections.resolve');
  if (!isUuid(id)) throw new DomainError('not-found', 'statements.objection-unknown');
  await transact(ctx, async (tx) => {
    const objection = await rowOf<Open>(
      tx,
      sql`select objection.id, objection.state, statement_id as "statementId", household_id as "householdId"
          from objection join statement on statement.id = statement_id where objection.id = ${id} for update of objection`,
    );
    if (!objection) throw new DomainError('not-found', 'statements.objection-unknown');
    if (objection.state === 'resolved') throw new DomainError('conflict', 'statements.objection-resolved');
    const lines = await rowsOf<{ id: string; organizationId: string | null }>(
      tx,
      sql`select due_line.id, organization_id as "organizationId" from objection_line
          join due_line on due_line.id = due_line_id where objection_line.objection_id = ${id} and state = 'objected'
          order by due_line.id for update of due_line`,
    );
    await takeLinesOut(
      tx,
      lines.map((line) => line.id),
      'accrued',
    );
    if (input.adjustment) {
      await adjust(tx, objection, fen(input.adjustment), lines[0]?.organizationId ?? null, input);
    }
    await run(
      tx,
      sql`update objection set state = 'resolved', outcome = ${input.outcome}, resolution = ${input.reason},
            resolved_by = ${tx.actor.id}, resolved_at = ${tx.now} where id = ${id}`,
    );
    const { reason, ...after } = input;
    await recordChange(tx, {
      subject: 'statement',
      subjectId: objection.statementId,
      what: 'objection-resolved',
      after,
      reason,
    });
    await announce(tx, { topic: 'statement.objection-resolved', key: id, payload: { objectionId: id, ...objection } });
  });
}

async function adjust(
  tx: Tx,
  { id, householdId }: Open,
  amount: Fen,
  organizationId: string | null,
  { bearer, reason }: ResolveObjection,
): Promise<void> {
  await run(
    tx,
    sql`insert into due_line (household_id, organization_id, kind, amount_fen, objection_id, note, arose_on, state)
        values (${householdId}, ${organizationId}, 'adjustment', ${amount}, ${id}, ${reason}, ${businessDayOf(tx.now)}::date,
          'accrued')`,
  );
  const borne =
    bearer === 'seller' && organizationId !== null
      ? accounts.sellerEarned(organizationId)
      : accounts.settlementAdjustment();
  await postEntry(tx, {
    key: `adjustment:${id}`,
    kind: 'adjustment',
    reference: id,
    postings: [
      { account: borne, amount, detail: id },
      { account: accounts.householdPayable(householdId), amount: fen(-amount), detail: id },
    ],
  });
}
