import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, type Tx, transact } from '#server/platform/index.ts';
import { getClaimOwner, type LockedClaim, lockClaim, moveClaim } from './claim.moves.ts';
import type { ApproveClaim, WithReason } from './contract.ts';
import { grantClaim } from './grant-claim.ts';
import { endOfTurn } from './terms-of-parcel.ts';

/** The seller grants a claim whole or in part. Refuses a claim that is not his to decide (any more), and more than was asked. */
export function approveClaim(ctx: Ctx, number: string, input: ApproveClaim): Promise<void> {
  return decide(ctx, number, (tx, claim) => grantClaim(tx, claim, input, 'seller'));
}

/** The seller says no and why; the buyer may take it to the platform within the days of the rules. */
export function rejectClaim(ctx: Ctx, number: string, { words }: WithReason): Promise<void> {
  return decide(ctx, number, async (tx, claim) => {
    const until = await endOfTurn(tx, 'escalate');
    await moveClaim(tx, claim, 'rejected', { side: 'seller', words, escalateUntil: until });
  });
}

/** The seller says what is still missing; the buyer has his turn. */
export function askForEvidence(ctx: Ctx, number: string, { words }: WithReason): Promise<void> {
  return decide(ctx, number, async (tx, claim) => {
    await moveClaim(tx, claim, 'evidence-asked', { side: 'seller', words, dueAt: await endOfTurn(tx, 'evidence') });
  });
}

/** A claim that waits for its seller. What another clerk decided, the buyer took back or the platform has is refused. */
async function decide(ctx: Ctx, number: string, work: (tx: Tx, claim: LockedClaim) => Promise<void>): Promise<void> {
  const owner = await getClaimOwner(ctx, number);
  authorize(ctx, 'claims.decide', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => {
    const claim = await lockClaim(tx, owner);
    if (claim.state !== 'applied') throw new DomainError('conflict', 'claims.not-waiting', { number });
    await work(tx, claim);
  });
}
