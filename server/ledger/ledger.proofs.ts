import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';
import { balanceAsJson } from './trial-balance.ts';

/** What must hold of the ledger, whatever it is used for. */
export const ledgerProofs: Proof[] = [
  proof(
    'ledger.entry-balances',
    () => sql`select e.key as "where", sum(p.amount) as "found", 0 as "expected"
        from entry e join posting p on p.entry_id = e.id group by e.key having sum(p.amount) <> 0`,
  ),
  proof(
    'ledger.entry-has-postings',
    () => sql`select e.key as "where", count(p.id) as "found", 2 as "expected"
        from entry e left join posting p on p.entry_id = e.id group by e.key having count(p.id) < 2`,
  ),
  proof(
    'ledger.closed-months-stand',
    () => sql`select month as "where", md5(now.balance::text) as "found", md5(period.balance::text) as "expected"
        from accounting_period period
        cross join lateral (select ${balanceAsJson(sql`period.starts_at`, sql`period.ends_at`)} as balance) now
        where now.balance <> period.balance`,
  ),
];
