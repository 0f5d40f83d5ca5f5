import type { Ctx } from './ctx.ts';
import { type RawBuilder, rowsOf, sql } from './sql.ts';

/** One thing that must hold of the books: a statement that finds where it does not. Its name is its sentence's key. */
export type Proof = { readonly name: string; readonly breaks: (now: Date) => RawBuilder<unknown> };

/** One place where the books do not hold. */
export type Break = { where: string; found: string; expected: string };

export type ProofResult = { name: string; holds: boolean; breaks: Break[] };

const BREAKS_SHOWN_MAX = 20;

/** States a proof: `breaks` selects "where", "found" and "expected" for each break, and nothing when all is well. */
export function proof(name: string, breaks: (now: Date) => RawBuilder<unknown>): Proof {
  return { name, breaks };
}

/** Runs proofs one after the other on what the context sees; shows at most 20 breaks of each. */
export async function runProofs(ctx: Ctx, proofs: readonly Proof[]): Promise<ProofResult[]> {
  const results: ProofResult[] = [];
  for (const { name, breaks } of proofs) {
    const found = await rowsOf<Break>(
      ctx,
      sql`select "where"::text, "found"::text, "expected"::text from (${breaks(ctx.now)}) as broken limit ${BREAKS_SHOWN_MAX}`,
    );
    results.push({ name, holds: found.length === 0, breaks: found });
  }
  return results;
}
