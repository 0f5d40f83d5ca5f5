import { type Random, randomOf } from '#seed/random.ts';
import { addDays, addMinutes, type BusinessDay, businessDayOf, startOfDay } from '#server/kernel/calendar.ts';
import { assert } from '#server/kernel/errors.ts';
import { makeLots, type SampleLot } from './lots.ts';
import { packOf, products, type SamplePack, type SampleProduct } from './products.ts';
import { shelfPlans } from './shelves.ts';
import { shoppers } from './shoppers.ts';

/** What became of an order. `waiting` is paid and not yet shipped; `lapsed` was never paid. */
export type OrderFate = 'delivered' | 'shipped' | 'waiting' | 'cancelled' | 'lapsed';

/** An order of the last five weeks, to be played through the use-cases at the instants it names. */
export type SampleOrder = {
  key: string;
  placedAt: Date;
  buyer: string;
  lines: readonly { pack: string; count: number }[];
  fate: OrderFate;
  shippedAt: Date | null;
  deliveredAt: Date | null;
};

const DAYS_BACK = 34;
const RANDOM_ORDERS = 118;
/** An order is planned on goods that came in before it and stay good at least this long after it. */
const DAYS_GOOD_MIN = 2;
const LINES_MAX = 4;
const SELLERS_MAX = 3;

/** Quantities of lots as the plan draws them: earliest expiry first, as the stock does. */
type Shelf = { lot: SampleLot; left: number };

function openShelves(lots: readonly SampleLot[]): Map<string, Shelf[]> {
  const shelves = new Map<string, Shelf[]>();
  for (const lot of lots) {
    const pool = `${lot.organization} ${lot.produce}`;
    const left = lot.shares.reduce((sum, share) => sum + share.quantity, 0);
    shelves.set(pool, [...(shelves.get(pool) ?? []), { lot, left }]);
  }
  for (const pool of shelves.values()) {
    pool.sort((one, other) => ((one.lot.bestBefore ?? '9') < (other.lot.bestBefore ?? '9') ? -1 : 1));
  }
  return shelves;
}

function drawable(shelves: Map<string, Shelf[]>, pool: string, day: BusinessDay): Shelf[] {
  const goodUntil = addDays(day, DAYS_GOOD_MIN);
  return (shelves.get(pool) ?? []).filter(
    ({ lot, left }) => left > 0 && lot.receivedDay < day && (lot.bestBefore === null || lot.bestBefore >= goodUntil),
  );
}

/** Takes what the packs need off the shelves, or takes nothing and says no. */
function takePacks(
  shelves: Map<string, Shelf[]>,
  seller: string,
  pack: SamplePack,
  count: number,
  day: BusinessDay,
): boolean {
  const needs = pack.components.map(({ produce, quantity }) => ({
    from: drawable(shelves, `${seller} ${produce}`, day),
    quantity: quantity * count,
  }));
  if (needs.some(({ from, quantity }) => from.reduce((sum, shelf) => sum + shelf.left, 0) < quantity)) return false;
  for (const { from, quantity } of needs) {
    let open = quantity;
    for (const shelf of from) {
      const taken = Math.min(open, shelf.left);
      shelf.left -= taken;
      open -= taken;
    }
  }
  return true;
}

function fateOf(random: Random, daysAgo: number): OrderFate {
  const roll = random.int(1, 100);
  if (roll <= 5) return 'cancelled';
  if (roll <= 9) return 'lapsed';
  if (daysAgo >= 8) return 'delivered';
  if (daysAgo >= 4) return roll <= 60 ? 'delivered' : 'shipped';
  if (daysAgo >= 2) return roll <= 70 ? 'shipped' : 'waiting';
  return 'waiting';
}

/** A moment between seven in the morning and half past ten at night; on the last day one that has already been. */
function momentOn(random: Random, day: BusinessDay, now: Date): Date {
  const moment = addMinutes(startOfDay(day), random.int(7 * 60, 22 * 60 + 30));
  return moment < now ? moment : addMinutes(now, -random.int(20, 90));
}

type Course = Pick<SampleOrder, 'fate' | 'shippedAt' | 'deliveredAt'>;

/** When it was shipped and delivered; what would lie ahead of now has not happened yet. */
function courseOf(random: Random, placedAt: Date, fate: OrderFate, now: Date): Course {
  const shippedAt = addMinutes(placedAt, random.int(14 * 60, 30 * 60));
  const deliveredAt = addMinutes(shippedAt, random.int(30 * 60, 62 * 60));
  if (fate !== 'delivered' && fate !== 'shipped') return { fate, shippedAt: null, deliveredAt: null };
  if (shippedAt >= now) return { fate: 'waiting', shippedAt: null, deliveredAt: null };
  if (fate === 'shipped' || deliveredAt >= now) return { fate: 'shipped', shippedAt, deliveredAt: null };
  return { fate, shippedAt, deliveredAt };
}

