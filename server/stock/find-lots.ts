import { addDays, businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, organizationsWith, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { LotFilter, LotListView, LotRowView } from './contract.ts';

const LOTS_PER_PAGE = 30;
const SOON_DAYS = 14;

/** The lots of the clerk's organization with what is left of them, those that must go first on top. */
export async function findLots(ctx: Ctx, { filter, page }: { filter: LotFilter; page: number }): Promise<LotListView> {
  const organization = await ownOrganization(ctx);
  authorize(ctx, 'lots.read', { organizationId: organization.id });
  const soonUntil = addDays(businessDayOf(ctx.now), SOON_DAYS);
  const lots = sql`
    select lot.id, lot.code, lot.mode, lot.harvested_on, lot.best_before, lot.certificate_number, lot.location_id,
      pool.produce_id, shares.*, case when shares.on_hand > 0 then 0 else 1 end as gone
    from pool join lot on lot.pool_id = pool.id
    cross join lateral (
      select sum(received)::bigint as received, sum(on_hand)::bigint as on_hand, sum(held)::bigint as held,
        sum(promised)::bigint as promised, sum(set_aside)::bigint as set_aside, sum(available)::bigint as available,
        count(distinct household_id)::int as households
      from share where share.lot_id = lot.id
    ) as shares
    where pool.organization_id = ${organization.id}`;
  const counts = await rowOf<Record<LotFilter, number>>(
    ctx,
    sql`select count(*) filter (where on_hand > 0)::int as "on-shelf",
          count(*) filter (where on_hand > 0 and best_before <= ${soonUntil}::date)::int as soon, count(*)::int as "all"
        from (${lots}) as lots`,
  );
  const wanted = {
    'on-shelf': sql`on_hand > 0`,
    soon: sql`on_hand > 0 and best_before <= ${soonUntil}::date`,
    all: sql`true`,
  }[filter];
  const found = counts ?? { 'on-shelf': 0, soon: 0, all: 0 };
  const pages = Math.max(1, Math.ceil(found[filter] / LOTS_PER_PAGE));
  const shown = Math.min(page, pages);
  const rows = await rowsOf<LotRowView>(
    ctx,
    sql`select lots.code, produce.name as produce, produce.base_unit as "baseUnit", lots.mode, location.name as location,
          lots.harvested_on as "harvestedOn", lots.best_before as "bestBefore",
          lots.certificate_number as "certificateNumber", lots.received, lots.on_hand as "onHand", lots.held,
          lots.promised, lots.set_aside as "setAside", lots.available, lots.households
        from (${lots}) as lots join produce on produce.id = lots.produce_id
        join location on location.id = lots.location_id
        where ${wanted}
        order by lots.gone, case when lots.gone = 0 then lots.best_before end, lots.best_before desc, lots.code
        limit ${LOTS_PER_PAGE} offset ${(shown - 1) * LOTS_PER_PAGE}`,
  );
  return {
    organization: { code: organization.code, name: organization.name },
    filter,
    counts: found,
    soonUntil,
    page: shown,
    pages,
    lots: rows,
  };
}

async function ownOrganization(ctx: Ctx): Promise<{ id: string; code: string; name: LocalizedText }> {
  const own = organizationsWith(ctx.actor, 'lots.read');
  const organizations =
    own === 'all'
      ? []
      : await rowsOf<{ id: string; code: string; name: LocalizedText }>(
          ctx,
          sql`select id, code, name from organization where id = any(${own}::uuid[]) order by code limit 1`,
        );
  const [organization] = organizations;
  if (!organization) throw new DomainError('forbidden', 'access.denied', { permission: 'lots.read' });
  return organization;
}
