import { expect, test } from 'vitest';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { isBankCardNumber, isSocialCreditCode } from '#server/kernel/codes.ts';
import { priceOfQuantity } from '#server/kernel/quantity.ts';
import { findDeliveryCounty } from '#server/places/regions/china.ts';
import { findCounty, findTownship } from '#server/places/regions/nanping.ts';
import { families, familyKeys } from './families.ts';
import { households } from './households.ts';
import { makeLots, type SampleLot } from './lots.ts';
import { makeOrders, takenFrom } from './orders.ts';
import { organizationOf, organizations } from './organizations.ts';
import { buyers, personas } from './people.ts';
import { produce, produceOf } from './produce.ts';
import { packOf, products, type SamplePack } from './products.ts';
import { shelfPlans } from './shelves.ts';
import { shoppers } from './shoppers.ts';
import { villages } from './villages.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const lots = makeLots(now);
const orders = makeOrders(now, lots);
const quantityOf = (lot: SampleLot) => lot.shares.reduce((sum, share) => sum + share.quantity, 0);
const PLATFORM_FEE_PERCENT = 3;

/** Packs of one product that could still be sold if nobody bought anything else. */
function packsLeft(organization: string, pack: SamplePack): number {
  const left = pack.components.map((component) => {
    const pool = lots.filter((lot) => lot.organization === organization && lot.produce === component.produce);
    const received = pool.reduce((sum, lot) => sum + quantityOf(lot), 0);
    return Math.floor((received - takenFrom(orders, organization, component.produce)) / component.quantity);
  });
  return Math.min(...left);
}

function everyText(value: unknown, visit: (text: string, path: string) => void, path = ''): void {
  if (typeof value === 'string') visit(value, path);
  else if (value instanceof Date || value === null || typeof value !== 'object') return;
  else for (const [key, inner] of Object.entries(value)) everyText(inner, visit, `${path}.${key}`);
}

const world = {
  families,
  villages,
  households,
  organizations,
  produce,
  products,
  lots,
  orders,
  personas,
  buyers,
  shoppers,
};

test('the world is as large as a visitor expects of a prefecture', () => {
  expect(villages.length).toBeGreaterThanOrEqual(65);
  expect(households.length).toBeGreaterThanOrEqual(160);
  expect(households.filter((household) => household.story).length).toBeGreaterThanOrEqual(40);
  expect(organizations.length).toBeGreaterThanOrEqual(14);
  expect(products.length).toBeGreaterThanOrEqual(64);
  expect(lots.length).toBeGreaterThanOrEqual(210);
  expect(orders.length).toBeGreaterThanOrEqual(130);
  expect(products.filter((product) => (product.packs[0]?.components.length ?? 0) > 1).length).toBeGreaterThanOrEqual(4);
});

test('nothing in it is named twice', () => {
  const keys = [
    villages.map(({ code }) => code),
    households.map(({ code }) => code),
    households.map(({ name }) => name['zh-CN']),
    [...households, ...shoppers].map(({ phone }) => phone),
    households.map(({ bankCard }) => bankCard),
    organizations.flatMap(({ key, creditCode }) => [key, creditCode]),
    produce.map(({ code }) => code),
    products.map(({ slug }) => slug),
    products.map(({ name }) => name['zh-CN']),
    products.flatMap(({ packs }) => packs.map(({ code }) => code)),
    lots.map(({ key }) => key),
    personas.map(({ key }) => key),
  ];

  for (const list of keys) expect(list).toHaveLength(new Set(list).size);
});

