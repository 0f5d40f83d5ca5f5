import { authorize, type Ctx, rowOf, run, sql } from '#server/platform/index.ts';
import { type BooksProof, proveBooks } from './prove-books.ts';

const NAME = 'books.last-proof';

/** Proves the books and keeps the outcome, so that a first screen can tell of it without counting everything again. */
export async function proveAndKeep(ctx: Ctx): Promise<BooksProof> {
  authorize(ctx, 'audit.run');
  const proof = await proveBooks(ctx);
  await run(
    ctx,
    sql`insert into setting (name, value) values (${NAME}, ${JSON.stringify(proof)}::jsonb)
        on conflict (name) do update set value = excluded.value`,
  );
  return proof;
}

/** The proof that was last kept; null when the books have never been proved. */
export async function findLastProof(ctx: Ctx): Promise<BooksProof | null> {
  authorize(ctx, 'books.read');
  const kept = await rowOf<{ value: BooksProof }>(ctx, sql`select value from setting where name = ${NAME}`);
  return kept?.value ?? null;
}
