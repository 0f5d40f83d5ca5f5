import { businessDayOf } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { type Fen, multiplyRatio } from '#server/kernel/money.ts';
import { type BaseUnit, priceOfQuantity } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import {
  asRecords,
  authorize,
  type Ctx,
  purge,
  recordChange,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { indexProducts } from './index-products.ts';
import { platformBasisPoints } from './offers.ts';

const BASIS_POINTS = 10_000;

/** A product as its seller states it. `householdPrices`: what is agreed with households, fen per kilo or piece. */
export type PublishProduct = {
  slug: string;
  organizationId: string;
  countyCode: string;
  name: LocalizedText;
  description: LocalizedText;
  family: string;
  mainProduceId: string;
  packs: {
    code: string;
    name: LocalizedText;
    price: Fen;
    packing: Fen;
    grossGrams: number;
    /** Sold by weight: the least it may weigh. Its component is then the most, and its price is for that. */
    leastGrams?: number | undefined;
    components: { produceId: string; quantity: number }[];
  }[];
  householdPrices: Map<string, number>;
};

type ProduceRow = {
  id: string;
  base_unit: BaseUnit;
  season_months: number[];
};

/**
 * Puts a product with its packs on sale. Refuses a pack whose price does not cover its households' agreed price, its
 * packing and the platform's part: the household's floor is what the price stands on. By weight a pack is only sold when
 * it holds one produce that is weighed.
 */
export async function publishProduct(ctx: Ctx, input: PublishProduct): Promise<{ id: string }> {
  authorize(ctx, 'products.publish', { organizationId: input.organizationId });
  return transact(ctx, async (tx) => {
    const produce = await produceOf(tx, input);
    for (const pack of input.packs) checkCatchWeight(pack, produce);
    const basisPoints = await platformBasisPoints(tx, businessDayOf(tx.now));
    const floors = input.packs.map((pack) => checkFloor(pack, produce, input.householdPrices, basisPoints));
    const id = await insertProduct(tx, input, produce, floors[0] ?? 0);
    await insertPacks(tx, id, input);
    await indexProducts(tx, [id]);
    await recordChange(tx, { subject: 'product', subjectId: id, what: 'published', after: { slug: input.slug } });
    await purge(tx, ['products', `product:${input.slug}`]);
    return { id };
  });
}

async function produceOf(tx: Tx, input: PublishProduct): Promise<Map<string, ProduceRow>> {
  const ids = [input.mainProduceId, ...input.packs.flatMap((pack) => pack.components.map((part) => part.produceId))];
  const rows = await rowsOf<ProduceRow>(
    tx,
    sql`select produce.id, produce.base_unit, produce.season_months from produce
        where produce.id = any(${[...new Set(ids)]}::uuid[])`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  if (ids.some((id) => !byId.has(id))) throw new DomainError('not-found', 'stock.produce-unknown');
  return byId;
}

/** Within a bound that a buyer is told beforehand, and only where one thing is on the scale. */
function checkCatchWeight(pack: PublishProduct['packs'][number], produce: Map<string, ProduceRow>): void {
  if (pack.leastGrams === undefined) return;
  const [only, ...others] = pack.components;
  const weighed = only && others.length === 0 && produce.get(only.produceId)?.base_unit === 'gram';
  if (!weighed || pack.leastGrams <= 0 || pack.leastGrams >= only.quantity) {
    throw new DomainError('invalid', 'catalog.catch-weight', { pack: pack.code });
  }
}

/** The household's part of a pack in basis points of its price. */
function checkFloor(
  pack: PublishProduct['packs'][number],
  produce: Map<string, ProduceRow>,
  prices: Map<string, number>,
  basisPoints: number,
): number {
  const household = pack.components.reduce((sum, { produceId, quantity }) => {
    const unit = produce.get(produceId)?.base_unit ?? 'gram';
    return sum + priceOfQuantity(quantity, prices.get(produceId) ?? 0, unit);
  }, 0);
  const platform = multiplyRatio(pack.price, basisPoints, BASIS_POINTS);
  if (household + pack.packing + platform > pack.price) {
    throw new DomainError('conflict', 'catalog.below-floor', {
      pack: pack.code,
      price: pack.price,
      floor: household + pack.packing + platform,
    });
  }
  return multiplyRatio(household, BASIS_POINTS, pack.price);
}

async function insertProduct(
  tx: Tx,
  input: PublishProduct,
  produce: Map<string, ProduceRow>,
  householdPart: number,
): Promise<string> {
  const id = uuidv7(tx.now);
  const seasons = [...new Set([...produce.values()].flatMap((row) => row.season_months))].sort((a, b) => a - b);
  const fromPrice = Math.min(...input.packs.map((pack) => pack.price));
  await run(
    tx,
    sql`insert into product (id, slug, organization_id, family_code, main_produce_id, county_code, name, description, state,
          published_at, from_price_fen, season_months, household_part)
        values (${id}, ${input.slug}, ${input.organizationId}, ${input.family}, ${input.mainProduceId}, ${input.countyCode},
          ${JSON.stringify(input.name)}::jsonb, ${JSON.stringify(input.description)}::jsonb, 'published', ${tx.now},
          ${fromPrice}, ${seasons}::int[], ${householdPart})`,
  );
  return id;
}

async function insertPacks(tx: Tx, productId: string, input: PublishProduct): Promise<void> {
  const packs = input.packs.map((pack, position) => ({
    id: uuidv7(tx.now),
    code: pack.code,
    position,
    name: pack.name,
    price_fen: pack.price,
    packing_fen: pack.packing,
    gross_grams: pack.grossGrams,
    least_grams: pack.leastGrams ?? null,
    components: pack.components,
  }));
  await run(
    tx,
    sql`insert into pack (id, code, product_id, position, name, price_fen, packing_fen, gross_grams, least_grams)
        select id, code, ${productId}, position, name, price_fen, packing_fen, gross_grams, least_grams
        from jsonb_to_recordset(${asRecords(packs)}) as pack(id uuid, code text, position int, name jsonb, price_fen bigint,
          packing_fen bigint, gross_grams bigint, least_grams bigint)`,
  );
  const components = packs.flatMap((pack) =>
    pack.components.map((part) => ({ pack_id: pack.id, produce_id: part.produceId, quantity: part.quantity })),
  );
  await run(
    tx,
    sql`insert into pack_component (pack_id, produce_id, quantity)
        select pack_id, produce_id, quantity from jsonb_to_recordset(${asRecords(components)})
          as part(pack_id uuid, produce_id uuid, quantity bigint)`,
  );
}
