import { z } from 'zod';
import { type ProductFilter, productSorts } from '#server/channels/ecommerce/contract.ts';
import { findProducts, getProduct, getTrace } from '#server/channels/ecommerce/index.ts';
import { trimmedText } from '#server/kernel/input.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { type Endpoint, endpoint, none } from '../endpoint.ts';
import { instant } from '../instant.ts';
import { product, productList, trace } from '../views/catalog.ts';

const PRICE_MAX = 100_000_000_00;
const PAGE_MAX = 100_000;

const words = trimmedText({ max: 100 }).meta({ description: 'Words in Chinese, pinyin, initials or English.' });
const price = z.int().min(0).max(PRICE_MAX).optional();

const filters = {
  county: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .meta({ description: 'Code of a county.' }),
  family: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional()
    .meta({ description: 'Code of a family of goods.' }),
  inSeason: z.boolean().optional().meta({ description: 'Only what is harvested this month.' }),
  priceMin: price.meta({ description: 'Lowest price of the first pack, in fen.' }),
  priceMax: price.meta({ description: 'Highest price of the first pack, in fen.' }),
  sort: z
    .enum(productSorts)
    .optional()
    .meta({ description: 'Newest, cheapest or dearest first, or most for the household.' }),
  page: z.int().min(1).max(PAGE_MAX).optional().meta({ description: '24 products each; the first is 1.' }),
};

const list = { 200: { description: 'One page of the products.', schema: productList } };

const findProductsEndpoint = endpoint({
  name: 'findProducts',
  method: 'get',
  path: '/products',
  policy: 'public',
  tag: 'Products',
  summary: 'Products on sale that fit a filter',
  params: none,
  query: z.strictObject({ q: words.optional(), ...filters }),
  headers: none,
  body: null,
  responses: list,
  refusals: [],
  answer: async ({ ctx, query }) => ({ status: 200, body: await findProducts(ctx, filterOf(query)) }),
});

const searchProducts = endpoint({
  name: 'searchProducts',
  method: 'get',
  path: '/search',
  policy: 'public',
  tag: 'Products',
  summary: 'Products found by words',
  description: 'The same list as /products; only here words are required.',
  params: none,
  query: z.strictObject({ q: words, ...filters }),
  headers: none,
  body: null,
  responses: list,
  refusals: [],
  answer: async ({ ctx, query }) => ({ status: 200, body: await findProducts(ctx, filterOf(query)) }),
});

const getProductEndpoint = endpoint({
  name: 'getProduct',
  method: 'get',
  path: '/products/{slug}',
  policy: 'public',
  tag: 'Products',
  summary: 'One product, its packs, and the households behind it',
  params: z.strictObject({ slug: z.string().regex(/^[a-z0-9-]{2,80}$/) }),
  query: none,
  headers: none,
  body: null,
  responses: { 200: { description: 'The product.', schema: product } },
  refusals: [],
  answer: async ({ ctx, params }) => ({ status: 200, body: await getProduct(ctx, params.slug) }),
});

const getTraceEndpoint = endpoint({
  name: 'getTrace',
  method: 'get',
  path: '/trace/{code}',
  policy: 'public',
  tag: 'Products',
  summary: 'Where a lot comes from and whose it is',
  description: 'The code stands on the label of every jar, box and bag. Names of households are masked.',
  params: z.strictObject({ code: trimmedText({ max: 40 }) }),
  query: none,
  headers: none,
  body: null,
  responses: { 200: { description: 'The lot.', schema: trace } },
  refusals: [],
  async answer({ ctx, params }) {
    const lot = await getTrace(ctx, params.code);
    const steps = lot.steps.map((step) => ({ ...step, at: step.kind === 'harvested' ? step.at : instant(step.at) }));
    return { status: 200, body: { ...lot, receivedAt: instant(lot.receivedAt), steps } };
  },
});

type Question = {
  q?: string | undefined;
  county?: string | undefined;
  family?: string | undefined;
  inSeason?: boolean | undefined;
  priceMin?: number | undefined;
  priceMax?: number | undefined;
  sort?: ProductFilter['sort'] | undefined;
  page?: number | undefined;
};

function filterOf(question: Question): ProductFilter {
  return {
    words: question.q ?? '',
    county: question.county ?? null,
    family: question.family ?? null,
    inSeason: question.inSeason ?? false,
    priceMin: fenOrNull(question.priceMin),
    priceMax: fenOrNull(question.priceMax),
    sort: question.sort ?? 'new',
    page: question.page ?? 1,
  };
}

function fenOrNull(amount: number | undefined): Fen | null {
  return amount === undefined ? null : fen(amount);
}

export const productEndpoints: readonly Endpoint[] = [
  findProductsEndpoint,
  searchProducts,
  getProductEndpoint,
  getTraceEndpoint,
];
