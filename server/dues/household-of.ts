import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, rowOf, sql } from '#server/platform/index.ts';

export type HouseholdOf = { id: string; code: string; name: string; villageCode: string; village: LocalizedText };

/** A household by its public number, with where it lives. */
export async function getHouseholdByCode(ctx: Pick<Ctx, 'em'>, code: string): Promise<HouseholdOf> {
  const household = await rowOf<HouseholdOf>(
    ctx,
    sql`select household.id, household.code, household.name, household.village_code as "villageCode", village.name as village
        from household join region as village on village.code = household.village_code where household.code = ${code}`,
  );
  if (!household) throw new DomainError('not-found', 'households.unknown');
  return household;
}
