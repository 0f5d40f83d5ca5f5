import { platformBasisPoints } from '#server/catalog/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import { priceOfQuantity } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { TraceView } from './contract.ts';
import { cardsOf } from './product-cards.ts';

const BASIS_POINTS = 10_000;

type LotRow = Omit<TraceView, 'received' | 'sold' | 'households' | 'example' | 'steps' | 'products'> & {
  id: string;
  organization_id: string;
  produce_id: string;
  first_sold_at: string | null;
  last_sold_at: string | null;
};

/** What the code on a jar opens. Names are masked; a story stands only where the household agreed to it. */
export async function getTrace(ctx: Ctx, code: string): Promise<TraceView> {
  authorize(ctx, 'catalog.browse');
  const lot = await lotOf(ctx, code.toUpperCase());
  if (!lot) throw new DomainError('not-found', 'stock.lot-unknown');
  const { id, organization_id, produce_id, first_sold_at, last_sold_at, ...view } = lot;
  const shares = await sharesOf(ctx, id);
  const received = shares.reduce((sum, share) => sum + share.received, 0);
  return {
    ...view,
    received,
    sold: shares.reduce((sum, share) => sum + share.sold, 0),
    households: shares.map(({ sold: _, ...share }) => ({ ...share, part: share.received / received })),
    example: await exampleOf(ctx, lot, shares, received),
    steps: stepsOf(lot),
    products: await cardsOf(
      ctx,
      sql`select product.id, row_number() over (order by product.main_produce_id = ${produce_id} desc, product.slug) as rank
          from product where product.state = 'published' and product.organization_id = ${organization_id}
            and exists (select from pack join pack_component as part on part.pack_id = pack.id
              where pack.product_id = product.id and part.produce_id = ${produce_id})
          order by rank limit 4`,
    ),
  };
}

function lotOf(ctx: Ctx, code: string): Promise<LotRow | null> {
  return rowOf(
    ctx,
    sql`select lot.id, pool.organization_id, pool.produce_id, lot.code as "lotCode",
          jsonb_build_object('code', produce.code, 'name', produce.name, 'family', produce.family_code,
            'baseUnit', produce.base_unit) as produce,
          jsonb_build_object('code', seller.code, 'name', seller.name, 'sample', seller.sample) as seller,
          jsonb_build_object('name', location.name, 'region', jsonb_build_object('code', place.code, 'name', place.name))
            as location,
          jsonb_build_object('code', county.code, 'name', county.name) as county,
          lot.mode, lot.harvested_on as "harvestedOn", lot.best_before as "bestBefore", lot.received_at as "receivedAt",
          lot.certificate_number as "certificateNumber", produce.geographical_indication as "geographicalIndication",
          sold.first as first_sold_at, sold.last as last_sold_at
        from lot join pool on pool.id = lot.pool_id join produce on produce.id = pool.produce_id
        join organization as seller on seller.id = pool.organization_id
        join location on location.id = lot.location_id join region as place on place.code = location.region_code
        left join lateral (
          select left(household.village_code, 6) as county_code from share
          join household on household.id = share.household_id where share.lot_id = lot.id
          order by share.received desc, household.code limit 1
        ) as origin on true
        join region as county on county.code = coalesce(origin.county_code, left(location.region_code, 6))
        left join lateral (
          select min(earned_at) as first, max(earned_at) as last from allocation
          where allocation.lot_id = lot.id and earned_at is not null
        ) as sold on true
        where lot.code = ${code}`,
  );
}

type ShareRow = Omit<TraceView['households'][number], 'part'> & { sold: number };

function sharesOf(ctx: Ctx, lotId: string): Promise<ShareRow[]> {
  return rowsOf(
    ctx,
    sql`select household.code, household.masked_name as "maskedName",
          jsonb_build_object('code', village.code, 'name', village.name) as village,
          sum(share.received)::bigint as received, sum(share.earned_quantity)::bigint as sold,
          max(share.agreed_price) as "agreedPrice", sum(share.earned_fen)::bigint as earned,
          case when household.story_consent_at is null then null else household.story end as story
        from share join household on household.id = share.household_id
        join region as village on village.code = household.village_code
        where share.lot_id = ${lotId} group by household.id, village.code
        order by sum(share.received) desc, household.code`,
  );
}

/** The bar of the smallest pack on sale that holds this produce alone, at this lot's own agreed prices. */
async function exampleOf(ctx: Ctx, lot: LotRow, shares: ShareRow[], received: number): Promise<TraceView['example']> {
  const pack = await rowOf<{
    product: LocalizedText;
    slug: string;
    pack: LocalizedText;
    price: Fen;
    packing: Fen;
    quantity: number;
  }>(
    ctx,
    sql`select product.name as product, product.slug, pack.name as pack, pack.price_fen as price,
          pack.packing_fen as packing, part.quantity
        from product join pack on pack.product_id = product.id and pack.on_sale
        join pack_component as part on part.pack_id = pack.id and part.produce_id = ${lot.produce_id}
        where product.organization_id = ${lot.organization_id} and product.state = 'published'
          and not exists (select from pack_component as other where other.pack_id = pack.id and other.produce_id <> ${lot.produce_id})
        order by product.main_produce_id = ${lot.produce_id} desc, part.quantity, product.slug limit 1`,
  );
  if (!pack) return null;
  const worth = shares.reduce((sum, share) => sum + share.agreedPrice * share.received, 0);
  const agreedPrice = multiplyRatio(worth, 1, received);
  const household = priceOfQuantity(pack.quantity, agreedPrice, lot.produce.baseUnit);
  const platform = fen(multiplyRatio(pack.price, await platformBasisPoints(ctx, businessDayOf(ctx.now)), BASIS_POINTS));
  const seller = fen(pack.price - household - pack.packing - platform);
  return {
    product: pack.product,
    slug: pack.slug,
    pack: pack.pack,
    price: pack.price,
    makeUp: { household, seller, packing: pack.packing, freight: fen(0), platform },
  };
}

function stepsOf(lot: LotRow): TraceView['steps'] {
  const steps: TraceView['steps'] = [{ at: lot.harvestedOn, kind: 'harvested', place: lot.county.name }];
  steps.push({ at: lot.receivedAt, kind: 'received', place: lot.location.region.name });
  if (lot.certificateNumber) steps.push({ at: lot.receivedAt, kind: 'certified', place: null });
  if (lot.first_sold_at) steps.push({ at: lot.first_sold_at, kind: 'first-sold', place: null });
  if (lot.last_sold_at && lot.last_sold_at !== lot.first_sold_at) {
    steps.push({ at: lot.last_sold_at, kind: 'last-sold', place: null });
  }
  return steps;
}
