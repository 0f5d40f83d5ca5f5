import { readDueLines } from '#server/dues/index.ts';
import { DomainError, present } from '#server/kernel/errors.ts';
import { addFen, type Fen } from '#server/kernel/money.ts';
import { authorize, type Ctx, can, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import { mayAnswer, type StatementKey } from './answer.ts';
import type { StatementMove, StatementSums, StatementView } from './contract.ts';
import { readStatementRows } from './statement-rows.ts';

/** A statement by its number, for the books. */
export async function getStatement(ctx: Ctx, number: string): Promise<StatementView> {
  authorize(ctx, 'books.read');
  const found = await rowOf<{ id: string }>(ctx, sql`select id from statement where number = ${number}`);
  if (!found) throw new DomainError('not-found', 'statements.unknown');
  return view(ctx, found.id);
}

/** The same as the household sees it, by its code or link, or its village's helper by number. */
export async function getOwnStatement(ctx: Ctx, key: StatementKey): Promise<StatementView> {
  const { id, by } = await mayAnswer(ctx, key);
  const statement = await view(ctx, id);
  // With the code a helper could answer as the household itself.
  return by === 'helper' ? { ...statement, accessCode: '' } : statement;
}

async function view(ctx: Ctx, id: string): Promise<StatementView> {
  const [row] = await readStatementRows(ctx, sql`where id = ${id}`);
  const lines = await readDueLines(ctx, sql`where statement_id = ${id}`);
  const more = await rowOf<{ accessCode: string; carriedOver: Fen; villageCode: string }>(
    ctx,
    sql`select statement.access_code as "accessCode", household.village_code as "villageCode", (
            select coalesce(sum(rest.amount_fen), 0)::bigint from due_line as rest
            join due_line as whole on whole.id = rest.split_from where whole.statement_id = statement.id
          ) as "carriedOver"
        from statement join household on household.id = statement.household_id where statement.id = ${id}`,
  );
  const { accessCode, carriedOver, villageCode } = present(more, 'the statement just read');
  const statement = present(row, 'the statement just found');
  const open = statement.state === 'stated' && new Date(statement.answerUntil) >= ctx.now;
  const asks = can(ctx.actor, 'statements.answer') || can(ctx.actor, 'statements.answer-for', { area: villageCode });
  return {
    ...statement,
    accessCode,
    sums: sumsOf(lines),
    lines,
    transfers: await transfersOf(ctx, id),
    objections: await objectionsOf(ctx, id),
    moves: await movesOf(ctx, id),
    carriedOver,
    mayAnswer: open && asks,
  };
}

function sumsOf(lines: StatementView['lines']): StatementSums {
  const of = (kind: string) => addFen(...lines.filter((line) => line.kind === kind).map(({ amount }) => amount));
  return {
    sales: of('sale'),
    returns: of('return'),
    deductions: of('deduction'),
    advances: of('advance'),
    advancesRepaid: of('advance-repaid'),
    adjustments: of('adjustment'),
  };
}

function transfersOf(ctx: Ctx, id: string): Promise<StatementView['transfers']> {
  return rowsOf(
    ctx,
    sql`select number, way, state, amount_fen as amount, card_tail as "cardTail", bank_reason as reason, paid_at as "paidAt"
        from transfer where statement_id = ${id} order by id desc`,
  );
}

async function objectionsOf(ctx: Ctx, id: string): Promise<StatementView['objections']> {
  const objections = await rowsOf<Omit<StatementView['objections'][number], 'lines'> & { lineIds: string[] }>(
    ctx,
    sql`select id, reason, made_at as "madeAt", made_by as "madeBy", state, outcome, resolution, resolved_at as "resolvedAt", (
            select coalesce(sum(amount_fen), 0)::bigint from objection_line join due_line on due_line.id = due_line_id
            where objection_line.objection_id = objection.id
          ) as amount, array(select due_line_id from objection_line where objection_id = objection.id) as "lineIds"
        from objection where statement_id = ${id} order by made_at desc`,
  );
  if (objections.length === 0) return [];
  const ids = objections.flatMap(({ lineIds }) => lineIds);
  const lines = await readDueLines(ctx, sql`where id = any(${ids}::uuid[])`);
  return objections.map(({ lineIds, ...objection }) => ({
    ...objection,
    lines: lines.filter((line) => lineIds.includes(line.id)),
  }));
}

function movesOf(ctx: Ctx, id: string): Promise<StatementMove[]> {
  return rowsOf(
    ctx,
    sql`select from_state as "from", to_state as "to", reason, at, person.name as by
        from statement_move left join user_account as person on person.id = actor_id
        where statement_id = ${id} order by seq`,
  );
}
