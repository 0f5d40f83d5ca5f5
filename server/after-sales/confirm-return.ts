import { authorize, type Ctx, run, sql, transact } from '#server/platform/index.ts';
import { getClaimOwner, lockClaim, moveClaim } from './claim.moves.ts';
import type { ConfirmReturn } from './contract.ts';
import { refundClaim } from './refund-claim.ts';

/**
 * The seller has the goods of a return and says whether they can be sold again: on the shelf or written off, either way
 * the buyer is paid with it. Also for goods the buyer brought himself.
 */
export async function confirmReturn(ctx: Ctx, number: string, { condition }: ConfirmReturn): Promise<void> {
  const owner = await getClaimOwner(ctx, number);
  authorize(ctx, 'claims.decide', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => {
    const claim = await lockClaim(tx, owner);
    await moveClaim(tx, claim, 'returned', { side: 'seller' });
    await run(tx, sql`update claim set resellable = ${condition === 'resellable'} where id = ${claim.id}`);
    await refundClaim(tx, claim, 'seller', { spoiled: condition === 'spoiled' });
  });
}
