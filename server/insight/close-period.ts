import { DomainError } from '#server/kernel/errors.ts';
import { sealPeriod } from '#server/ledger/index.ts';
import { authorize, type Ctx, transact } from '#server/platform/index.ts';
import { JOBS_PROOF, proveBooks } from './prove-books.ts';

/** Closes a month that is over, for good, and only while the books prove right. A late job is no break of the books. */
export async function closePeriod(ctx: Ctx, month: string): Promise<{ hash: string }> {
  authorize(ctx, 'periods.close');
  const { results } = await proveBooks(ctx);
  const broken = results.filter(({ name, holds }) => !holds && name !== JOBS_PROOF);
  if (broken.length > 0) throw new DomainError('conflict', 'ledger.books-do-not-hold', { proofs: broken.length });
  return transact(ctx, (tx) => sealPeriod(tx, month));
}
