import { assert } from '#server/kernel/errors.ts';
import { products, type SampleProduct } from './products.ts';

/** How many packs of a nearly or quite empty shelf the past orders bought, and how many are left. */
export type ShelfPlan = {
  product: SampleProduct;
  pack: string;
  produce: string;
  quantity: number;
  sold: number;
  left: number;
};

const plans: Record<string, { sold: number; left: number }> = {
  'wuyi-zhengyan-rougui': { sold: 11, left: 4 },
  'sutun-honey': { sold: 14, left: 7 },
  'xiaohu-brown-sugar': { sold: 16, left: 9 },
  'jian-ware-fine': { sold: 5, left: 3 },
  'jianyang-red-mushroom': { sold: 12, left: 0 },
  'guangze-chicken': { sold: 15, left: 0 },
};

/** The shelves of the demo world that are short, each with one pack of one produce that nothing else draws on. */
export const shelfPlans: readonly ShelfPlan[] = products
  .filter((product) => product.shelf !== undefined)
  .map((product) => {
    const plan = plans[product.slug];
    const [pack, ...otherPacks] = product.packs;
    const component = pack?.components[0];
    assert(plan && pack && component && otherPacks.length === 0, `${product.slug} has a plan and one pack`);
    return { product, pack: pack.code, produce: component.produce, quantity: component.quantity, ...plan };
  });

export function findShelfPlan(organization: string, produce: string): ShelfPlan | undefined {
  return shelfPlans.find((plan) => plan.product.organization === organization && plan.produce === produce);
}
