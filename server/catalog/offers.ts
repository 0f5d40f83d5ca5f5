import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';
import type { FreightRate } from './freight.ts';

/** A pack as it is sold now: its price, what it holds, who sells it. */
export type Offer = {
  packId: string;
  pack: string;
  packName: LocalizedText;
  price: Fen;
  packing: Fen;
  grossGrams: number;
  onSale: boolean;
  productId: string;
  productSlug: string;
  productName: LocalizedText;
  family: string;
  organizationId: string;
  sellerCode: string;
  sellerName: LocalizedText;
  perishable: boolean;
  contents: { produceId: string; produceName: LocalizedText; baseUnit: BaseUnit; quantity: number }[];
};

/** The packs of a cart as they are sold now, by their codes; codes nobody knows are left out. One statement. */
export function findOffers(ctx: Pick<Ctx, 'em'>, packs: readonly string[]): Promise<Offer[]> {
  return offersWhere(ctx, sql`pack.code = any(${[...packs]})`);
}

/** The same by the packs' ids. */
export function findOffersById(ctx: Pick<Ctx, 'em'>, packIds: readonly string[]): Promise<Offer[]> {
  return offersWhere(ctx, sql`pack.id = any(${[...packIds]}::uuid[])`);
}

function offersWhere(ctx: Pick<Ctx, 'em'>, condition: RawBuilder<unknown>): Promise<Offer[]> {
  return rowsOf<Offer>(
    ctx,
    sql`select pack.id as "packId", pack.code as pack, pack.name as "packName", pack.price_fen as price,
          pack.packing_fen as packing, pack.gross_grams as "grossGrams",
          pack.on_sale and product.state = 'published' as "onSale", product.id as "productId",
          product.slug as "productSlug", product.name as "productName", product.family_code as family,
          organization.id as "organizationId", organization.code as "sellerCode", organization.name as "sellerName",
          contents.perishable, contents.list as contents
        from pack join product on product.id = pack.product_id
        join organization on organization.id = product.organization_id
        cross join lateral (
          select bool_or(produce.perishable) as perishable, jsonb_agg(jsonb_build_object('produceId', produce.id,
            'produceName', produce.name, 'baseUnit', produce.base_unit, 'quantity', part.quantity)
            order by part.quantity desc, produce.code) as list
          from pack_component as part join produce on produce.id = part.produce_id where part.pack_id = pack.id
        ) as contents
        where ${condition}`,
  );
}

/** The rates that hold for parcels of these sellers into a province: the seller's own, else the common one. */
export async function freightRates(
  ctx: Pick<Ctx, 'em'>,
  organizationIds: readonly string[],
  provinceCode: string,
): Promise<Map<string, FreightRate>> {
  const rows = await rowsOf<FreightRate & { organizationId: string }>(
    ctx,
    sql`select distinct on (seller.id) seller.id as "organizationId", rate.zone, rate.first_grams as "firstGrams",
          rate.first_fen as "firstFen", rate.step_grams as "stepGrams", rate.step_fen as "stepFen",
          rate.free_from_fen as "freeFromFen", rate.ships_perishable as "shipsPerishable"
        from unnest(${[...organizationIds]}::uuid[]) as seller(id)
        join freight_zone on freight_zone.province_code = ${provinceCode}
        join freight_rate as rate on rate.zone = freight_zone.zone
          and (rate.organization_id = seller.id or rate.organization_id is null)
        order by seller.id, rate.organization_id nulls last`,
  );
  return new Map(rows.map(({ organizationId, ...rate }) => [organizationId, rate]));
}

/** The platform's part in basis points of the goods, by the rule in force on a day. */
export async function platformBasisPoints(ctx: Pick<Ctx, 'em'>, day: string): Promise<number> {
  const rows = await rowsOf<{ basis_points: number }>(
    ctx,
    sql`select basis_points from fee_rule where kind = 'platform' and valid_from <= ${day}::date
        order by valid_from desc limit 1`,
  );
  return rows[0]?.basis_points ?? 0;
}
