import { addFamily, addProduce, publishProduct } from '#server/catalog/index.ts';
import { consentToStory, registerHousehold } from '#server/households/index.ts';
import { businessDay } from '#server/kernel/calendar.ts';
import { fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { foundOrganization } from '#server/people/index.ts';
import { addVillage } from '#server/places/index.ts';
import { openLocation, receiveLot, verifyCapacity } from '#server/stock/index.ts';
import type { Cast } from './cast.ts';

const FUSHI = '350721106204';
const XINGCUN = '350782100207';
const SEASON = 2026;
const SHELF_DAYS = 540;

export type Goods = { organizationId: string; produceId: string; lotCode: string; pack: string };

/** Two cooperatives: one has honey of two households in one lot, the other the tea of one. */
export async function furnish(cast: Cast): Promise<{ honey: Goods; tea: Goods }> {
  await addVillage(cast.administrator(), { code: FUSHI, name: both('富石村', 'Fushi Village'), intro: null });
  await addVillage(cast.administrator(), { code: XINGCUN, name: both('星村村', 'Xingcun Village'), intro: null });
  const honey = await openShop(cast, {
    code: 'fushi-bees',
    name: both('富石蜂业合作社', 'Fushi Beekeepers'),
    regionCode: '350721106',
    family: 'honey',
    produce: both('富石百花蜜', 'Fushi wildflower honey'),
    pack: {
      code: 'fushi-honey-500g',
      name: both('500克 玻璃瓶', '500 g jar'),
      price: 3200,
      packing: 300,
      gross: 800,
      net: 500,
    },
    agreedPrice: 5000,
    households: [
      { code: 'NP-0001', name: '张春生', village: FUSHI, quantity: 6000 },
      { code: 'NP-0002', name: '李秀英', village: FUSHI, quantity: 3000 },
    ],
  });
  const tea = await openShop(cast, {
    code: 'xingcun-tea',
    name: both('星村茶叶合作社', 'Xingcun Tea Growers'),
    regionCode: '350782100',
    family: 'rock-tea',
    produce: both('星村肉桂', 'Xingcun Rougui'),
    pack: {
      code: 'xingcun-rougui-100g',
      name: both('100克 罐装', '100 g tin'),
      price: 4500,
      packing: 400,
      gross: 220,
      net: 100,
    },
    // A price that no tin divides evenly: two tins are 39.998 yuan.
    agreedPrice: 19_999,
    households: [{ code: 'NP-0003', name: '王金木', village: XINGCUN, quantity: 2000 }],
  });
  return { honey, tea };
}

type Shop = {
  code: string;
  name: LocalizedText;
  regionCode: string;
  family: string;
  produce: LocalizedText;
  pack: { code: string; name: LocalizedText; price: number; packing: number; gross: number; net: number };
  agreedPrice: number;
  households: { code: string; name: string; village: string; quantity: number }[];
};

async function openShop(cast: Cast, shop: Shop): Promise<Goods> {
  const { organizationId, locationId } = await found(cast, shop);
  const produceId = await addGoods(cast, shop);
  const shares = [];
  for (const { code, name, village, quantity } of shop.households) {
    const helper = cast.of('village-helper', village);
    const person = { code, name, villageCode: village, phone: '19900000001', bankCard: null };
    const { id: householdId } = await registerHousehold(helper, person);
    await consentToStory(helper, householdId, null);
    const basis = { count: 10, unit: 'mu', yieldEach: quantity };
    const office = cast.of('county-office', village.slice(0, 6));
    await verifyCapacity(office, { householdId, produceId, season: SEASON, basis });
    shares.push({ householdId, quantity, agreedPrice: shop.agreedPrice });
  }
  const clerk = cast.clerkOf(organizationId);
  const lot = await receiveLot(clerk, {
    organizationId,
    produceId,
    locationId,
    mode: 'consign',
    harvestedOn: businessDay(`${SEASON}-05-20`),
    certificateNumber: null,
    shares,
  });
  await publish(cast, shop, organizationId, produceId);
  return { organizationId, produceId, lotCode: lot.code, pack: shop.pack.code };
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

async function addGoods(cast: Cast, shop: Shop): Promise<string> {
  const position = shop.family === 'honey' ? 1 : 2;
  await addFamily(cast.administrator(), { code: shop.family, position, name: shop.produce });
  const { id } = await addProduce(cast.administrator(), {
    code: `${shop.code}-produce`,
    family: shop.family,
    name: shop.produce,
    baseUnit: 'gram',
    originCode: shop.regionCode,
    seasonMonths: [5, 6],
    shelfDays: SHELF_DAYS,
    perishable: false,
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

function both(zh: string, en: string): LocalizedText {
  return { 'zh-CN': zh, en };
}
