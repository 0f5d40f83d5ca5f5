import { families, familyKeys } from '#seed/demo/families.ts';
import { households } from '#seed/demo/households.ts';
import { organizations, type OrganizationKind as SampleKind } from '#seed/demo/organizations.ts';
import { buyers, type SampleBuyer } from '#seed/demo/people.ts';
import { produce, type SampleProduce } from '#seed/demo/produce.ts';
import { villages } from '#seed/demo/villages.ts';
import { addFamily, addProduce } from '#server/catalog/index.ts';
import { consentToStory, registerHousehold } from '#server/households/index.ts';
import { addMinutes } from '#server/kernel/calendar.ts';
import { present } from '#server/kernel/errors.ts';
import { foundOrganization, type OrganizationKind } from '#server/people/index.ts';
import { addVillage, townships } from '#server/places/index.ts';
import { openLocation } from '#server/stock/index.ts';
import type { DemoWorld } from './demo-world.ts';
import type { Stage } from './stage.ts';

/** A hundred years: what does not spoil still needs a day to be drawn by. */
const NEVER_SPOILS_DAYS = 36_500;
const MONTHS = 12;

const kindOfSeller: Record<SampleKind, OrganizationKind> = {
  cooperative: 'cooperative',
  'leading-enterprise': 'leading-enterprise',
  'family-farm': 'family-farm',
  'exhibition-centre': 'centre',
  platform: 'platform',
};
const kindOfBuyer: Record<SampleBuyer['kind'], OrganizationKind> = {
  unit: 'unit',
  union: 'union',
  'county-office': 'office',
};

/** Villages, shelves, produce, organizations with their stores, households: what stands before anything is traded. */
export async function loadGround(stage: Stage, world: DemoWorld): Promise<void> {
  await loadCatalog(stage, world);
  for (const { code, name, about } of villages) {
    await addVillage(stage.at(world.foundedAt), { code, name, intro: about });
  }
  await loadOrganizations(stage, world);
  for (const [index, household] of households.entries()) {
    const ctx = stage.at(addMinutes(world.foundedAt, index));
    const { code, villageCode, name, phone, bankCard, consent, story } = household;
    const { id } = await registerHousehold(ctx, {
      code,
      villageCode,
      name: name['zh-CN'],
      phone,
      bankCard,
      sample: true,
    });
    world.households.add(code, id);
    if (consent) await consentToStory(ctx, id, story);
  }
}

async function loadCatalog(stage: Stage, world: DemoWorld): Promise<void> {
  const ctx = stage.at(world.foundedAt);
  for (const [index, code] of familyKeys.entries()) {
    await addFamily(ctx, { code, position: index + 1, name: families[code] });
  }
  for (const one of produce) {
    const { id } = await addProduce(ctx, {
      code: one.code,
      family: one.family,
      name: one.name,
      baseUnit: one.baseUnit,
      originCode: one.origin,
      seasonMonths: monthsOf(one),
      shelfDays: one.shelfLifeDays ?? NEVER_SPOILS_DAYS,
      perishable: one.perishable,
      certificateNeeded: one.needsCertificate,
      licenceNeeded: one.needsFoodLicence,
      storage: one.storage,
      geographicalIndication: one.geographicalIndication?.['zh-CN'] ?? null,
    });
    world.produce.add(one.code, id);
  }
}

/** From the first month to the last, perhaps over the turn of the year. What is made all year is of no season. */
function monthsOf({ harvestMonths: [first, last] }: SampleProduce): number[] {
  const count = ((last - first + MONTHS) % MONTHS) + 1;
  if (count === MONTHS) return [];
  return Array.from({ length: count }, (_, index) => ((first - 1 + index) % MONTHS) + 1);
}

async function loadOrganizations(stage: Stage, world: DemoWorld): Promise<void> {
  for (const seller of organizations) {
    const { id } = await foundOrganization(stage.at(world.foundedAt), {
      code: seller.key,
      kind: kindOfSeller[seller.kind],
      creditCode: seller.creditCode,
      name: seller.name,
      intro: seller.introduction,
      regionCode: seller.townshipCode,
      phone: seller.contactPhone,
      sample: true,
    });
    world.organizations.add(seller.key, id);
    if (seller.gathers.length === 0) continue;
    const town = present(
      townships.find(({ code }) => code === seller.townshipCode),
      'the township of a seller',
    ).name;
    const location = await openLocation(stage.at(world.foundedAt), {
      organizationId: id,
      regionCode: seller.townshipCode,
      name: { 'zh-CN': `${town['zh-CN']}库房`, en: `Store in ${town.en}` },
    });
    world.locations.add(seller.key, location.id);
  }
  for (const { key, kind, name, regionCode } of buyers) {
    const ctx = stage.at(world.foundedAt);
    const rest = { creditCode: null, intro: null, phone: null, sample: true };
    const { id } = await foundOrganization(ctx, { code: key, kind: kindOfBuyer[kind], name, regionCode, ...rest });
    world.organizations.add(key, id);
  }
}
