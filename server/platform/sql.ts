import { type RawBuilder, sql, type Transaction } from 'kysely';
import { assert } from '#server/kernel/errors.ts';
import type { Ctx } from './ctx.ts';

export { type RawBuilder, sql } from 'kysely';

/** The rows of a statement, run in the caller's transaction if there is one. Values are bound, never spliced. */
export async function rowsOf<Row>(ctx: Pick<Ctx, 'em'>, statement: RawBuilder<unknown>): Promise<Row[]> {
  const result = await statement.execute(ctx.em.getKysely<unknown>() as unknown as Transaction<unknown>);
  return result.rows as Row[];
}

/** The only row, or null. */
export async function rowOf<Row>(ctx: Pick<Ctx, 'em'>, statement: RawBuilder<unknown>): Promise<Row | null> {
  const rows = await rowsOf<Row>(ctx, statement);
  assert(rows.length <= 1, 'at most one row');
  return rows[0] ?? null;
}

/** Runs a statement for its effect; says how many rows it touched. */
export async function run(ctx: Pick<Ctx, 'em'>, statement: RawBuilder<unknown>): Promise<number> {
  const result = await statement.execute(ctx.em.getKysely<unknown>() as unknown as Transaction<unknown>);
  return Number(result.numAffectedRows ?? 0);
}

/** Many rows as one bound parameter, to be read with jsonb_to_recordset: one statement whatever the number of rows. */
export function asRecords(rows: readonly object[]): RawBuilder<unknown> {
  return sql`${JSON.stringify(rows)}::jsonb`;
}
