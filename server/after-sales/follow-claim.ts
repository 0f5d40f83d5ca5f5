import { momentInShanghai } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { mayRead, type OrderReader } from '#server/orders/index.ts';
import { authorize, type Ctx, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { openStates } from './claim.machine.ts';
import { getClaimOwner, type LockedClaim, lockClaim, moveClaim } from './claim.moves.ts';
import type { AddEvidence, SendBack, WithReason } from './contract.ts';
import { keepPhotos, readPhotos } from './keep-photos.ts';
import { endOfTurn } from './terms-of-parcel.ts';

/** The buyer adds what the seller asked for; it is the seller's turn again. */
export async function addEvidence(ctx: Ctx, number: string, reader: OrderReader, input: AddEvidence): Promise<void> {
  await getOwnClaim(ctx, number, reader);
  const images = await readPhotos(input.photos);
  await asBuyer(ctx, number, reader, async (tx, claim) => {
    const dueAt = await endOfTurn(tx, 'decide');
    await moveClaim(tx, claim, 'applied', { side: 'buyer', words: input.words, dueAt });
    await keepPhotos(tx, claim, images);
  });
}

/** The buyer takes his claim back, as long as nothing was decided for him that he acted on. */
export function withdrawClaim(ctx: Ctx, number: string, reader: OrderReader): Promise<void> {
  return asBuyer(ctx, number, reader, (tx, claim) => moveClaim(tx, claim, 'withdrawn', { side: 'buyer' }));
}

/** The buyer takes a rejection to the platform. Refuses when the days for it are over or another claim is open. */
export function escalateClaim(ctx: Ctx, number: string, reader: OrderReader, { words }: WithReason): Promise<void> {
  return asBuyer(ctx, number, reader, async (tx, claim) => {
    const until = claim.escalate_until;
    if (claim.state === 'rejected' && until !== null && tx.now >= until) {
      throw new DomainError('conflict', 'claims.too-late-to-escalate', { until: momentInShanghai(until) });
    }
    const others = await run(
      tx,
      sql`select 1 from claim where parcel_id = ${claim.parcel.id} and id <> ${claim.id} and state = any(${[...openStates]}) limit 1`,
    );
    if (others > 0) throw new DomainError('conflict', 'claims.already-open', { number });
    // A claim that waits for its seller goes up by the clock alone.
    if (claim.state !== 'rejected') throw new DomainError('conflict', 'claims.not-rejected', { number });
    await moveClaim(tx, claim, 'escalated', { side: 'buyer', words });
  });
}

/** The buyer says by whom the goods travel back. */
export function sendBack(ctx: Ctx, number: string, reader: OrderReader, input: SendBack): Promise<void> {
  return asBuyer(ctx, number, reader, async (tx, claim) => {
    await moveClaim(tx, claim, 'sent-back', { side: 'buyer', dueAt: await endOfTurn(tx, 'receiveBack') });
    await run(
      tx,
      sql`update claim set back_courier = ${input.courier}, back_tracking_number = ${input.trackingNumber || null},
            back_sent_at = ${tx.now} where id = ${claim.id}`,
    );
  });
}

/** Refuses (not-found) who cannot show that the claim's order is his. */
export async function getOwnClaim(ctx: Ctx, number: string, reader: OrderReader) {
  authorize(ctx, 'claims.apply');
  const owner = await getClaimOwner(ctx, number);
  if (!mayRead(ctx, owner, reader)) throw new DomainError('not-found', 'claims.unknown');
  return owner;
}

async function asBuyer(
  ctx: Ctx,
  number: string,
  reader: OrderReader,
  work: (tx: Tx, claim: LockedClaim) => Promise<void>,
): Promise<void> {
  const owner = await getOwnClaim(ctx, number, reader);
  await transact(ctx, async (tx) => work(tx, await lockClaim(tx, owner)));
}
