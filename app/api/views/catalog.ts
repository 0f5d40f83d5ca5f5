import { z } from 'zod';
import {
  type FacetValue,
  type HouseholdShareView,
  type PackView,
  type ProductCard,
  type ProductListView,
  type ProductView,
  productSorts,
  type StockView,
  type TraceView,
} from '#server/channels/ecommerce/contract.ts';
import {
  baseUnit,
  daySchema,
  fenSchema,
  instantSchema,
  localizedText,
  makeUp,
  named,
  place,
  quantity,
} from './common.ts';

const stock = z
  .discriminatedUnion('state', [
    z.object({ state: z.literal('plenty') }),
    z.object({ state: z.literal('scarce'), packs: z.int() }),
    z.object({ state: z.literal('none') }),
  ])
  .meta({ description: 'What is left, with its number only where it matters.' })
  .register(named, { id: 'Stock' }) satisfies z.ZodType<StockView>;

const family = z.string().meta({ description: 'Code of the family of goods: tea, honey, rice …' });
const pricePerJin = fenSchema('Fen per jin (500 g); null for pieces and gift sets.').nullable();
const mode = z
  .enum(['consign', 'pack_and_sell', 'buyout'])
  .meta({ description: 'How the seller holds it: on consignment, packed and sold for the households, or bought out.' });

const productCard = z
  .object({
    slug: z.string(),
    name: localizedText,
    family,
    seller: localizedText,
    county: place,
    village: place.nullable().meta({ description: 'Where most of the stock comes from.' }),
    pack: z.object({
      name: localizedText,
      price: fenSchema('Fen for the first pack on sale.'),
      packs: z.int().meta({ description: 'How many kinds of packs there are.' }),
    }),
    pricePerJin,
    household: fenSchema('Fen of this price that reach households; null when sold out.').nullable(),
    inSeason: z.boolean(),
    stock,
  })
  .register(named, { id: 'ProductCard' }) satisfies z.ZodType<ProductCard>;

const facetValue = z
  .object({ value: z.string(), name: localizedText, count: z.int() })
  .register(named, { id: 'FacetValue' }) satisfies z.ZodType<FacetValue>;

export const productList = z
  .object({
    filter: z
      .object({
        words: z.string(),
        county: z.string().nullable(),
        family: z.string().nullable(),
        inSeason: z.boolean(),
        priceMin: fenSchema().nullable(),
        priceMax: fenSchema().nullable(),
        sort: z.enum(productSorts),
        page: z.int(),
      })
      .meta({ description: 'The question as it was understood.' }),
    total: z.int(),
    pages: z.int(),
    products: z.array(productCard),
    counties: z.array(facetValue),
    families: z.array(facetValue),
  })
  .register(named, { id: 'ProductList' }) satisfies z.ZodType<ProductListView>;

const pack = z
  .object({
    code: z.string().meta({ description: 'What a cart takes.' }),
    id: z.string(),
    name: localizedText,
    price: fenSchema(),
    pricePerJin,
    leastGrams: z.int().nullable().meta({
      description:
        'Of a pack sold by weight the least it may weigh: it is paid for the most, its contents, and what it weighs less goes back. Null of a fixed weight.',
    }),
    contents: z.array(z.object({ produce: localizedText, quantity, baseUnit })),
    stock,
    makeUp: makeUp.nullable(),
  })
  .register(named, { id: 'Pack' }) satisfies z.ZodType<PackView>;

const part = z.number().meta({ description: 'From 0 to 1.' });
const maskedHousehold = z.object({
  code: z.string(),
  maskedName: z.string().meta({ description: 'The name with its middle hidden, 张*生.' }),
});

const householdShare = z
  .object({
    household: maskedHousehold,
    village: place,
    lotCode: z.string(),
    harvestedOn: daySchema('When it was harvested.'),
    bestBefore: daySchema('Until when it is at its best.'),
    part,
  })
  .register(named, { id: 'HouseholdShare' }) satisfies z.ZodType<HouseholdShareView>;

export const product = z
  .object({
    slug: z.string(),
    name: localizedText,
    description: localizedText,
    family: z.object({ code: family, name: localizedText }),
    seller: z.object({
      code: z.string(),
      name: localizedText,
      intro: localizedText.nullable(),
      creditCode: z.string().nullable().meta({ description: 'Unified social credit code.' }),
      sample: z.boolean().meta({ description: 'True for what belongs to the sample world of a demo.' }),
    }),
    county: place,
    origin: place.nullable(),
    packs: z.array(pack),
    shares: z.array(householdShare).meta({ description: 'The households behind what is sold next.' }),
    householdCount: z.int(),
    seasonMonths: z.array(z.int().min(1).max(12)),
    inSeason: z.boolean(),
    perishable: z.boolean(),
    shelfDays: z.int(),
    storage: localizedText,
    geographicalIndication: z.string().nullable(),
    certificateNumber: z.string().nullable(),
    certificateNeeded: z.boolean(),
    mode: mode.nullable(),
    alsoFromHere: z.array(productCard),
  })
  .register(named, { id: 'Product' }) satisfies z.ZodType<ProductView>;

export const trace = z
  .object({
    lotCode: z.string(),
    produce: z.object({ code: z.string(), name: localizedText, family, baseUnit }),
    seller: z.object({ code: z.string(), name: localizedText, sample: z.boolean() }),
    location: z.object({ name: localizedText, region: place }),
    county: place,
    mode,
    harvestedOn: daySchema('When it was harvested.'),
    bestBefore: daySchema('Until when it is at its best.'),
    receivedAt: instantSchema('When the seller received it.'),
    certificateNumber: z.string().nullable(),
    geographicalIndication: z.string().nullable(),
    received: quantity,
    sold: quantity,
    households: z.array(
      maskedHousehold.extend({
        village: place,
        received: quantity,
        part,
        agreedPrice: fenSchema('Fen per kilo, or per piece, agreed with this household.'),
        earned: fenSchema('Fen this household has earned from the lot.'),
        story: localizedText.nullable().meta({ description: 'Only where the household agreed to tell it.' }),
      }),
    ),
    example: z
      .object({ product: localizedText, slug: z.string(), pack: localizedText, price: fenSchema(), makeUp })
      .nullable()
      .meta({ description: 'Who gets the price of a pack made of this produce alone.' }),
    steps: z.array(
      z.object({
        at: z.string().meta({ description: 'A day for the harvest, an instant for all else.' }),
        kind: z.enum(['harvested', 'received', 'certified', 'first-sold', 'last-sold']),
        place: localizedText.nullable(),
      }),
    ),
    products: z.array(productCard),
  })
  .register(named, { id: 'Trace' }) satisfies z.ZodType<TraceView>;
