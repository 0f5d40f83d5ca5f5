import { afterSalesProofs } from '#server/after-sales/index.ts';
import { bankProofs } from '#server/bank/index.ts';
import { documentsProofs } from '#server/documents/index.ts';
import { duesProofs } from '#server/dues/index.ts';
import { fulfilmentProofs } from '#server/fulfilment/index.ts';
import { ledgerProofs } from '#server/ledger/index.ts';
import { ordersProofs } from '#server/orders/index.ts';
import { paymentsProofs } from '#server/payments/index.ts';
import { payoutsProofs } from '#server/payouts/index.ts';
import { authorize, type Ctx, overdueHeartbeats, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { messagesProofs } from '#server/platform/messages/index.ts';
import { type Proof, type ProofResult, runProofs } from '#server/platform/proof.ts';
import { promotionsProofs } from '#server/promotions/index.ts';
import { statementsProofs } from '#server/statements/index.ts';
import { stockProofs } from '#server/stock/index.ts';

/** Every proof of the books, floor by floor. */
export const proofs: readonly Proof[] = [
  ...ledgerProofs,
  ...promotionsProofs,
  ...stockProofs,
  ...paymentsProofs,
  ...ordersProofs,
  ...bankProofs,
  ...fulfilmentProofs,
  ...afterSalesProofs,
  ...documentsProofs,
  ...duesProofs,
  ...statementsProofs,
  ...payoutsProofs,
  ...messagesProofs,
];

/** The proof that is not of the books: what should prove and mend them has run. */
export const JOBS_PROOF = 'jobs.all-ran';

export type BooksProof = { asOf: string; holds: boolean; results: ProofResult[] };

/**
 * Proves the books on one frozen picture of the database, so that trade going on meanwhile breaks nothing. Recurring
 * work that has not run is a break too.
 */
export async function proveBooks(ctx: Ctx): Promise<BooksProof> {
  authorize(ctx, 'audit.run');
  const results = await transact(ctx, async (tx) => {
    await run(tx, sql`set transaction isolation level repeatable read, read only`);
    return runAllProofs(tx);
  });
  return { asOf: ctx.now.toISOString(), holds: results.every((result) => result.holds), results };
}

/** What the proofs say of what the transaction sees. */
export async function runAllProofs(tx: Tx): Promise<ProofResult[]> {
  const found = await runProofs(tx, proofs);
  const overdue = await overdueHeartbeats(tx);
  const breaks = overdue.map(({ name, due_at }) => ({ where: name, found: 'did not run', expected: `by ${due_at}` }));
  return [...found, { name: JOBS_PROOF, holds: breaks.length === 0, breaks }];
}
