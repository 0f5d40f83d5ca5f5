import { DomainError } from '#server/kernel/errors.ts';
import { authorize, type Ctx, type Tx, transact } from '#server/platform/index.ts';
import { getClaimOwner, type LockedClaim, lockClaim, moveClaim } from './claim.moves.ts';
import type { ApproveClaim, WithReason } from './contract.ts';
import { grantClaim } from './grant-claim.ts';

/** The platform grants an escalated claim whole or in part; its word is the last one. */
export function grantEscalatedClaim(ctx: Ctx, number: string, input: ApproveClaim): Promise<void> {
  return arbitrate(ctx, number, (tx, claim) => grantClaim(tx, claim, input, 'platform'));
}

/** The platform says that the rejection stands, and why. */
export function upholdRejection(ctx: Ctx, number: string, { words }: WithReason): Promise<void> {
  return arbitrate(ctx, number, (tx, claim) => moveClaim(tx, claim, 'upheld', { side: 'platform', words }));
}

async function arbitrate(ctx: Ctx, number: string, work: (tx: Tx, claim: LockedClaim) => Promise<void>): Promise<void> {
  authorize(ctx, 'claims.arbitrate');
  const owner = await getClaimOwner(ctx, number);
  await transact(ctx, async (tx) => {
    const claim = await lockClaim(tx, owner);
    if (claim.state !== 'escalated') throw new DomainError('conflict', 'claims.not-escalated', { number });
    await work(tx, claim);
  });
}
