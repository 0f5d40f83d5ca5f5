import { type Bilingual, both } from '#seed/bilingual.ts';
import { type Random, randomOf } from '#seed/random.ts';
import { addDays, type BusinessDay, businessDayOf } from '#server/kernel/calendar.ts';
import { assert } from '#server/kernel/errors.ts';
import { households, type SampleHousehold } from './households.ts';
import { type OrganizationKind, organizations, type SampleOrganization } from './organizations.ts';
import { produceOf, type SampleProduce } from './produce.ts';
import { products } from './products.ts';
import { later, pickHarvestDay, type SampleSeason } from './seasons.ts';
import { findShelfPlan } from './shelves.ts';

export type LotMode = 'consign' | 'pack_and_sell' | 'buyout';
/** `quantity` in base units; `agreedPrice` in fen per kilo, or per piece. */
export type SampleShare = { household: string; quantity: number; agreedPrice: number };

/** Produce an organization received on one day. Its quantity is the sum of its shares. */
export type SampleLot = {
  key: string;
  produce: string;
  organization: string;
  mode: LotMode;
  harvestDay: BusinessDay;
  receivedDay: BusinessDay;
  bestBefore: BusinessDay | null;
  season: SampleSeason;
  certificateNumber: string | null;
  location: Bilingual;
  shares: readonly SampleShare[];
};

const PACKS_WANTED = 40;
const LOTS_PER_POOL = [4, 7] as const;
const SHARES_PER_LOT_MAX = 12;
/** Orders reach back five weeks; what they empty must have been there before them. */
const BEFORE_THE_ORDERS_DAYS = 38;

const modesOf: Record<OrganizationKind, readonly LotMode[]> = {
  cooperative: ['pack_and_sell', 'pack_and_sell', 'consign'],
  'leading-enterprise': ['buyout'],
  'family-farm': ['buyout', 'consign'],
  'exhibition-centre': ['consign', 'consign', 'pack_and_sell'],
  platform: ['consign'],
};

/** Base units received so far, by household, produce and season. */
type CapacityBook = Map<string, number>;

function bookKey(household: SampleHousehold, produce: string, season: SampleSeason): string {
  return `${household.code} ${produce} ${season.from}`;
}

/** What a household can still bring in of a produce in a season. */
function roomOf(book: CapacityBook, household: SampleHousehold, produce: string, season: SampleSeason): number {
  const capacity = household.capacities.find((one) => one.produce === produce)?.perSeason ?? 0;
  return capacity - (book.get(bookKey(household, produce, season)) ?? 0);
}

function receive(book: CapacityBook, household: SampleHousehold, produce: string, season: SampleSeason, more: number) {
  const key = bookKey(household, produce, season);
  book.set(key, (book.get(key) ?? 0) + more);
}

/** A cooperative gathers in its county, the centre from all of them. */
function makersFor(organization: SampleOrganization, produce: string): SampleHousehold[] {
  const county = organization.townshipCode.slice(0, 6);
  return households.filter(
    (household) =>
      household.capacities.some((capacity) => capacity.produce === produce) &&
      (organization.kind === 'exhibition-centre' || household.villageCode.startsWith(county)),
  );
}

/** Enough for PACKS_WANTED of every pack that draws on it, or exactly what a short shelf was planned with. */
function poolQuantity(organization: SampleOrganization, produce: string): number {
  const plan = findShelfPlan(organization.key, produce);
  if (plan) return plan.quantity * (plan.sold + plan.left);
  const perPack = products
    .filter((product) => product.organization === organization.key)
    .flatMap((product) => product.packs.flatMap((pack) => pack.components))
    .filter((component) => component.produce === produce)
    .map((component) => component.quantity);
  return perPack.reduce((sum, quantity) => sum + quantity, 0) * PACKS_WANTED;
}

/** Splits a whole into parts of uneven size, each a multiple of the step and at least one step. */
function splitUnevenly(random: Random, whole: number, parts: number, step: number): number[] {
  const steps = Math.floor(whole / step);
  const weights = Array.from({ length: parts }, () => random.int(6, 16));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => Math.max(1, Math.floor((steps * weight) / total)) * step);
  sizes[0] = (sizes[0] ?? 0) + whole - sizes.reduce((sum, size) => sum + size, 0);
  return sizes;
}

function agreedPriceOf(random: Random, produce: SampleProduce): number {
  const [low, high] = produce.agreedPrice;
  return low + Math.round(random.int(0, 10) * ((high - low) / 10));
}

