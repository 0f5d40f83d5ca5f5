import { drawClaimPhoto } from '#seed/demo/claim-photos.ts';
import type { SampleClaim } from '#seed/demo/claims.ts';
import { ApplyForClaim, ApproveClaim } from '#server/after-sales/contract.ts';
import { applyForClaim, approveClaim, escalateClaim, rejectClaim } from '#server/after-sales/index.ts';
import { addMinutes } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { anonymousActor } from '#server/people/index.ts';
import { type Ctx, rowOf, sql } from '#server/platform/index.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';
import { numberOf } from './trade.ts';

/** What buyers claimed about parcels of the last days, and what sellers and buyers answered, each at its instant. */
export function claimsOf(stage: Stage, world: DemoWorld, claims: readonly SampleClaim[]): Happening[] {
  return claims.flatMap((claim) => courseOf(stage, world, claim));
}

function courseOf(stage: Stage, world: DemoWorld, claim: SampleClaim): Happening[] {
  const { order, reason, count, words } = claim;
  const buyer = world.buyers.get(order.buyer) ?? anonymousActor;
  const ago = (hours: number) => addMinutes(stage.now, -hours * 60);
  let [number, reader] = ['', { accessKey: '' }];
  return [
    {
      at: ago(claim.hoursAgo),
      happen: async () => {
        const photos = [await drawClaimPhoto(claim.photo)];
        const input = ApplyForClaim.parse({ kind: 'fresh-damage', reason, lines: [{ line: 0, count }], words, photos });
        const ctx = stage.at(ago(claim.hoursAgo), buyer);
        reader = await readerOf(ctx, order);
        ({ number } = await applyForClaim(ctx, `${numberOf(order)}-1`, reader, input));
      },
    },
    ...claim.answers.map((answer) => ({
      at: ago(answer.hoursAgo),
      happen: () => {
        const at = ago(answer.hoursAgo);
        if (answer.step === 'escalated') return escalateClaim(stage.at(at, buyer), number, reader, answer);
        if (answer.step === 'rejected') return rejectClaim(stage.at(at), number, answer);
        const lines = [{ line: 0, amount: (answer.amount / 100).toFixed(2) }];
        const input = ApproveClaim.parse({ lines, bearer: 'seller', words: answer.words });
        return approveClaim(stage.at(at), number, input);
      },
    })),
  ];
}

/** Who bought without an account shows the key of his order. */
async function readerOf(ctx: Ctx, order: SampleClaim['order']): Promise<{ accessKey: string }> {
  const number = numberOf(order);
  const found = await rowOf<{ accessKey: string }>(
    ctx,
    sql`select access_key as "accessKey" from trade_order where number = ${number}`,
  );
  return present(found, `order ${number}`);
}
