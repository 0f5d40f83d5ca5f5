import { luhnCheckDigit } from '#server/kernel/codes.ts';
import { addVillage } from '#server/places/index.ts';
import type { Cast } from './cast.ts';
import { both, type Goods, openShop } from './open-shop.ts';

const FUSHI = '350721106204';
const XINGCUN = '350782100207';
const SHUINAN = '350783100201';

/** Honey of two households, tea of one, and fresh bayberries of two: everybody with a bank card, so that all can be paid. */
export async function furnishThree(cast: Cast): Promise<{ honey: Goods; tea: Goods; berries: Goods }> {
  await addVillage(cast.administrator(), { code: FUSHI, name: both('富石村', 'Fushi Village'), intro: null });
  await addVillage(cast.administrator(), { code: XINGCUN, name: both('星村村', 'Xingcun Village'), intro: null });
  await addVillage(cast.administrator(), { code: SHUINAN, name: both('水南村', 'Shuinan Village'), intro: null });
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
      { code: 'NP-0001', name: '张春生', village: FUSHI, quantity: 6000, bankCard: card(1) },
      { code: 'NP-0002', name: '李秀英', village: FUSHI, quantity: 3000, bankCard: card(2) },
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
    households: [{ code: 'NP-0003', name: '王金木', village: XINGCUN, quantity: 2000, bankCard: card(3) }],
  });
  const berries = await openShop(cast, {
    code: 'shuinan-fruit',
    name: both('水南果业合作社', 'Shuinan Fruit Growers'),
    regionCode: '350783100',
    family: 'fruit',
    produce: both('水南杨梅', 'Shuinan bayberries'),
    pack: {
      code: 'shuinan-bayberry-1kg',
      name: both('1公斤 篮装', '1 kg basket'),
      price: 4800,
      packing: 500,
      gross: 1400,
      net: 1000,
    },
    agreedPrice: 2800,
    freshDays: 10,
    households: [
      { code: 'NP-0004', name: '陈阿妹', village: SHUINAN, quantity: 4000, bankCard: card(4) },
      { code: 'NP-0005', name: '吴石根', village: SHUINAN, quantity: 4000, bankCard: card(5) },
    ],
  });
  return { honey, tea, berries };
}

/** A number that can be a bank card and is nobody's. */
function card(nth: number): string {
  const digits = `62220200000000000${nth}`;
  return `${digits}${luhnCheckDigit(digits)}`;
}
