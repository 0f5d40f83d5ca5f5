import { agreementOn } from '#server/dues/index.ts';
import type { BusinessDay } from '#server/kernel/calendar.ts';
import { announce, authorize, type Ctx, rowsOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { draftStatements, type StatementDraft, type WaitingLine } from './draft-statements.ts';
import { insertStatements } from './insert-statements.ts';

const HOUSEHOLDS_PER_BATCH = 500;
const BATCHES_MAX = 10_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export type Stated = { statements: number; lines: number };

/**
 * Makes the statements of every household whose period is over: all that is payable by then, less what it owes up to the
 * agreed part. Households go in id order, batch by batch, each batch a transaction of its own; lines are locked and read
 * behind the lock, and one statement per household and period is a unique index, so done twice or at once it makes none
 * twice.
 */
export async function stateDues(ctx: Ctx, { until }: { until: BusinessDay }): Promise<Stated> {
  authorize(ctx, 'statements.make');
  const done = { statements: 0, lines: 0 };
  let last = FIRST_ID;
  for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
    const part = await transact(ctx, (tx) => stateBatch(tx, until, last));
    done.statements += part.statements;
    done.lines += part.lines;
    if (part.last === null) break;
    last = part.last;
  }
  return done;
}

async function stateBatch(tx: Tx, until: BusinessDay, after: string): Promise<Stated & { last: string | null }> {
  const households = await rowsOf<{ id: string }>(
    tx,
    sql`select distinct household_id as id from due_line
        where state = 'accrued' and arose_on <= ${until}::date and household_id > ${after}
        order by household_id limit ${HOUSEHOLDS_PER_BATCH}`,
  );
  const ids = households.map(({ id }) => id);
  const drafts = draftStatements(await lockWaitingLines(tx, ids, until), until);
  const made = await insertStatements(tx, drafts);
  if (made.length > 0) await announce(tx, ...made.map(newsOf));
  return {
    statements: made.length,
    lines: made.reduce((sum, { taken }) => sum + taken.length, 0),
    last: ids.length < HOUSEHOLDS_PER_BATCH ? null : (ids.at(-1) ?? null),
  };
}

/** Whoever waited for a line finds it gone when another statement took it meanwhile. */
function lockWaitingLines(tx: Tx, householdIds: readonly string[], until: BusinessDay): Promise<WaitingLine[]> {
  return rowsOf(
    tx,
    sql`select due_line.id, due_line.household_id as "householdId", household.code as "householdCode", due_line.kind,
          due_line.amount_fen as amount, due_line.arose_on::text as "aroseOn", due_line.allocation_id as "allocationId",
          agreed.cycle, agreed.payer, agreed.cap, agreed.way
        from due_line join household on household.id = due_line.household_id
        cross join lateral (${agreementOn(until, sql`due_line.household_id`, sql`due_line.organization_id`)}) as agreed
        where due_line.state = 'accrued' and due_line.arose_on <= ${until}::date
          and due_line.household_id = any(${householdIds}::uuid[])
        order by due_line.id for update of due_line`,
  );
}

function newsOf({ id, number, householdId }: StatementDraft) {
  return { topic: 'statement.made', key: id, payload: { statementId: id, number, householdId } };
}
