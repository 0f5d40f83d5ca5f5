import { luhnCheckDigit } from '#server/kernel/codes.ts';
import { addVillage } from '#server/places/index.ts';
import type { Cast } from './cast.ts';
import { honeyShop, teaShop } from './honey-and-tea.ts';
import { both, type Goods, openShop, type Shop } from './open-shop.ts';

const FUSHI = '350721106204';
const XINGCUN = '350782100207';
const XUDUN = '350783100201';

/** Honey of two households, tea of one, and fresh bayberries of two: everybody with a bank card, so that all can be paid. */
export async function furnishThree(cast: Cast): Promise<{ honey: Goods; tea: Goods; berries: Goods }> {
  await addVillage(cast.administrator(), { code: FUSHI, name: both('富石村', 'Fushi Village'), intro: null });
  await addVillage(cast.administrator(), { code: XINGCUN, name: both('星村村', 'Xingcun Village'), intro: null });
  await addVillage(cast.administrator(), { code: XUDUN, name: both('徐墩村', 'Xudun Village'), intro: null });
  const honey = await openShop(cast, withCards(honeyShop, 1));
  const tea = await openShop(cast, withCards(teaShop, 3));
  const berries = await openShop(cast, {
    code: 'xudun-fruit',
    name: both('徐墩果业合作社', 'Xudun Fruit Growers'),
    regionCode: '350783100',
    family: 'fruit',
    produce: both('徐墩杨梅', 'Xudun bayberries'),
    pack: {
      code: 'xudun-bayberry-1kg',
      name: both('1公斤 篮装', '1 kg basket'),
      price: 4800,
      packing: 500,
      gross: 1400,
      net: 1000,
    },
    agreedPrice: 2800,
    freshDays: 10,
    households: [
      { code: 'NP-0004', name: '陈阿妹', village: XUDUN, quantity: 4000, bankCard: card(4) },
      { code: 'NP-0005', name: '吴石根', village: XUDUN, quantity: 4000, bankCard: card(5) },
    ],
  });
  return { honey, tea, berries };
}

/** The same shop, its households with a bank card each, numbered from one on. */
function withCards(shop: Shop, first: number): Shop {
  return { ...shop, households: shop.households.map((one, index) => ({ ...one, bankCard: card(first + index) })) };
}

/** A number that can be a bank card and is nobody's. */
export function card(nth: number): string {
  const digits = `62220200000000000${nth}`;
  return `${digits}${luhnCheckDigit(digits)}`;
}
