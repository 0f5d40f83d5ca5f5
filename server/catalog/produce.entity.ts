import { defineEntity, p } from '@mikro-orm/postgresql';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { Region } from '#server/places/index.ts';
import { baseProperties } from '#server/platform/base-properties.ts';

const FamilySchema = defineEntity({
  name: 'Family',
  tableName: 'family',
  properties: {
    code: p.string().primary(),
    position: p.integer(),
    name: p.json<LocalizedText>(),
  },
});

/** A shelf of the shop: honey, white tea, citrus. */
export class Family extends FamilySchema.class {}
FamilySchema.setClass(Family);

const ProduceSchema = defineEntity({
  name: 'Produce',
  tableName: 'produce',
  properties: {
    ...baseProperties,
    code: p.string().unique(),
    family: () => p.manyToOne(Family).ref().joinColumn('family_code'),
    name: p.json<LocalizedText>(),
    baseUnit: p.string().$type<BaseUnit>(),
    origin: () => p.manyToOne(Region).ref().nullable().joinColumn('origin_code'),
    seasonMonths: p.array<number>((text) => Number(text)).columnType('int[]'),
    shelfDays: p.integer(),
    perishable: p.boolean(),
    /** Whether a conformity pledge certificate (承诺达标合格证) is owed for every lot. */
    certificateNeeded: p.boolean(),
    /** Whether only a holder of a food production licence (SC) may sell it packed. */
    licenceNeeded: p.boolean(),
    storage: p.json<LocalizedText>(),
    geographicalIndication: p.string().nullable(),
  },
});

/** What a household hands over, counted in one base unit: Shunchang honey, in grams. */
export class Produce extends ProduceSchema.class {}
ProduceSchema.setClass(Produce);
