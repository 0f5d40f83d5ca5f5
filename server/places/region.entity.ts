import { defineEntity, p } from '@mikro-orm/postgresql';
import type { LocalizedText } from '#server/kernel/text.ts';

export const regionLevels = ['province', 'city', 'county', 'township', 'village'] as const;
export type RegionLevel = (typeof regionLevels)[number];

const RegionSchema = defineEntity({
  name: 'Region',
  tableName: 'region',
  properties: {
    /** The division code of GB/T 2260 and its 9- and 12-digit continuations; a region's area is every code it begins. */
    code: p.string().primary(),
    parent: () => p.manyToOne(Region).ref().nullable().joinColumn('parent_code'),
    level: p.string().$type<RegionLevel>(),
    kind: p.string().nullable(),
    name: p.json<LocalizedText>(),
    intro: p.json<LocalizedText>().nullable(),
  },
});

/** A province, city, county, township or village. */
export class Region extends RegionSchema.class {}
RegionSchema.setClass(Region);
