import { platformBasisPoints } from '#server/catalog/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import { type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { authorize, type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { HouseholdShareView, PackView, ProductView } from './contract.ts';
import { cardsOf, householdPart, nextLotPrice, pricePerJin, stockView } from './product-cards.ts';

const LOTS_SHOWN = 3;
const NEIGHBOURS = 4;
const BASIS_POINTS = 10_000;

type ProductRow = Omit<
  ProductView,
  'packs' | 'shares' | 'householdCount' | 'inSeason' | 'alsoFromHere' | 'certificateNumber' | 'mode'
> & {
  id: string;
  organization_id: string;
};
type PackRow = {
  id: string;
  code: string;
  name: LocalizedText;
  price: Fen;
  packing: Fen;
  least_grams: number | null;
  packs_left: number;
  contents: { produce: LocalizedText; quantity: number; baseUnit: BaseUnit; agreedPrice: number | null }[];
};

/** A product with its packs, who gets the money of each, and the households behind what is sold next. */
export async function getProduct(ctx: Ctx, slug: string): Promise<ProductView> {
  authorize(ctx, 'catalog.browse');
  const today = businessDayOf(ctx.now);
  const product = await productOf(ctx, slug);
  if (!product) throw new DomainError('not-found', 'catalog.product-unknown');
  const { id, organization_id, ...view } = product;

  const packs = await packsOf(ctx, id, organization_id, today);
  const basisPoints = await platformBasisPoints(ctx, today);
  const lots = await nextShares(ctx, id, organization_id, today);
  const alsoFromHere = await cardsOf(
    ctx,
    sql`select other.id, row_number() over (order by other.county_code = ${view.county.code} desc,
            other.family_code = ${view.family.code} desc, other.published_at desc, other.id) as rank
        from product as other where other.state = 'published' and other.id <> ${id}
          and (other.organization_id = ${organization_id} or other.county_code = ${view.county.code})
        order by rank limit ${NEIGHBOURS}`,
  );
  return {
    ...view,
    packs: packs.map((pack) => packView(pack, basisPoints)),
    shares: lots.map(({ certificateNumber: _, mode: __, households: ___, ...share }) => share),
    householdCount: lots[0]?.households ?? 0,
    inSeason: view.seasonMonths.includes(Number(today.slice(5, 7))),
    certificateNumber: lots[0]?.certificateNumber ?? null,
    mode: lots[0]?.mode ?? null,
    alsoFromHere,
  };
}

function productOf(ctx: Ctx, slug: string): Promise<ProductRow | null> {
  return rowOf(
    ctx,
    sql`select product.id, product.organization_id, product.slug, product.name, product.description,
          jsonb_build_object('code', family.code, 'name', family.name) as family,
          jsonb_build_object('code', seller.code, 'name', seller.name, 'intro', seller.intro,
            'creditCode', seller.credit_code, 'sample', seller.sample) as seller,
          jsonb_build_object('code', county.code, 'name', county.name) as county,
          case when origin.code is null then null
            else jsonb_build_object('code', origin.code, 'name', origin.name) end as origin,
          product.season_months as "seasonMonths", bool_or(inside.perishable) as perishable,
          min(inside.shelf_days)::int as "shelfDays", produce.storage,
          produce.geographical_indication as "geographicalIndication",
          bool_or(inside.certificate_needed) as "certificateNeeded"
        from product
        join family on family.code = product.family_code
        join organization as seller on seller.id = product.organization_id
        join region as county on county.code = product.county_code
        join produce on produce.id = product.main_produce_id
        left join region as origin on origin.code = produce.origin_code
        join pack on pack.product_id = product.id
        join pack_component as part on part.pack_id = pack.id
        join produce as inside on inside.id = part.produce_id
        where product.slug = ${slug} and product.state = 'published'
        group by product.id, family.code, seller.id, county.code, origin.code, produce.id`,
  );
}

function packsOf(ctx: Ctx, productId: string, organizationId: string, today: string): Promise<PackRow[]> {
  return rowsOf(
    ctx,
    sql`select pack.id, pack.code, pack.name, pack.price_fen as price, pack.packing_fen as packing, pack.least_grams,
          inside.packs_left, inside.contents
        from pack cross join lateral (
          select min(coalesce(pool.available, 0) / part.quantity)::int as packs_left,
            jsonb_agg(jsonb_build_object('produce', produce.name, 'quantity', part.quantity, 'baseUnit',
              produce.base_unit, 'agreedPrice', next.agreed_price) order by part.quantity desc) as contents
          from pack_component as part join produce on produce.id = part.produce_id
          left join pool on pool.produce_id = part.produce_id and pool.organization_id = ${organizationId}
          left join lateral ${nextLotPrice(today)} as next on true
          where part.pack_id = pack.id
        ) as inside
        where pack.product_id = ${productId} and pack.on_sale order by pack.position`,
  );
}

function packView(pack: PackRow, basisPoints: number): PackView {
  return {
    id: pack.id,
    code: pack.code,
    name: pack.name,
    price: pack.price,
    pricePerJin: pricePerJin(pack.price, pack.contents),
    leastGrams: pack.least_grams,
    contents: pack.contents.map(({ produce, quantity, baseUnit }) => ({ produce, quantity, baseUnit })),
    stock: stockView(pack.packs_left),
    makeUp: packMakeUp(pack, basisPoints),
  };
}

function packMakeUp(pack: PackRow, basisPoints: number): MakeUp | null {
  const household = householdPart(pack.contents);
  if (household === null) return null;
  const platform = fen(multiplyRatio(pack.price, basisPoints, BASIS_POINTS));
  const seller = fen(pack.price - household - pack.packing - platform);
  return { household, seller, packing: pack.packing, freight: fen(0), platform };
}

type NextShare = HouseholdShareView & {
  certificateNumber: string | null;
  mode: ProductView['mode'];
  households: number;
};

/** The shares of the lots that would be drawn next, each with its part of what its lot received. */
function nextShares(ctx: Ctx, productId: string, organizationId: string, today: string): Promise<NextShare[]> {
  return rowsOf(
    ctx,
    sql`with parts as (
          select distinct part.produce_id from pack join pack_component as part on part.pack_id = pack.id
          where pack.product_id = ${productId} and pack.on_sale
        ), next as (
          select share.lot_id, min(share.best_before) as best_before,
            row_number() over (partition by share.pool_id order by min(share.best_before), share.lot_id) as turn
          from parts join pool on pool.produce_id = parts.produce_id and pool.organization_id = ${organizationId}
          join share on share.pool_id = pool.id and share.available > 0 and share.best_before > ${today}::date
          group by share.pool_id, share.lot_id
        )
        select jsonb_build_object('code', household.code, 'maskedName', household.masked_name) as household,
          jsonb_build_object('code', village.code, 'name', village.name) as village,
          lot.code as "lotCode", lot.harvested_on as "harvestedOn", lot.best_before as "bestBefore",
          (share.received::float8 / sum(share.received) over (partition by share.lot_id))::float8 as part,
          lot.certificate_number as "certificateNumber", lot.mode,
          (dense_rank() over (order by household.code) + dense_rank() over (order by household.code desc) - 1)::int as households
        from next join lot on lot.id = next.lot_id join share on share.lot_id = lot.id
        join household on household.id = share.household_id join region as village on village.code = household.village_code
        where next.turn <= ${LOTS_SHOWN}
        order by next.turn, lot.best_before, lot.code, share.received desc, household.code`,
  );
}