/** A basket like a shopper's: mostly one or two things, sometimes from three sellers, never from a short shelf. */
function fillBasket(
  random: Random,
  shelves: Map<string, Shelf[]>,
  day: BusinessDay,
  keep: boolean,
): { pack: string; count: number }[] {
  const lines: { pack: string; count: number }[] = [];
  const sellers = new Set<string>();
  const wanted = Math.min(LINES_MAX, random.pick([1, 1, 1, 2, 2, 3, 4]));
  const shelvesNow = keep
    ? shelves
    : new Map([...shelves].map(([pool, list]) => [pool, list.map((one) => ({ ...one }))]));
  for (const product of random.sample(openProducts, openProducts.length)) {
    if (lines.length === wanted) break;
    if (!sellers.has(product.organization) && sellers.size === SELLERS_MAX) continue;
    // What is sold by weight waits for the scale, which past orders of this world never met.
    const pack = random.pick(product.packs.filter(({ leastGrams }) => leastGrams === undefined));
    const count = pack.priceFen > 15_000 ? 1 : random.pick([1, 1, 1, 2, 2, 3]);
    if (!takePacks(shelvesNow, product.organization, pack, count, day)) continue;
    sellers.add(product.organization);
    lines.push({ pack: pack.code, count });
  }
  return lines;
}

const openProducts: readonly SampleProduct[] = products.filter((product) => product.shelf === undefined);

function planRandomOrders(lots: readonly SampleLot[], now: Date): Omit<SampleOrder, 'key'>[] {
  const random = randomOf('orders');
  const shelves = openShelves(lots);
  const today = businessDayOf(now);
  const daysAgo = Array.from({ length: RANDOM_ORDERS }, () => random.int(0, DAYS_BACK)).sort(
    (one, other) => other - one,
  );
  return daysAgo.map((back) => {
    const day = addDays(today, -back);
    const placedAt = momentOn(random, day, now);
    const fate = fateOf(random, back);
    const kept = fate !== 'cancelled' && fate !== 'lapsed';
    const lines = fillBasket(random, shelves, businessDayOf(placedAt), kept);
    assert(lines.length > 0, `something could be bought on ${day}`);
    // The persona has an order history of her own; the others share the rest.
    const buyer = random.chance(0.15) ? 'shopper-01' : random.pick(shoppers).key;
    return { placedAt, buyer, lines, ...courseOf(random, placedAt, fate, now) };
  });
}

/** The orders that emptied the short shelves, all of them delivered, between three and four weeks ago. */
function planShelfOrders(now: Date): Omit<SampleOrder, 'key'>[] {
  const random = randomOf('shelf orders');
  const today = businessDayOf(now);
  return shelfPlans.flatMap(({ pack, sold }) => {
    const orders: Omit<SampleOrder, 'key'>[] = [];
    for (let open = sold; open > 0; ) {
      const count = Math.min(open, packOf(pack).pack.priceFen > 15_000 ? random.int(1, 3) : random.int(3, 6));
      const placedAt = momentOn(random, addDays(today, -random.int(12, 30)), now);
      const lines = [{ pack, count }];
      orders.push({
        placedAt,
        buyer: random.pick(shoppers).key,
        lines,
        ...courseOf(random, placedAt, 'delivered', now),
      });
      open -= count;
    }
    return orders;
  });
}

/** About 140 orders, oldest first. Every line can be drawn from the lots of the same world at its instant. */
export function makeOrders(now: Date, lots: readonly SampleLot[] = makeLots(now)): SampleOrder[] {
  const orders = [...planRandomOrders(lots, now), ...planShelfOrders(now)];
  orders.sort((one, other) => one.placedAt.getTime() - other.placedAt.getTime());
  return orders.map((order, index) => ({ key: `order-${String(index + 1).padStart(3, '0')}`, ...order }));
}

/** How many base units of a pool the orders took and kept; what is received less this is on hand. */
export function takenFrom(orders: readonly SampleOrder[], organization: string, produce: string): number {
  let taken = 0;
  for (const order of orders) {
    if (order.fate === 'cancelled' || order.fate === 'lapsed') continue;
    for (const { pack: code, count } of order.lines) {
      const { product, pack } = packOf(code);
      if (product.organization !== organization) continue;
      for (const component of pack.components) if (component.produce === produce) taken += component.quantity * count;
    }
  }
  return taken;
}
