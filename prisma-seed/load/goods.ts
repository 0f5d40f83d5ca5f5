import { households } from '#seed/demo/households.ts';
import type { SampleLot } from '#seed/demo/lots.ts';
import type { SampleOrder } from '#seed/demo/orders.ts';
import { produceOf } from '#seed/demo/produce.ts';
import { packOf, products, type SampleProduct } from '#seed/demo/products.ts';
import { randomOf } from '#seed/random.ts';
import { publishProduct } from '#server/catalog/index.ts';
import { addDays, type BusinessDay, businessDayOf } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { readableCodeOf } from '#server/kernel/ids.ts';
import { fen } from '#server/kernel/money.ts';
import { receiveLot, verifyCapacity } from '#server/stock/index.ts';
import { type DemoWorld, inOfficeHours } from './demo-world.ts';
import type { Stage } from './stage.ts';
import type { Happening } from './timeline.ts';

const VERIFIED_DAYS_BEFORE = 10;
const PUBLISHED_DAYS_AGO = [2, 110] as const;
const WORKING_MINUTES = 8 * 60;

/** Each season's capacities, seen in the field before the first lot of that season came in. */
export function verifications(stage: Stage, world: DemoWorld): Happening[] {
  const thisYear = seasonOf(businessDayOf(stage.now));
  const wanted = new Set(
    world.lots.flatMap((lot) =>
      lot.shares.map((share) => keyOf(seasonOf(lot.harvestDay), share.household, lot.produce)),
    ),
  );
  const seasons = [...new Set([...world.lots.map((lot) => seasonOf(lot.harvestDay)), thisYear])];
  return seasons.flatMap((season) => {
    const day = verifiedOn(stage, world, season);
    const due = households.flatMap((household) =>
      household.capacities
        .filter(({ produce }) => season === thisYear || wanted.has(keyOf(season, household.code, produce)))
        .map((capacity) => ({ household: household.code, capacity })),
    );
    return due.map(({ household, capacity }, index) => {
      const at = inOfficeHours(day, index % WORKING_MINUTES);
      const basis = { count: capacity.count, unit: capacity.measure, yieldEach: capacity.yieldPerCount };
      const householdId = world.households.idOf(household);
      const produceId = world.produce.idOf(capacity.produce);
      return { at, happen: () => verifyCapacity(stage.at(at), { householdId, produceId, season, basis }) };
    });
  });
}

function verifiedOn(stage: Stage, world: DemoWorld, season: number): BusinessDay {
  const received = world.lots.filter((lot) => seasonOf(lot.harvestDay) === season).map((lot) => lot.receivedDay);
  const [first] = [...received, addDays(businessDayOf(stage.now), -1)].sort();
  return addDays(present(first, 'a first day'), -VERIFIED_DAYS_BEFORE);
}

function seasonOf(day: BusinessDay): number {
  return Number(day.slice(0, 4));
}

function keyOf(season: number, household: string, produce: string): string {
  return `${season} ${household} ${produce}`;
}

/** Every lot on the day it came in, one after the other over the scale. */
export function intakes(stage: Stage, world: DemoWorld): Happening[] {
  const onDay = new Map<BusinessDay, number>();
  return world.lots.map((lot) => {
    const nth = onDay.get(lot.receivedDay) ?? 0;
    onDay.set(lot.receivedDay, nth + 1);
    const at = inOfficeHours(lot.receivedDay, nth);
    return { at, happen: () => receive(stage, world, lot, at) };
  });
}

function receive(stage: Stage, world: DemoWorld, lot: SampleLot, at: Date): Promise<unknown> {
  return receiveLot(stage.at(at), {
    organizationId: world.organizations.idOf(lot.organization),
    produceId: world.produce.idOf(lot.produce),
    locationId: world.locations.idOf(lot.organization),
    mode: lot.mode,
    harvestedOn: lot.harvestDay,
    certificateNumber: lot.certificateNumber,
    code: `L${readableCodeOf(`demo ${lot.key} ${lot.produce} ${lot.receivedDay}`, 9)}`,
    shares: lot.shares.map(({ household, quantity, agreedPrice }) => ({
      householdId: world.households.idOf(household),
      quantity,
      agreedPrice,
    })),
  });
}

/** Every listing on a day of the last weeks, so that there are newer and older ones; always before its first order. */
export function publications(stage: Stage, world: DemoWorld, orders: readonly SampleOrder[]): Happening[] {
  return products.map((product) => {
    const at = publishedAt(stage, product, orders);
    return { at, happen: () => publish(stage, world, product, at) };
  });
}

function publishedAt(stage: Stage, product: SampleProduct, orders: readonly SampleOrder[]): Date {
  const random = randomOf(`published ${product.slug}`);
  const wished = addDays(businessDayOf(stage.now), -random.int(...PUBLISHED_DAYS_AGO));
  const [firstOrder] = orders
    .filter((order) => order.lines.some((line) => packOf(line.pack).product.slug === product.slug))
    .map((order) => addDays(businessDayOf(order.placedAt), -random.int(1, 9)))
    .sort();
  const day = firstOrder !== undefined && firstOrder < wished ? firstOrder : wished;
  return inOfficeHours(day, random.int(0, WORKING_MINUTES));
}

function publish(stage: Stage, world: DemoWorld, product: SampleProduct, at: Date): Promise<unknown> {
  const components = product.packs.flatMap((pack) => pack.components);
  const [main] = [...(product.packs[0]?.components ?? [])].sort((one, other) => other.quantity - one.quantity);
  const mainProduce = present(main, 'what the first pack holds').produce;
  return publishProduct(stage.at(at), {
    slug: product.slug,
    organizationId: world.organizations.idOf(product.organization),
    countyCode: produceOf(mainProduce).origin.slice(0, 6),
    name: product.name,
    description: product.description,
    family: product.family,
    mainProduceId: world.produce.idOf(mainProduce),
    packs: product.packs.map((pack) => ({
      code: pack.code,
      name: pack.name,
      price: fen(pack.priceFen),
      packing: fen(pack.packingFen),
      grossGrams: pack.grossGrams,
      leastGrams: pack.leastGrams,
      components: pack.components.map(({ produce, quantity }) => ({
        produceId: world.produce.idOf(produce),
        quantity,
      })),
    })),
    householdPrices: new Map(
      components.map(({ produce }) => [world.produce.idOf(produce), agreedPrice(world, product.organization, produce)]),
    ),
  });
}

/** What the seller agreed with its households on the average, each gram counting the same. */
function agreedPrice(world: DemoWorld, organization: string, produce: string): number {
  const shares = world.lots
    .filter((lot) => lot.organization === organization && lot.produce === produce)
    .flatMap((lot) => lot.shares);
  const quantity = shares.reduce((sum, share) => sum + share.quantity, 0);
  const money = shares.reduce((sum, share) => sum + share.quantity * share.agreedPrice, 0);
  return Math.round(money / quantity);
}
