import { addDays, businessDay, startOfDay } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import {
  authorize,
  type Ctx,
  recordChange,
  rowOf,
  rowsOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import type { DraftPromotion } from './contract.ts';

const BASIS_POINTS_PER_PERCENT = 100;

/**
 * Writes down what a promotion would promise, for somebody to open it. A clerk may do so for the seller he works for;
 * what the platform or an organization bears is the administrator's. Refuses unknown codes and a code that is taken.
 */
export async function draftPromotion(
  ctx: Ctx,
  input: DraftPromotion,
  wish: { sample?: boolean } = {},
): Promise<{ id: string }> {
  const organizationId = await organizationOf(ctx, input);
  authorize(ctx, 'promotions.manage', input.funderKind === 'seller' && organizationId ? { organizationId } : {});
  return transact(ctx, async (tx) => {
    const taken = await rowOf(tx, sql`select id from promotion where code = ${input.code}`);
    if (taken) throw new DomainError('conflict', 'promotions.code-taken');
    const id = uuidv7(tx.now);
    const scopeKeys = await scopeKeysOf(tx, input);
    const from = input.from ? startOfDay(businessDay(input.from)) : tx.now;
    const until = input.until ? startOfDay(addDays(businessDay(input.until), 1)) : null;
    if (until !== null && until <= from) throw new DomainError('invalid', 'promotions.already-over');
    const name = { 'zh-CN': input.name, ...(input.nameEn ? { en: input.nameEn } : {}) };
    await run(
      tx,
      sql`insert into promotion (id, code, automatic, name, funder_kind, organization_id, kind, basis_points, amount_fen,
            threshold_fen, scope, scope_keys, order_cap_fen, budget_fen, uses_max, uses_per_buyer, valid_from, valid_until,
            stacks, sample)
          values (${id}, ${input.code}, ${input.automatic}, ${JSON.stringify(name)}::jsonb, ${input.funderKind},
            ${organizationId}, ${input.kind},
            ${input.kind === 'percent' ? (input.percent ?? 0) * BASIS_POINTS_PER_PERCENT : null},
            ${input.kind === 'amount' ? (input.amount ?? null) : null}, ${input.threshold ?? 0}, ${input.scope},
            ${scopeKeys}::text[], ${input.orderCap ?? null}, ${input.budget ?? null}, ${input.usesMax ?? null},
            ${input.usesPerBuyer ?? null}, ${from}, ${until}, ${input.stacks}, ${wish.sample ?? false})`,
    );
    await recordChange(tx, { subject: 'promotion', subjectId: id, what: 'drafted', after: input });
    return { id };
  });
}

/** The seller or payer by its code; none for the platform. */
async function organizationOf(ctx: Ctx, input: DraftPromotion): Promise<string | null> {
  if (input.funderKind === 'platform') return null;
  const row = await rowOf<{ id: string }>(
    ctx,
    sql`select id from organization where code = ${input.organization ?? ''}`,
  );
  if (!row) throw new DomainError('not-found', 'promotions.organization-unknown');
  return row.id;
}

/** Sellers and products by their ids, families by their codes; a code nobody knows is refused by its name. */
async function scopeKeysOf(tx: Tx, { scope, scopeCodes }: DraftPromotion): Promise<string[]> {
  const codes = [...new Set(scopeCodes)];
  if (scope === 'all') return [];
  const known = await rowsOf<{ code: string; key: string }>(
    tx,
    scope === 'sellers'
      ? sql`select code, id::text as key from organization where code = any(${codes})`
      : scope === 'families'
        ? sql`select code, code as key from family where code = any(${codes})`
        : sql`select slug as code, id::text as key from product where slug = any(${codes})`,
  );
  const unknown = codes.find((code) => !known.some((row) => row.code === code));
  if (unknown !== undefined) throw new DomainError('not-found', 'promotions.scope-unknown', { code: unknown });
  return known.map((row) => row.key);
}
