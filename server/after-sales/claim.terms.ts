import { addDays, addMinutes, businessDayOf, momentInShanghai, startOfDay } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import type { ParcelState } from '#server/orders/contract.ts';
import type { ClaimBearer, ClaimKind } from './contract.ts';

/** The dated rules for one kind of goods, as they stand on the day of the claim. */
export type ClaimTerms = { claimHours: number; receivedAfterHours: number; photoHours: number; returnDays: number };

/** What of a parcel and its buyer a claim depends on. */
export type ClaimParcel = {
  state: ParcelState;
  shippedAt: Date | null;
  deliveredAt: Date | null;
  /** The buyer ticked that fresh goods do not go back. */
  perishableConfirmed: boolean;
};

const HOUR = 60;
const claimable = new Set<ParcelState>(['partly-shipped', 'shipped', 'delivered']);

/**
 * Until when a claim of this kind about such goods may be made; null while receipt is not on record and no clock runs.
 * Refuses (conflict) what was never sent, what is too late or too early, and fresh goods that do not go back.
 */
export function claimUntil(
  kind: ClaimKind,
  perishable: boolean,
  parcel: ClaimParcel,
  terms: ClaimTerms,
  now: Date,
): Date | null {
  if (!claimable.has(parcel.state)) throw new DomainError('conflict', 'claims.not-sent');
  if (kind === 'return' && perishable && parcel.perishableConfirmed) {
    throw new DomainError('conflict', 'claims.perishable-no-return', { hours: terms.photoHours });
  }
  if (kind === 'not-received') refuseTooEarly(parcel, terms, now);
  if (parcel.deliveredAt === null) return null;
  const until = endOf(kind, parcel.deliveredAt, terms);
  if (now >= until) throw new DomainError('conflict', `claims.too-late-${kind}`, { until: momentInShanghai(until) });
  return until;
}

/** A parcel counts as lost when it is on its way for longer than one takes; one said to be delivered, at once. */
function refuseTooEarly(parcel: ClaimParcel, terms: ClaimTerms, now: Date): void {
  if (parcel.state === 'delivered') return;
  const since = parcel.shippedAt;
  const from = since === null ? null : addMinutes(since, terms.receivedAfterHours * HOUR);
  if (from === null) throw new DomainError('conflict', 'claims.not-sent');
  if (now < from) throw new DomainError('conflict', 'claims.on-its-way', { from: momentInShanghai(from) });
}

function endOf(kind: ClaimKind, deliveredAt: Date, terms: ClaimTerms): Date {
  if (kind === 'fresh-damage') return addMinutes(deliveredAt, terms.photoHours * HOUR);
  // Seven days from the day after receipt, all of the last one.
  if (kind === 'return') return startOfDay(addDays(businessDayOf(deliveredAt), terms.returnDays + 1));
  return addMinutes(deliveredAt, terms.claimHours * HOUR);
}

/** Who bears a claim unless it is decided otherwise: what spoils by its nature everybody who got a part; the rest the seller. */
export function usualBearer(kind: ClaimKind, perishable: boolean): ClaimBearer {
  return kind === 'return' || (kind === 'fresh-damage' && perishable) ? 'source' : 'seller';
}
