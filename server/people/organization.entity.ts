import { defineEntity, p } from '@mikro-orm/postgresql';
import type { LocalizedText } from '#server/kernel/text.ts';
import { Region } from '#server/places/index.ts';
import { baseProperties } from '#server/platform/base-properties.ts';

export const organizationKinds = [
  'cooperative',
  'leading-enterprise',
  'family-farm',
  'centre',
  'unit',
  'union',
  'canteen',
  'office',
  'platform',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

const OrganizationSchema = defineEntity({
  name: 'Organization',
  tableName: 'organization',
  properties: {
    ...baseProperties,
    /** Short name in addresses and seeds: `furong-honey`. */
    code: p.string().unique(),
    kind: p.string().$type<OrganizationKind>(),
    /** Unified social credit code, 18 characters with check digit. */
    creditCode: p.string().unique().nullable(),
    name: p.json<LocalizedText>(),
    intro: p.json<LocalizedText>().nullable(),
    region: () => p.manyToOne(Region).ref().joinColumn('region_code'),
    phone: p.string().nullable(),
    /** Made up for the sample world; never shown as a real one. */
    sample: p.boolean().default(false),
  },
});

/** A cooperative, enterprise, work unit, union, office: whatever acts through its members. */
export class Organization extends OrganizationSchema.class {}
OrganizationSchema.setClass(Organization);
