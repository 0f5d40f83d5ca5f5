import { type RawBuilder, sql } from '#server/platform/index.ts';

/** Whether a parcel has a claim that is not decided, or whose rejection can still be taken to the platform. */
export function hasOpenClaim(now: Date, parcelId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from claim where claim.parcel_id = ${parcelId} and (
    state in ('applied', 'evidence-asked', 'approved', 'awaiting-return', 'sent-back', 'returned', 'escalated')
    or (state = 'rejected' and escalate_until > ${now})))`;
}
