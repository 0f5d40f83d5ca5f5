import { defineEntity, p } from '@mikro-orm/postgresql';
import { Produce } from '#server/catalog/index.ts';
import { Household } from '#server/households/index.ts';
import type { BusinessDay } from '#server/kernel/calendar.ts';
import type { BaseQuantity } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { Organization } from '#server/people/index.ts';
import { Region } from '#server/places/index.ts';
import { baseProperties } from '#server/platform/base-properties.ts';

const quantity = () => p.bigint('number').$type<BaseQuantity>();

const LocationSchema = defineEntity({
  name: 'Location',
  tableName: 'location',
  properties: {
    ...baseProperties,
    organization: () => p.manyToOne(Organization).ref().joinColumn('organization_id'),
    region: () => p.manyToOne(Region).ref().joinColumn('region_code'),
    name: p.json<LocalizedText>(),
  },
});

/** Where an organization keeps lots. */
export class Location extends LocationSchema.class {}
LocationSchema.setClass(Location);

const CapacitySchema = defineEntity({
  name: 'Capacity',
  tableName: 'capacity',
  properties: {
    ...baseProperties,
    household: () => p.manyToOne(Household).ref().joinColumn('household_id'),
    produce: () => p.manyToOne(Produce).ref().joinColumn('produce_id'),
    season: p.integer(),
    /** Hives, trees or mu, and the yield of one. */
    basis: p.json<{ count: number; unit: string; yieldEach: number }>(),
    quantity: quantity(),
    verifiedAt: p.datetime().columnType('timestamptz').nullable(),
  },
});

/** What a household's land, trees or hives can make in a season, seen by the village. Received may not exceed it. */
export class Capacity extends CapacitySchema.class {}
CapacitySchema.setClass(Capacity);

const PoolSchema = defineEntity({
  name: 'Pool',
  tableName: 'pool',
  properties: {
    ...baseProperties,
    organization: () => p.manyToOne(Organization).ref().joinColumn('organization_id'),
    produce: () => p.manyToOne(Produce).ref().joinColumn('produce_id'),
    onHand: quantity(),
    held: quantity(),
    promised: quantity(),
    setAside: quantity(),
    available: p.bigint('number').$type<BaseQuantity>().persist(false),
  },
});

/** All of one produce that one organization has: the row that is locked before anything in it changes. */
export class Pool extends PoolSchema.class {}
PoolSchema.setClass(Pool);

export const lotModes = ['consign', 'pack_and_sell', 'buyout'] as const;
export type LotMode = (typeof lotModes)[number];

const LotSchema = defineEntity({
  name: 'Lot',
  tableName: 'lot',
  properties: {
    ...baseProperties,
    /** What the label carries and the trace page opens with. */
    code: p.string().unique(),
    pool: () => p.manyToOne(Pool).ref().joinColumn('pool_id'),
    location: () => p.manyToOne(Location).ref().joinColumn('location_id'),
    mode: p.string().$type<LotMode>(),
    harvestedOn: p.string().columnType('date').$type<BusinessDay>(),
    bestBefore: p.string().columnType('date').$type<BusinessDay>(),
    certificateNumber: p.string().nullable(),
    receivedAt: p.datetime().columnType('timestamptz'),
    frozenAt: p.datetime().columnType('timestamptz').nullable(),
  },
});

/** Produce received together: one harvest day, one best-before, one certificate, one or more household shares. */
export class Lot extends LotSchema.class {}
LotSchema.setClass(Lot);

const ShareSchema = defineEntity({
  name: 'Share',
  tableName: 'share',
  properties: {
    ...baseProperties,
    lot: () => p.manyToOne(Lot).ref().joinColumn('lot_id'),
    pool: () => p.manyToOne(Pool).ref().joinColumn('pool_id'),
    household: () => p.manyToOne(Household).ref().joinColumn('household_id'),
    bestBefore: p.string().columnType('date').$type<BusinessDay>(),
    /** Fen per kilo of a gram produce, per piece of a piece produce. */
    agreedPrice: p.bigint('number'),
    received: quantity(),
    onHand: quantity(),
    held: quantity(),
    promised: quantity(),
    setAside: quantity(),
    available: p.bigint('number').$type<BaseQuantity>().persist(false),
    earnedQuantity: quantity(),
    earnedFen: p.bigint('number'),
  },
});

/** One household's part of a lot. Its quantities change by a step on a locked pool, never by assignment. */
export class Share extends ShareSchema.class {}
ShareSchema.setClass(Share);
