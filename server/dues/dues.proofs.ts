import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';
import { isProposed } from './counted.ts';
import { hasOpenClaim } from './open-claims.ts';

const SWEEP_GRACE_MINUTES = 60;

const ledgerOf = (kind: string) => sql`
  select account.owner_id, -sum(posting.amount) as fen from account join posting on posting.account_id = account.id
  where account.kind = ${kind} group by account.owner_id`;

/** What must hold of what households are owed. */
export const duesProofs: Proof[] = [
  proof(
    'dues.payable-is-in-the-ledger',
    () => sql`select household.code as "where", coalesce(ledger.fen, 0) as "found", coalesce(owed.fen, 0) as "expected"
        from household
        left join (${ledgerOf('household-payable')}) as ledger on ledger.owner_id = household.id::text
        left join (
          select household_id, sum(amount_fen) as fen from due_line
          where state in ('accrued', 'stated', 'objected', 'confirmed', 'failed') and not ${isProposed} group by household_id
        ) as owed on owed.household_id = household.id
        where coalesce(ledger.fen, 0) <> coalesce(owed.fen, 0)`,
  ),
  proof(
    'dues.paying-is-in-the-ledger',
    () => sql`select household.code as "where", coalesce(ledger.fen, 0) as "found", coalesce(owed.fen, 0) as "expected"
        from household
        left join (${ledgerOf('household-paying')}) as ledger on ledger.owner_id = household.id::text
        left join (
          select household_id, sum(amount_fen) as fen from due_line where state in ('approved', 'paying') group by household_id
        ) as owed on owed.household_id = household.id
        where coalesce(ledger.fen, 0) <> coalesce(owed.fen, 0)`,
  ),
  proof(
    'dues.matured-is-in-the-ledger',
    () => sql`select household.code as "where", coalesce(ledger.fen, 0) as "found", coalesce(matured.fen, 0) as "expected"
        from household
        left join (
          select account.owner_id, sum(posting.amount) as fen from entry join posting on posting.entry_id = entry.id
          join account on account.id = posting.account_id
          where entry.kind = 'maturity' and account.kind = 'household-earned' group by account.owner_id
        ) as ledger on ledger.owner_id = household.id::text
        left join (
          select household_id, sum(amount_fen) as fen from due_line where kind in ('sale', 'return') group by household_id
        ) as matured on matured.household_id = household.id
        where coalesce(ledger.fen, 0) <> coalesce(matured.fen, 0)`,
  ),
  proof(
    'dues.sales-are-their-lines',
    () => sql`select trade_order.number || ' ' || parcel.number as "where", coalesce(lines.fen, 0) as "found",
          allocation.household_fen - allocation.unearned_fen + coalesce(waiting.fen, 0) as "expected"
        from parcel join allocation on allocation.parcel_id = parcel.id join trade_order on trade_order.id = parcel.order_id
        left join lateral (
          select sum(amount_fen) as fen from due_line where allocation_id = allocation.id and kind in ('sale', 'return')
        ) as lines on true
        left join lateral (
          select sum(fen) as fen from refund_share where allocation_id = allocation.id and netted_at is null
        ) as waiting on true
        where parcel.matured_at is not null and allocation.earned_at is not null
          and coalesce(lines.fen, 0) <> allocation.household_fen - allocation.unearned_fen + coalesce(waiting.fen, 0)`,
  ),
  proof(
    'dues.fund-is-in-the-ledger',
    () => sql`select code as "where", balance_fen as "found", ledger.fen as "expected"
        from revolving_fund cross join (
          select coalesce(-sum(posting.amount), 0) as fen from account join posting on posting.account_id = account.id
          where account.kind = 'revolving-fund'
        ) as ledger where balance_fen <> ledger.fen`,
  ),
  proof(
    'dues.sweep-ran',
    (
      now,
    ) => sql`select parcel.number as "where", 'claim over since ' || parcel.claim_until as "found", 'payable' as "expected"
        from parcel
        where state = 'delivered' and matured_at is null and exists (select from heartbeat)
          and claim_until < ${now}::timestamptz - make_interval(mins => ${SWEEP_GRACE_MINUTES})
          and not ${hasOpenClaim(now, sql`parcel.id`)}
        union all
        select name, 'last ran ' || last_at, 'by ' || due_at from heartbeat where name = 'dues.mature' and due_at < ${now}`,
  ),
];