test('codes are valid and every reference leads somewhere', () => {
  const codes = new Set(households.map(({ code }) => code));
  const villageCodes = new Set(villages.map(({ code }) => code));
  const shopperKeys = new Set(shoppers.map(({ key }) => key));

  for (const village of villages) {
    expect(village.code).toMatch(/^3507\d{8}$/);
    expect(findTownship(village.townshipCode)).toBeDefined();
    for (const code of village.supplies) expect(village.code.startsWith(produceOf(code).origin.slice(0, 4))).toBe(true);
  }
  for (const household of households) {
    expect(villageCodes).toContain(household.villageCode);
    expect(household.phone).toMatch(/^1[3-9]\d{9}$/);
    expect(isBankCardNumber(household.bankCard)).toBe(true);
    expect(household.story === null || household.consent).toBe(true);
  }
  for (const organization of organizations) {
    expect(isSocialCreditCode(organization.creditCode)).toBe(true);
    expect(findTownship(organization.townshipCode)).toBeDefined();
    expect(organization.contactPhone).toMatch(/^0599-\d{7}$/);
    expect(organization.foodLicence ?? 'SC00000000000000').toMatch(/^SC\d{14}$/);
  }
  for (const one of produce) expect(findCounty(one.origin) ?? findTownship(one.origin)).toBeDefined();
  for (const product of products) {
    const seller = organizationOf(product.organization);
    for (const { produce: code } of product.packs.flatMap((pack) => pack.components)) {
      expect(seller.gathers).toContain(code);
      expect(produceOf(code).needsFoodLicence && seller.foodLicence === null).toBe(false);
    }
  }
  for (const share of lots.flatMap((lot) => lot.shares)) expect(codes).toContain(share.household);
  for (const order of orders) expect(shopperKeys).toContain(order.buyer);
  for (const shopper of shoppers) expect(findDeliveryCounty(shopper.address.countyCode)).toBeDefined();
  for (const persona of personas) {
    const keys = [...organizations, ...buyers].map(({ key }) => key);
    expect([null, ...keys]).toContain(persona.organization);
    expect([null, ...codes]).toContain(persona.household);
  }
});

test('every family has its goods and every produce a household, a seller and a product', () => {
  const sold = new Set(
    products.flatMap((product) => product.packs.flatMap((pack) => pack.components.map((one) => one.produce))),
  );

  expect(new Set(products.map(({ family }) => family))).toEqual(new Set(familyKeys));
  for (const { code } of produce) {
    expect(households.some((household) => household.capacities.some((capacity) => capacity.produce === code))).toBe(
      true,
    );
    expect(organizations.some((organization) => organization.gathers.includes(code))).toBe(true);
    expect(sold).toContain(code);
  }
});

test('of each price the household, the box, the platform and the seller all get their part', () => {
  const parts = products.flatMap((product) =>
    product.packs.map((pack) => {
      const [low, high] = [0, 1].map((end) =>
        pack.components.reduce((sum, { produce: code, quantity }) => {
          const { agreedPrice, baseUnit } = produceOf(code);
          return sum + priceOfQuantity(quantity, agreedPrice[end as 0 | 1], baseUnit);
        }, 0),
      ) as [number, number];
      const fee = Math.round((pack.priceFen * PLATFORM_FEE_PERCENT) / 100);
      return {
        code: pack.code,
        share: (low + high) / 2 / pack.priceFen,
        margin: pack.priceFen - high - pack.packingFen - fee,
      };
    }),
  );

  expect(parts.filter(({ margin }) => margin <= 0)).toEqual([]);
  expect(parts.filter(({ share }) => share < 0.4 || share > 0.75)).toEqual([]);
  expect(parts.filter(({ share }) => share < 0.45).length).toBeLessThan(parts.length / 10);
});

test('a pack weighs more than what is in it', () => {
  const tooLight = products
    .flatMap((product) => product.packs)
    .filter((pack) => {
      const grams = pack.components.filter(({ produce: code }) => produceOf(code).baseUnit === 'gram');
      return pack.grossGrams <= grams.reduce((sum, { quantity }) => sum + quantity, 0);
    });

  expect(tooLight).toEqual([]);
});

// Any day must do: the demo is opened in July as in November.
const instants = [
  '2026-11-23T10:00',
  '2026-01-02T00:03',
  '2026-03-01T08:30',
  '2026-05-15T23:59',
  '2026-07-20T12:00',
  '2026-09-30T03:20',
  '2028-02-29T17:45',
];

