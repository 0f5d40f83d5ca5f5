import { businessDay, isBusinessDay } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import {
  authorize,
  type Ctx,
  type RawBuilder,
  recordChange,
  rowOf,
  rowsOf,
  run,
  sql,
  transact,
} from '#server/platform/index.ts';
import type { AgreeSettlement, PayoutWay, SettlementCycle } from './contract.ts';
import { getHouseholdByCode } from './household-of.ts';

export type Agreement = { cycle: SettlementCycle; payer: string; cap: number; way: PayoutWay };

/**
 * The agreement of a household with an organization on a day, as a row to join laterally: what names the household goes
 * before what names only the organization, that before what is common; of equals the latest.
 */
export function agreementOn(
  day: string,
  householdId: RawBuilder<unknown>,
  organizationId: RawBuilder<unknown>,
): RawBuilder<Agreement> {
  return sql`select cycle, payer, deduction_cap_basis_points as cap, way from settlement_agreement
    where valid_from <= ${day}::date and (household_id is null or household_id = ${householdId})
      and (organization_id is null or organization_id = ${organizationId})
    order by household_id is null, organization_id is null, valid_from desc limit 1`;
}

/** Agrees how households are settled with from a day on. What was agreed before stays as it was until then. */
export async function agreeSettlement(ctx: Ctx, input: AgreeSettlement): Promise<void> {
  authorize(ctx, 'agreements.manage');
  if (!isBusinessDay(input.validFrom)) throw new DomainError('invalid', 'dues.no-such-day');
  const validFrom = businessDay(input.validFrom);
  const organizationId = input.organization && (await organizationIdOf(ctx, input.organization));
  const payer = input.payer === 'platform' ? 'platform' : await organizationIdOf(ctx, input.payer);
  const householdId = input.household && (await getHouseholdByCode(ctx, input.household)).id;
  await transact(ctx, async (tx) => {
    const written = await run(
      tx,
      sql`insert into settlement_agreement (organization_id, household_id, cycle, payer, deduction_cap_basis_points, way, valid_from)
          values (${organizationId}, ${householdId}, ${input.cycle}, ${payer}, ${input.deductionCapBasisPoints}, ${input.way},
            ${validFrom}) on conflict do nothing`,
    );
    if (written === 0) throw new DomainError('conflict', 'dues.agreed-already');
    await recordChange(tx, {
      subject: 'settlement-agreement',
      subjectId: householdId || organizationId || 'common',
      what: 'agreed',
      after: input,
    });
  });
}

/** How a household is to be settled with today by each organization it sells through; the common way where none is named. */
export function findAgreements(ctx: Ctx, code: string): Promise<(Agreement & { organization: string | null })[]> {
  authorize(ctx, 'dues.read');
  return rowsOf(
    ctx,
    sql`select seller.code as organization, agreed.* from household
        cross join lateral (
          select distinct pool.organization_id as id from share join pool on pool.id = share.pool_id
          where share.household_id = household.id union select null
        ) as sells left join organization as seller on seller.id = sells.id
        cross join lateral (${agreementOn(ctx.now.toISOString(), sql`household.id`, sql`sells.id`)}) as agreed
        where household.code = ${code} order by seller.code nulls first`,
  );
}

async function organizationIdOf(ctx: Ctx, code: string): Promise<string> {
  const row = await rowOf<{ id: string }>(ctx, sql`select id from organization where code = ${code}`);
  if (!row) throw new DomainError('not-found', 'dues.organization-unknown', { code });
  return row.id;
}
