import { present } from '#server/kernel/errors.ts';
import { centreProducts } from './products/centre.ts';
import { jianyangAndYanpingProducts } from './products/jianyang-and-yanping.ts';
import { northernProducts } from './products/north.ts';
import type { SamplePack, SampleProduct } from './products/sample-product.ts';
import { shunchangAndJianouProducts } from './products/shunchang-and-jianou.ts';
import { wuyishanProducts } from './products/wuyishan.ts';
import { zhengheAndSongxiProducts } from './products/zhenghe-and-songxi.ts';

export type { SamplePack, SampleProduct } from './products/sample-product.ts';

/** The shelves of the demo world. */
export const products: readonly SampleProduct[] = [
  ...wuyishanProducts,
  ...zhengheAndSongxiProducts,
  ...shunchangAndJianouProducts,
  ...jianyangAndYanpingProducts,
  ...northernProducts,
  ...centreProducts,
];

const byPackCode = new Map<string, { product: SampleProduct; pack: SamplePack }>(
  products.flatMap((product) => product.packs.map((pack) => [pack.code, { product, pack }] as const)),
);

/** A pack and the product it belongs to; a code that is not in the table is a bug. */
export function packOf(code: string): { product: SampleProduct; pack: SamplePack } {
  return present(byPackCode.get(code), `pack ${code}`);
}
