import { addFamily, addProduce, publishProduct } from '#server/catalog/index.ts';
import { consentToStory, registerHousehold } from '#server/households/index.ts';
import { businessDay } from '#server/kernel/calendar.ts';
import { fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { foundOrganization } from '#server/people/index.ts';
import { openLocation, receiveLot, verifyCapacity } from '#server/stock/index.ts';
import type { Cast } from './cast.ts';

const SEASON = 2026;
const SHELF_DAYS = 540;

/** What a shop of a story has on its shelf. */
export type Goods = {
  organizationId: string;
  produceId: string;
  lotCode: string;
  pack: string;
  /** By the households' codes. */
  householdIds: Record<string, string>;
};

/** A cooperative of a story: what it sells, and from whom. */
export type Shop = {
  code: string;
  name: LocalizedText;
  regionCode: string;
  family: string;
  produce: LocalizedText;
  pack: { code: string; name: LocalizedText; price: number; packing: number; gross: number; net: number };
  agreedPrice: number;
  households: { code: string; name: string; village: string; quantity: number; bankCard?: string }[];
  /** Fresh goods: how many days they keep. */
  freshDays?: number;
};

/** Founds a cooperative, registers its households, takes in one lot of theirs and puts one pack of it on the shelf. */
export async function openShop(cast: Cast, shop: Shop): Promise<Goods> {
  const { organizationId, locationId } = await found(cast, shop);
  const produceId = await addGoods(cast, shop);
  const shares = [];
  const householdIds: Record<string, string> = {};
  for (const household of shop.households) {
    const { code, name, village, quantity } = household;
    const helper = cast.of('village-helper', village);
    const person = { code, name, villageCode: village, phone: '19900000001', bankCard: household.bankCard ?? null };
    const { id: householdId } = await registerHousehold(helper, person);
    await consentToStory(helper, householdId, null);
    const basis = { count: 10, unit: 'mu', yieldEach: quantity };
    const office = cast.of('county-office', village.slice(0, 6));
    await verifyCapacity(office, { householdId, produceId, season: SEASON, basis });
    householdIds[code] = householdId;
    shares.push({ householdId, quantity, agreedPrice: shop.agreedPrice });
  }
  const clerk = cast.clerkOf(organizationId);
  const lot = await receiveLot(clerk, {
    organizationId,
    produceId,
    locationId,
    mode: 'consign',
    harvestedOn: businessDay(shop.freshDays === undefined ? `${SEASON}-05-20` : `${SEASON}-05-31`),
    certificateNumber: null,
    shares,
  });
  await publish(cast, shop, organizationId, produceId);
  return { organizationId, produceId, lotCode: lot.code, pack: shop.pack.code, householdIds };
}

async function found(cast: Cast, shop: Shop): Promise<{ organizationId: string; locationId: string }> {
  const { code, name, regionCode } = shop;
  const { id: organizationId } = await foundOrganization(cast.administrator(), {
    code,
    kind: 'cooperative',
    creditCode: null,
    name,
    intro: null,
    regionCode,
    phone: null,
  });
  const clerk = cast.clerkOf(organizationId);
  const location = await openLocation(clerk, { organizationId, regionCode, name: both('库房', 'Store') });
  return { organizationId, locationId: location.id };
}

const positions = ['honey', 'rock-tea', 'fruit'];

async function addGoods(cast: Cast, shop: Shop): Promise<string> {
  const position = positions.indexOf(shop.family) + 1;
  await addFamily(cast.administrator(), { code: shop.family, position, name: shop.produce });
  const { id } = await addProduce(cast.administrator(), {
    code: `${shop.code}-produce`,
    family: shop.family,
    name: shop.produce,
    baseUnit: 'gram',
    originCode: shop.regionCode,
    seasonMonths: [5, 6],
    shelfDays: shop.freshDays ?? SHELF_DAYS,
    perishable: shop.freshDays !== undefined,
    certificateNeeded: false,
    licenceNeeded: false,
    storage: both('阴凉干燥处', 'Keep cool and dry'),
    geographicalIndication: null,
  });
  return id;
}

async function publish(cast: Cast, shop: Shop, organizationId: string, produceId: string): Promise<void> {
  const { code, name, price, packing, gross, net } = shop.pack;
  const components = [{ produceId, quantity: net }];
  await publishProduct(cast.clerkOf(organizationId), {
    slug: `${shop.code}-${shop.family}`,
    organizationId,
    countyCode: shop.regionCode.slice(0, 6),
    name: shop.produce,
    description: shop.produce,
    family: shop.family,
    mainProduceId: produceId,
    packs: [{ code, name, price: fen(price), packing: fen(packing), grossGrams: gross, components }],
    householdPrices: new Map([[produceId, shop.agreedPrice]]),
  });
}

export function both(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en };
}
