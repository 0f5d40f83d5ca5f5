import { businessDayOf } from '#server/kernel/calendar.ts';
import { type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import { type BaseUnit, GRAMS_PER_JIN, priceOfQuantity } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';
import { SCARCE_PACKS } from '#server/stock/index.ts';
import type { PlaceView, ProductCard, StockView } from './contract.ts';

type CardRow = {
  slug: string;
  name: LocalizedText;
  family: string;
  seller: LocalizedText;
  county: PlaceView;
  village: PlaceView | null;
  pack_name: LocalizedText;
  price: Fen;
  packs: number;
  season_months: number[];
  packs_left: number;
  contents: { quantity: number; baseUnit: BaseUnit; agreedPrice: number | null }[];
};

/** The cards of the products a statement selects (`id`, `rank`), in the order of their ranks: one statement for all. */
export async function cardsOf(ctx: Ctx, chosen: RawBuilder<unknown>): Promise<ProductCard[]> {
  const today = businessDayOf(ctx.now);
  const rows = await rowsOf<CardRow>(
    ctx,
    sql`select product.slug, product.name, product.family_code as family, seller.name as seller,
          coalesce(village.county, jsonb_build_object('code', county.code, 'name', county.name)) as county, village.place as village,
          pack.name as pack_name, pack.price_fen as price, pack.packs, product.season_months,
          inside.packs_left, inside.contents
        from (${chosen}) as chosen
        join product on product.id = chosen.id
        join organization as seller on seller.id = product.organization_id
        join region as county on county.code = product.county_code
        cross join lateral (
          select id, name, price_fen, count(*) over ()::int as packs from pack
          where product_id = product.id and on_sale order by position limit 1
        ) as pack
        cross join lateral (
          select min(coalesce(pool.available, 0) / part.quantity)::int as packs_left,
            jsonb_agg(jsonb_build_object('quantity', part.quantity, 'baseUnit', produce.base_unit,
              'agreedPrice', next.agreed_price) order by part.quantity desc) as contents
          from pack_component as part join produce on produce.id = part.produce_id
          left join pool on pool.produce_id = part.produce_id and pool.organization_id = product.organization_id
          left join lateral ${nextLotPrice(today)} as next on true
          where part.pack_id = pack.id
        ) as inside
        left join lateral (
          select jsonb_build_object('code', region.code, 'name', region.name) as place,
            jsonb_build_object('code', around.code, 'name', around.name) as county
          from (
            select share.household_id from pool join share on share.pool_id = pool.id and share.available > 0
            where pool.organization_id = product.organization_id and pool.produce_id = product.main_produce_id
            order by share.best_before, share.lot_id limit 1
          ) as next
          join household on household.id = next.household_id join region on region.code = household.village_code
          join region as around on around.code = left(household.village_code, 6)
        ) as village on true
        order by chosen.rank`,
  );
  const month = Number(today.slice(5, 7));
  return rows.map((row) => cardView(row, month));
}

/**
 * The agreed price of the lot of a pool that would be sold next, weighted over all its households. It stays the same until
 * that lot is sold out, so that a kept page stays true. Expects `pool`.
 */
export function nextLotPrice(today: string): RawBuilder<unknown> {
  return sql`(
    select round(sum(share.agreed_price * share.received) / sum(share.received))::bigint as agreed_price
    from share where share.lot_id = (
      select lot_id from share as first where first.pool_id = pool.id and first.available > 0
        and first.best_before > ${today}::date
      order by first.best_before, first.lot_id limit 1)
  )`;
}

function cardView(row: CardRow, month: number): ProductCard {
  return {
    slug: row.slug,
    name: row.name,
    family: row.family,
    seller: row.seller,
    county: row.county,
    village: row.village,
    pack: { name: row.pack_name, price: row.price, packs: row.packs },
    pricePerJin: pricePerJin(row.price, row.contents),
    household: householdPart(row.contents),
    inSeason: row.season_months.includes(month),
    stock: stockView(row.packs_left),
  };
}

/** Fen per jin of a pack of one produce by weight; null for pieces and gift sets, where it would mislead. */
export function pricePerJin(price: Fen, contents: { quantity: number; baseUnit: BaseUnit }[]): Fen | null {
  const [only, ...others] = contents;
  if (!only || others.length > 0 || only.baseUnit !== 'gram') return null;
  return fen(multiplyRatio(price, GRAMS_PER_JIN, only.quantity));
}

/** What households get of one pack at the agreed prices of the lots sold next; null when one of them is sold out. */
export function householdPart(
  contents: { quantity: number; baseUnit: BaseUnit; agreedPrice: number | null }[],
): Fen | null {
  let sum = 0;
  for (const { quantity, baseUnit, agreedPrice } of contents) {
    if (agreedPrice === null) return null;
    sum += priceOfQuantity(quantity, agreedPrice, baseUnit);
  }
  return fen(sum);
}

export function stockView(packsLeft: number): StockView {
  if (packsLeft <= 0) return { state: 'none' };
  return packsLeft < SCARCE_PACKS ? { state: 'scarce', packs: packsLeft } : { state: 'plenty' };
}
