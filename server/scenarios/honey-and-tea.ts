import { addVillage } from '#server/places/index.ts';
import type { Cast } from './cast.ts';
import { both, type Goods, openShop, type Shop } from './open-shop.ts';

const FUSHI = '350721106204';
const XINGCUN = '350782100207';

/** Honey of two households, as one lot. */
export const honeyShop: Shop = {
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
};

/** Tea of one household. */
export const teaShop: Shop = {
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
};

/** Two cooperatives: one has honey of two households in one lot, the other the tea of one. */
export async function furnish(cast: Cast): Promise<{ honey: Goods; tea: Goods }> {
  await addVillage(cast.administrator(), { code: FUSHI, name: both('富石村', 'Fushi Village'), intro: null });
  await addVillage(cast.administrator(), { code: XINGCUN, name: both('星村村', 'Xingcun Village'), intro: null });
  return { honey: await openShop(cast, honeyShop), tea: await openShop(cast, teaShop) };
}
