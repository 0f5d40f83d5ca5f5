import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, type RawBuilder, rowsOf, sql } from '#server/platform/index.ts';

export type AccountOwner = { code: string | null; name: LocalizedText };

/** Whose the account of a row is, by the kind of account: a household, an organization, or the buyer of an order. */
export const owner: RawBuilder<unknown> = sql`case
  when household.id is not null
    then jsonb_build_object('code', household.code, 'name', jsonb_build_object('zh-CN', household.name))
  when organization.id is not null then jsonb_build_object('code', organization.code, 'name', organization.name)
  when bought.id is not null
    then jsonb_build_object('code', bought.number, 'name', jsonb_build_object('zh-CN', bought.number)) end`;

/** What `owner` is read from; goes behind a `from` that has `account`. Each account is looked up under one kind's key. */
export const ownersOfAccount: RawBuilder<unknown> = sql`
  left join household on household.id = case when account.kind in ('household-earned', 'household-payable', 'household-paying')
    then account.owner_id::uuid end
  left join organization on organization.id = case
    when account.kind in ('seller-earned', 'packing', 'freight', 'deductions', 'promotion', 'bank', 'cash')
    then account.owner_id::uuid end
  left join trade_order as bought on bought.id = case when account.kind = 'buyer-credit' then account.owner_id::uuid end`;

/** The owners of accounts, by account code; an account without one is not among them. */
export async function findOwners(ctx: Ctx, codes: readonly string[]): Promise<Map<string, AccountOwner>> {
  const rows = await rowsOf<{ code: string; owner: AccountOwner | null }>(
    ctx,
    sql`select account.code, ${owner} as owner from account ${ownersOfAccount}
        where account.code = any(${[...codes]}::text[])`,
  );
  return new Map(rows.flatMap(({ code, owner: found }) => (found ? [[code, found]] : [])));
}
