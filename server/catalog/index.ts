export { Family, Produce } from './produce.entity.ts';
export { Pack, PackComponent, Product } from './product.entity.ts';
