import { type RawBuilder, sql } from '#server/platform/index.ts';
import { openStates } from './claim.machine.ts';

/**
 * Whether a claim about the parcel `parcelId` (a column) is still to be decided, paid, or taken to the platform: while it
 * is, what households earned by the parcel does not mature. A condition for the settlement's own statement; the settlement
 * locks the parcel, as whoever applies for a claim does.
 */
export function hasOpenClaim(now: Date, parcelId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from claim where claim.parcel_id = ${parcelId} and (claim.state = any(${[...openStates]})
    or (claim.state = 'rejected' and claim.escalate_until > ${now})))`;
}
