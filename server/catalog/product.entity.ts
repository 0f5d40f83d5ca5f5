import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Fen } from '#server/kernel/money.ts';
import type { BaseQuantity, Grams } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { Organization } from '#server/people/index.ts';
import { Region } from '#server/places/index.ts';
import { baseProperties } from '#server/platform/base-properties.ts';
import { Family, Produce } from './produce.entity.ts';

const ProductSchema = defineEntity({
  name: 'Product',
  tableName: 'product',
  properties: {
    ...baseProperties,
    slug: p.string().unique(),
    organization: () => p.manyToOne(Organization).ref().joinColumn('organization_id'),
    family: () => p.manyToOne(Family).ref().joinColumn('family_code'),
    mainProduce: () => p.manyToOne(Produce).ref().joinColumn('main_produce_id'),
    county: () => p.manyToOne(Region).ref().joinColumn('county_code'),
    name: p.json<LocalizedText>(),
    description: p.json<LocalizedText>(),
    state: p.string().$type<'draft' | 'published'>(),
    publishedAt: p.datetime().columnType('timestamptz').nullable(),
    fromPrice: p.bigint('number').$type<Fen>().fieldNames('from_price_fen'),
    seasonMonths: p.array<number>((text) => Number(text)).columnType('int[]'),
    /** What households get of the first pack's price, in basis points, at the prices agreed when it was published. */
    householdPart: p.integer().default(0),
  },
});

/** An organization's listing of produce. What it sells is its packs. */
export class Product extends ProductSchema.class {}
ProductSchema.setClass(Product);

const PackSchema = defineEntity({
  name: 'Pack',
  tableName: 'pack',
  properties: {
    ...baseProperties,
    code: p.string().unique(),
    product: () => p.manyToOne(Product).ref().joinColumn('product_id'),
    position: p.integer(),
    name: p.json<LocalizedText>(),
    price: p.bigint('number').$type<Fen>().fieldNames('price_fen'),
    packing: p.bigint('number').$type<Fen>().fieldNames('packing_fen'),
    grossGrams: p.bigint('number').$type<Grams>(),
    /** Of a pack sold by weight the least it may weigh; its component says the most. */
    leastGrams: p.bigint('number').$type<Grams>().nullable(),
    onSale: p.boolean().default(true),
  },
});

/** A sale size (500 g jar, 5 kg box, gift set): so much of each produce, drawn from the seller's pools. */
export class Pack extends PackSchema.class {}
PackSchema.setClass(Pack);

const PackComponentSchema = defineEntity({
  name: 'PackComponent',
  tableName: 'pack_component',
  properties: {
    pack: () => p.manyToOne(Pack).primary().joinColumn('pack_id'),
    produce: () => p.manyToOne(Produce).primary().joinColumn('produce_id'),
    quantity: p.bigint('number').$type<BaseQuantity>(),
  },
});

/** How many base units of one produce a pack holds; a gift set has several. */
export class PackComponent extends PackComponentSchema.class {}
PackComponentSchema.setClass(PackComponent);