test.each(instants)(
  'seen from %s no household brings in more than it can, and everything is in order of time',
  (instant) => {
    const then = new Date(`${instant}:00+08:00`);
    const today = businessDayOf(then);
    const lotsThen = makeLots(then);
    const received = new Map<string, number>();

    for (const lot of lotsThen) {
      expect(lot.shares.length).toBeGreaterThanOrEqual(1);
      expect(lot.shares.length).toBeLessThanOrEqual(12);
      expect(new Set(lot.shares.map((share) => share.household)).size).toBe(lot.shares.length);
      expect(lot.harvestDay <= lot.receivedDay && lot.receivedDay < today).toBe(true);
      expect(lot.season.from <= lot.harvestDay && lot.harvestDay <= lot.season.until).toBe(true);
      expect(lot.bestBefore === null || lot.bestBefore > today).toBe(true);
      expect(lot.certificateNumber !== null).toBe(produceOf(lot.produce).needsCertificate);
      for (const { household, quantity, agreedPrice } of lot.shares) {
        const [low, high] = produceOf(lot.produce).agreedPrice;
        expect(quantity > 0 && agreedPrice >= low && agreedPrice <= high).toBe(true);
        const key = `${household} ${lot.produce} ${lot.season.from}`;
        received.set(key, (received.get(key) ?? 0) + quantity);
      }
    }
    for (const [key, quantity] of received) {
      const [code, produceCode] = key.split(' ');
      const capacity = households
        .find((one) => one.code === code)
        ?.capacities.find((one) => one.produce === produceCode);
      expect(quantity).toBeLessThanOrEqual(capacity?.perSeason ?? 0);
    }
    for (const order of makeOrders(then, lotsThen)) {
      const course = [order.placedAt, order.shippedAt, order.deliveredAt].filter((moment) => moment !== null);
      expect(course.every((moment, index) => moment < then && (index === 0 || moment > (course[index - 1] ?? 0)))).toBe(
        true,
      );
      expect(new Set(order.lines.map((line) => packOf(line.pack).product.organization)).size).toBeLessThanOrEqual(3);
    }
  },
);

test('every product can be bought but two, and four more are nearly gone', () => {
  const left = products.flatMap((product) =>
    product.packs.map((pack) => ({ code: pack.code, left: packsLeft(product.organization, pack) })),
  );

  expect(left.filter((pack) => pack.left < 10)).toEqual(
    left.filter((pack) => shelfPlans.some((plan) => plan.pack === pack.code)),
  );
  for (const plan of shelfPlans) expect(left.find(({ code }) => code === plan.pack)?.left).toBe(plan.left);
  expect(shelfPlans.filter((plan) => plan.left === 0)).toHaveLength(2);
  expect(shelfPlans.filter((plan) => plan.left > 0)).toHaveLength(4);
});

test('most orders arrived, and each other fate is there to be seen', () => {
  const count = (fate: string) => orders.filter((order) => order.fate === fate).length;

  expect(count('delivered')).toBeGreaterThan(orders.length / 2);
  for (const fate of ['shipped', 'waiting', 'cancelled', 'lapsed']) expect(count(fate)).toBeGreaterThan(2);
});

test('English is complete, and nothing calls anybody poor', () => {
  const visit = (text: string, path: string) => {
    expect(text.trim(), path).toBe(text);
    expect(text.length, path).toBeGreaterThan(0);
    expect(text, path).not.toMatch(/贫困|poor household|poverty/i);
    if (path.endsWith('.en')) expect(text, path).not.toMatch(/\p{Script=Han}/u);
    if (path.endsWith('.zh-CN')) expect(text, path).toMatch(/[\p{Script=Han}\d]/u);
  };

  everyText(world, visit);
});

test('the same now makes the same world', () => {
  expect(makeLots(now)).toEqual(lots);
  expect(makeOrders(now)).toEqual(orders);
});