/** Weighs in the households one after the other, none beyond what is left of its capacity. */
function shareOut(
  random: Random,
  book: CapacityBook,
  lot: { produce: SampleProduce; season: SampleSeason; quantity: number; makers: readonly SampleHousehold[] },
): SampleShare[] {
  const { produce, season, quantity, makers } = lot;
  const step = produce.baseUnit === 'gram' && quantity >= 2_000 ? 10 : 1;
  const free = random
    .sample(makers, makers.length)
    .filter((maker) => roomOf(book, maker, produce.code, season) >= step);
  const wanted = Math.min(free.length, Math.max(1, Math.floor(quantity / step)), random.int(1, SHARES_PER_LOT_MAX));
  assert(wanted > 0, `somebody has capacity for ${produce.code}`);
  const sizes = splitUnevenly(random, quantity, wanted, step);
  const lotPrice = agreedPriceOf(random, produce);
  const shares: SampleShare[] = [];
  let carried = 0;
  for (const [index, maker] of free.entries()) {
    const due = (sizes[index] ?? 0) + carried;
    if (due === 0) break;
    const taken = Math.min(due, roomOf(book, maker, produce.code, season));
    carried = due - taken;
    if (taken === 0) continue;
    receive(book, maker, produce.code, season, taken);
    // One price a lot: what is graded apart is received apart, so that a shelf can say what the next jar earns.
    shares.push({ household: maker.code, quantity: taken, agreedPrice: lotPrice });
  }
  assert(carried === 0, `the makers of ${produce.code} can bring in ${quantity}`);
  return shares;
}

function locationOf(random: Random, produce: SampleProduce): Bilingual {
  const rack = random.int(1, 8);
  const chilled = produce.perishable || produce.family === 'chestnut';
  return chilled
    ? both(`冷库${rack}号架`, `Cold store, rack ${rack}`)
    : both(`干货库${rack}号架`, `Dry store, rack ${rack}`);
}

/** Fresh goods come in within days, tea after it has been made and rested. */
function receivedOn(random: Random, produce: SampleProduce, harvested: BusinessDay, latest: BusinessDay): BusinessDay {
  const days = produce.perishable ? random.int(0, 2) : produce.needsFoodLicence ? random.int(8, 30) : random.int(1, 9);
  const received = addDays(harvested, days);
  return received < latest ? received : latest;
}

function makePool(
  random: Random,
  book: CapacityBook,
  organization: SampleOrganization,
  code: string,
  today: BusinessDay,
): Omit<SampleLot, 'key'>[] {
  const produce = produceOf(code);
  const makers = makersFor(organization, code);
  const isShort = findShelfPlan(organization.key, code) !== undefined;
  const lotCount = isShort ? random.int(1, 2) : random.int(...LOTS_PER_POOL);
  const latest = addDays(today, isShort ? -BEFORE_THE_ORDERS_DAYS : -1);
  const sizes = splitUnevenly(random, poolQuantity(organization, code), lotCount, produce.baseUnit === 'gram' ? 10 : 1);
  return sizes.map((quantity) => {
    const { day: harvestDay, season } = pickHarvestDay(random, produce, today, latest);
    const receivedDay = receivedOn(random, produce, harvestDay, later(harvestDay, latest));
    const serial = random.int(100, 999);
    return {
      produce: code,
      organization: organization.key,
      mode: random.pick(modesOf[organization.kind]),
      harvestDay,
      receivedDay,
      bestBefore: produce.shelfLifeDays === null ? null : addDays(harvestDay, produce.shelfLifeDays),
      season,
      certificateNumber: produce.needsCertificate
        ? `HGZ${organization.townshipCode.slice(0, 6)}${receivedDay.replaceAll('-', '')}${serial}`
        : null,
      location: locationOf(random, produce),
      shares: shareOut(random, book, { produce, season, quantity, makers }),
    };
  });
}

/** All lots on hand or drawn on by the past orders, oldest receipt first. Days are relative to the world's now. */
export function makeLots(now: Date): SampleLot[] {
  const today = businessDayOf(now);
  const book: CapacityBook = new Map();
  const lots = organizations.flatMap((organization) =>
    organization.gathers.flatMap((code) =>
      makePool(randomOf(`lots ${organization.key} ${code}`), book, organization, code, today),
    ),
  );
  lots.sort((one, other) => (one.receivedDay < other.receivedDay ? -1 : one.receivedDay > other.receivedDay ? 1 : 0));
  return lots.map((lot, index) => ({ key: `lot-${String(index + 1).padStart(3, '0')}`, ...lot }));
}
