import { authorize, type Ctx, organizationsWith, type RawBuilder, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import {
  type ClaimFilter,
  type ClaimListView,
  type ClaimState,
  type ClaimSummaryView,
  claimFilters,
} from './contract.ts';

const PER_PAGE = 25;

/** Whose turn it is, as the seller's desk sorts it. */
const sellerFilters: Record<ClaimFilter, readonly ClaimState[]> = {
  waiting: ['applied', 'sent-back'],
  'under-way': ['evidence-asked', 'approved', 'awaiting-return', 'returned', 'escalated'],
  over: ['refunded', 'rejected', 'upheld', 'withdrawn'],
};
/** The platform is asked only about what was taken to it. */
const platformFilters: Record<ClaimFilter, readonly ClaimState[]> = {
  waiting: ['escalated'],
  'under-way': ['approved', 'awaiting-return', 'sent-back', 'returned'],
  over: ['refunded', 'upheld', 'withdrawn'],
};

/** The claims about parcels of the clerk's organizations; those that wait for him first run out first. */
export function findSellerClaims(ctx: Ctx, wish: { filter: ClaimFilter; page: number }): Promise<ClaimListView> {
  const own = organizationsWith(ctx.actor, 'claims.see');
  if (own === 'all') authorize(ctx, 'claims.see');
  else authorize(ctx, 'claims.see', own[0] === undefined ? {} : { organizationId: own[0] });
  const mine = own === 'all' ? sql`true` : sql`parcel.organization_id = any(${own}::uuid[])`;
  return listOf(ctx, mine, sellerFilters, wish);
}

/** The claims that were taken to the platform, longest waiting first. */
export function findEscalatedClaims(ctx: Ctx, wish: { filter: ClaimFilter; page: number }): Promise<ClaimListView> {
  authorize(ctx, 'claims.arbitrate');
  const escalated = sql`exists (select 1 from claim_move where claim_id = claim.id and to_state = 'escalated')`;
  return listOf(ctx, escalated, platformFilters, wish);
}

/** How many claims wait for the clerk: for the counter at his desk. None for who may not see any. */
export async function countWaitingClaims(ctx: Ctx): Promise<number> {
  const own = organizationsWith(ctx.actor, 'claims.see');
  if (own !== 'all' && own.length === 0) return 0;
  const mine = own === 'all' ? sql`true` : sql`parcel.organization_id = any(${own}::uuid[])`;
  const row = await rowOf<{ claims: number }>(
    ctx,
    sql`select count(*)::int as claims from claim join parcel on parcel.id = claim.parcel_id
        where ${mine} and claim.state = any(${[...sellerFilters.waiting]})`,
  );
  return row?.claims ?? 0;
}

/** How many claims wait for the platform's word. */
export async function countEscalatedClaims(ctx: Ctx): Promise<number> {
  authorize(ctx, 'claims.arbitrate');
  const row = await rowOf<{ claims: number }>(
    ctx,
    sql`select count(*)::int as claims from claim where state = 'escalated'`,
  );
  return row?.claims ?? 0;
}

async function listOf(
  ctx: Ctx,
  mine: RawBuilder<unknown>,
  filters: Record<ClaimFilter, readonly ClaimState[]>,
  { filter, page }: { filter: ClaimFilter; page: number },
): Promise<ClaimListView> {
  const counted = await rowsOf<{ state: ClaimState; claims: number }>(
    ctx,
    sql`select claim.state, count(*)::int as claims from claim join parcel on parcel.id = claim.parcel_id
        where ${mine} group by claim.state`,
  );
  const countOf = (wanted: ClaimFilter) =>
    counted.filter(({ state }) => filters[wanted].includes(state)).reduce((sum, { claims }) => sum + claims, 0);
  const counts = Object.fromEntries(claimFilters.map((wanted) => [wanted, countOf(wanted)])) as Record<
    ClaimFilter,
    number
  >;
  const pages = Math.max(1, Math.ceil(counts[filter] / PER_PAGE));
  const shown = Math.min(page, pages);
  const order = filter === 'over' ? sql`claim.applied_at desc` : sql`claim.due_at nulls last, claim.applied_at`;
  const claims = await rowsOf<ClaimSummaryView>(
    ctx,
    sql`select claim.number, trade_order.number as "orderNumber", parcel.number as "parcelNumber",
          jsonb_build_object('code', organization.code, 'name', parcel.seller_name) as seller, claim.kind, claim.reason,
          claim.state, claim.applied_at as "appliedAt", claim.due_at as "dueAt", lines.asked,
          lines.first as "firstProduct", (select count(*)::int from claim_photo where claim_id = claim.id) as photos
        from claim join parcel on parcel.id = claim.parcel_id join trade_order on trade_order.id = claim.order_id
        join organization on organization.id = parcel.organization_id
        cross join lateral (
          select sum(part.asked_fen)::bigint as asked, (array_agg(line.product_name order by line.position))[1] as first
          from claim_line as part join order_line as line on line.id = part.line_id where part.claim_id = claim.id
        ) as lines
        where ${mine} and claim.state = any(${[...filters[filter]]})
        order by ${order}, claim.number limit ${PER_PAGE} offset ${(shown - 1) * PER_PAGE}`,
  );
  return { filter, counts, page: shown, pages, claims };
}
