import { present } from '#server/kernel/errors.ts';
import { authorize, type Ctx, can, rowOf, rowsOf, sql } from '#server/platform/index.ts';
import { payable } from './assemble-payout.ts';
import type { SettlementWaitingView } from './contract.ts';

const LISTED_MAX = 20;

/** What of settlement waits for this reader: runs that somebody else made, objections, and what could be paid. */
export async function findSettlementWaiting(ctx: Ctx): Promise<SettlementWaitingView> {
  authorize(ctx, 'books.read');
  const due = await rowOf<SettlementWaitingView['payable']>(
    ctx,
    sql`select count(*)::int as statements, coalesce(sum(amount_fen), 0)::bigint as amount, min(answered_at) as since
        from statement join household on household.id = statement.household_id where ${payable}`,
  );
  return {
    runs: can(ctx.actor, 'payouts.approve')
      ? await rowsOf(
          ctx,
          sql`select number, transfers, total_fen as total, coalesce(person.name, made_by) as "madeBy", made_at as since
              from payout_run left join user_account as person on person.id = made_by
              where state = 'assembled' and made_by <> ${ctx.actor.id ?? ''} order by made_at limit ${LISTED_MAX}`,
        )
      : [],
    objections: can(ctx.actor, 'objections.resolve')
      ? await rowsOf(
          ctx,
          sql`select objection.id, household.name as household, statement.number as statement, objection.made_at as since
              from objection join statement on statement.id = objection.statement_id
              join household on household.id = statement.household_id
              where objection.state = 'open' order by objection.made_at limit ${LISTED_MAX}`,
        )
      : [],
    payable: present(due, 'the sum of what can be paid'),
  };
}
