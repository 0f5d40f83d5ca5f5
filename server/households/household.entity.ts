import { defineEntity, p } from '@mikro-orm/postgresql';
import type { LocalizedText } from '#server/kernel/text.ts';
import { Region } from '#server/places/index.ts';
import { baseProperties } from '#server/platform/base-properties.ts';

const HouseholdSchema = defineEntity({
  name: 'Household',
  tableName: 'household',
  properties: {
    ...baseProperties,
    /** The public number on its page and labels: `NP-0042`. */
    code: p.string().unique(),
    village: () => p.manyToOne(Region).ref().joinColumn('village_code'),
    /** The head's full name: never leaves the offices that work with the household. */
    name: p.string(),
    maskedName: p.string(),
    story: p.json<LocalizedText>().nullable(),
    /** Without consent the public sees the masked name and the village, and no story. */
    storyConsentAt: p.datetime().columnType('timestamptz').nullable(),
    phoneSealed: p.blob().nullable().lazy(),
    /** The same phone gives the same token: by it an account that has proven its phone finds its household. */
    phoneToken: p.string().nullable().lazy(),
    bankCardSealed: p.blob().nullable().lazy(),
    bankCardTail: p.string().nullable(),
    sample: p.boolean().default(false),
  },
});

/** A farming household: whose produce is sold, and to whom the money goes. */
export class Household extends HouseholdSchema.class {}
HouseholdSchema.setClass(Household);
