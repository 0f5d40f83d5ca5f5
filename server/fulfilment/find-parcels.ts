import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type ParcelState, parcelStates } from '#server/orders/contract.ts';
import { authorize, type Ctx, organizationsWith, rowsOf, sql } from '#server/platform/index.ts';
import type { ParcelListView, ParcelSummaryView } from './contract.ts';
import { parcelSummary } from './parcel-summary.ts';

const PARCELS_PER_PAGE = 25;
const WAITING_SHOWN_MAX = 50;
const oldestFirst: readonly ParcelState[] = ['waiting', 'to-pack', 'packing', 'partly-shipped'];

/** One state of the parcels of the clerk's organization, oldest first while they wait, newest first afterwards. */
export async function findParcels(ctx: Ctx, filter: { state: ParcelState; page: number }): Promise<ParcelListView> {
  const organization = await ownOrganization(ctx);
  authorize(ctx, 'parcels.see', { organizationId: organization.id });
  const counted = await rowsOf<{ state: ParcelState; parcels: number }>(
    ctx,
    sql`select state, count(*)::int as parcels from parcel where organization_id = ${organization.id} group by state`,
  );
  const counts = Object.fromEntries(
    parcelStates.map((state) => [state, counted.find((row) => row.state === state)?.parcels ?? 0]),
  ) as Record<ParcelState, number>;
  const pages = Math.max(1, Math.ceil(counts[filter.state] / PARCELS_PER_PAGE));
  const page = Math.min(filter.page, pages);
  const direction = oldestFirst.includes(filter.state) ? sql`asc` : sql`desc`;
  const parcels = await rowsOf<ParcelSummaryView>(
    ctx,
    sql`${parcelSummary}
        where parcel.organization_id = ${organization.id} and parcel.state = ${filter.state}
        order by trade_order.placed_at ${direction}, parcel.number
        limit ${PARCELS_PER_PAGE} offset ${(page - 1) * PARCELS_PER_PAGE}`,
  );
  return {
    organization: { code: organization.code, name: organization.name },
    state: filter.state,
    counts,
    page,
    pages,
    parcels,
  };
}

/** What the clerk's organization has still to pack or to send the rest of, in the order it was paid. */
export async function findParcelsToSend(ctx: Ctx): Promise<ParcelSummaryView[]> {
  const organization = await ownOrganization(ctx);
  authorize(ctx, 'parcels.see', { organizationId: organization.id });
  return rowsOf<ParcelSummaryView>(
    ctx,
    sql`${parcelSummary}
        where parcel.organization_id = ${organization.id} and parcel.state in ('to-pack', 'packing', 'partly-shipped')
        order by trade_order.paid_at, parcel.number limit ${WAITING_SHOWN_MAX}`,
  );
}

async function ownOrganization(ctx: Ctx): Promise<{ id: string; code: string; name: LocalizedText }> {
  const own = organizationsWith(ctx.actor, 'parcels.see');
  const row =
    own === 'all'
      ? null
      : await rowsOf<{ id: string; code: string; name: LocalizedText }>(
          ctx,
          sql`select id, code, name from organization where id = any(${own}::uuid[]) order by code limit 1`,
        );
  const organization = row?.[0];
  if (!organization) throw new DomainError('forbidden', 'access.denied', { permission: 'parcels.see' });
  return organization;
}
