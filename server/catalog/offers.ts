import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import type { FreightRate } from './contract.ts';

/** A pack as it is sold now: its price, what it holds, who sells it. */
export type Offer = {
  packId: string;
  pack: string;
  packName: LocalizedText;
  price: Fen;
  packing: Fen;
  grossGrams: number;
  /** Of a pack sold by weight the least it may weigh; its price and contents are for the most. Null for a fixed weight. */
  leastGrams: number | null;
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
  return rowsOf<Offer>(
    ctx,
    sql`select pack.id as "packId", pack.code as pack, pack.name as "packName", pack.price_fen as price,
          pack.packing_fen as packing, pack.gross_grams as "grossGrams", pack.least_grams as "leastGrams",
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
        where pack.code = any(${[...packs]})`,
  );
}

/** What holds for a sale on a day: the platform's part, and each seller's freight rate into a province where one is named. */
export type SaleTerms = { platformBasisPoints: number; rates: Map<string, FreightRate> | null };

/** The terms of a sale in one statement: a seller's own freight rate goes before the common one, of each what began last. */
export async function saleTerms(
  ctx: Pick<Ctx, 'em'>,
  day: string,
  organizationIds: readonly string[],
  provinceCode: string | null,
): Promise<SaleTerms> {
  const row = await rowOf<{ basis_points: number | null; rates: (FreightRate & { organizationId: string })[] | null }>(
    ctx,
    sql`select (select basis_points from fee_rule where kind = 'platform' and valid_from <= ${day}::date
            order by valid_from desc limit 1) as basis_points,
          (select jsonb_agg(chosen) from (
            select distinct on (seller.id) seller.id as "organizationId", rate.zone, rate.first_grams as "firstGrams",
              rate.first_fen as "firstFen", rate.step_grams as "stepGrams", rate.step_fen as "stepFen",
              rate.free_from_fen as "freeFromFen", rate.ships_perishable as "shipsPerishable"
            from unnest(${[...organizationIds]}::uuid[]) as seller(id)
            join freight_zone on freight_zone.province_code = ${provinceCode}
            join freight_rate as rate on rate.zone = freight_zone.zone
              and (rate.organization_id = seller.id or rate.organization_id is null) and rate.valid_from <= ${day}::date
            order by seller.id, rate.organization_id nulls last, rate.valid_from desc
          ) as chosen) as rates`,
  );
  const rates = (row?.rates ?? []).map(({ organizationId, ...rate }) => [organizationId, rate] as const);
  return { platformBasisPoints: row?.basis_points ?? 0, rates: provinceCode === null ? null : new Map(rates) };
}

/** The platform's part in basis points of the goods, by the rule in force on a day. */
export async function platformBasisPoints(ctx: Pick<Ctx, 'em'>, day: string): Promise<number> {
  const terms = await saleTerms(ctx, day, [], null);
  return terms.platformBasisPoints;
}
