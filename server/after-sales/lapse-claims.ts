import { authorize, type Ctx, log, rowsOf, sql, transact } from '#server/platform/index.ts';
import { lockClaim, moveClaim } from './claim.moves.ts';
import type { ClaimState } from './contract.ts';

const PER_RUN = 500;

/** Where a claim goes when the turn of whoever was to act is over: no side gains by silence. */
const whenTimeIsUp: Partial<Record<ClaimState, ClaimState>> = {
  applied: 'escalated',
  'evidence-asked': 'withdrawn',
  'awaiting-return': 'withdrawn',
  'sent-back': 'escalated',
};

/** Moves on the claims whose clock ran out, each in a transaction of its own. Says how many. */
export async function lapseClaims(ctx: Ctx): Promise<number> {
  authorize(ctx, 'claims.lapse');
  const due = await rowsOf<{ id: string; parcelId: string }>(
    ctx,
    sql`select id, parcel_id as "parcelId" from claim where due_at <= ${ctx.now} order by due_at limit ${PER_RUN}`,
  );
  let moved = 0;
  for (const found of due) {
    moved += await transact({ ...ctx, em: ctx.em.fork() }, async (tx) => {
      const claim = await lockClaim(tx, found);
      const to = whenTimeIsUp[claim.state];
      // Somebody acted while we waited for the lock.
      if (to === undefined || claim.due_at === null || claim.due_at > tx.now) return 0;
      await moveClaim(tx, claim, to, { side: 'clock' });
      return 1;
    });
  }
  if (moved > 0) log.info({ claims: moved }, 'claims whose time was up moved on');
  return moved;
}
