import { benchOrders } from './orders.ts';
import { benchShop } from './shop.ts';
import { benchSweep } from './sweep.ts';

const benches: Record<string, (adminUrl: string) => Promise<number>> = {
  shop: benchShop,
  orders: benchOrders,
  sweep: benchSweep,
};

const [name = ''] = process.argv.slice(2);
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
const url = process.env.DATABASE_URL;
if (!bench || !url) {
  console.error(`Say which: npm run bench -- ${Object.keys(benches).join(' | ')}`);
  process.exitCode = 2;
} else {
  process.exitCode = await bench(url);
}
