import { formatYuan } from '#server/kernel/money.ts';
import { type Ctx, rowsOf, sql } from '#server/platform/index.ts';
import type { Story } from './story.ts';

/** An account of a story by its kind and whose it is. `owed` is what we owe to them; below zero they owe us. */
export type Balance = { kind: string; owner: string; owed: number };

const kinds: Record<string, { zh: string; en: string }> = {
  clearing: { zh: '待结算收款', en: 'taken in by' },
  'household-earned': { zh: '到户货款', en: 'household' },
  'seller-earned': { zh: '合作社所得', en: 'seller' },
  packing: { zh: '包装', en: 'packing of' },
  freight: { zh: '运费', en: 'freight of' },
  'platform-fee': { zh: '平台服务费', en: 'platform fee' },
  promotion: { zh: '优惠出资', en: 'discounts borne by' },
  'buyer-credit': { zh: '待退买家', en: 'owed back to the buyer of' },
  'household-payable': { zh: '应付农户', en: 'payable to household' },
  'household-paying': { zh: '银行付款中', en: 'at the bank for household' },
  deductions: { zh: '农户同意代扣', en: 'kept, as agreed, for' },
  bank: { zh: '银行已付出', en: 'paid out by the bank' },
};

/** All balances in the ledger that are not zero, with the codes of whom they belong to. */
export function balances(ctx: Ctx): Promise<Balance[]> {
  return rowsOf<Balance>(
    ctx,
    sql`select account.kind, coalesce(household.code, organization.code, trade_order.number, account.owner_id, '') as owner,
          -sum(posting.amount)::bigint as owed
        from posting join account on account.id = posting.account_id
        left join household on household.id::text = account.owner_id
        left join organization on organization.id::text = account.owner_id
        left join trade_order on trade_order.id::text = account.owner_id
        group by 1, 2 having sum(posting.amount) <> 0 order by account.kind, owner`,
  );
}

export type Posted = { kind: string; owner: string; amount: number };

/** The postings of one entry in the order they were written. */
export function postingsOf(ctx: Ctx, entryKey: string): Promise<Posted[]> {
  return rowsOf<Posted>(
    ctx,
    sql`select account.kind, coalesce(household.code, organization.code, account.owner_id, '') as owner, posting.amount
        from entry join posting on posting.entry_id = entry.id join account on account.id = posting.account_id
        left join household on household.id::text = account.owner_id
        left join organization on organization.id::text = account.owner_id
        where entry.key = ${entryKey} order by posting.id`,
  );
}

/** Tells every balance in yuan, and that they sum to nothing. */
export function tellBalances(story: Story, found: readonly Balance[]): void {
  for (const { kind, owner, owed } of found) story.seen(`${nameOf(kind, owner)}  ${formatYuan(owed)}`);
  const sum = found.reduce((total, { owed }) => total + owed, 0);
  story.expect('the sum of all balances', sum, 0);
  story.seen(`合计 / all together  ${formatYuan(sum)}`);
}

export function tellPostings(story: Story, posted: readonly Posted[]): void {
  for (const { kind, owner, amount } of posted) {
    story.seen(`${formatYuan(amount).padStart(9)}  ${nameOf(kind, owner)}`);
  }
}

function nameOf(kind: string, owner: string): string {
  const name = kinds[kind] ?? { zh: kind, en: kind };
  return `${name.zh} / ${name.en}${owner && ` ${owner}`}`;
}
