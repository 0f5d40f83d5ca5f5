import { rowsOf, sql, type Tx } from '#server/platform/index.ts';

/** What lines weighed when they were packed; lines not yet weighed are left out. */
export async function weighedGrams(tx: Tx, lineIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await rowsOf<{ id: string; grams: number }>(
    tx,
    sql`select line_id as id, grams from weighing where line_id = any(${[...lineIds]}::uuid[])`,
  );
  return new Map(rows.map(({ id, grams }) => [id, grams]));
}
