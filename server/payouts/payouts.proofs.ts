import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

const RUN_GRACE_MINUTES = 30;

/** What must hold of payout runs, their transfers and what the bank was asked to pay. */
export const payoutsProofs: Proof[] = [
  proof(
    'payouts.runs-add-up',
    () => sql`select payout_run.number as "where", concat_ws('/', payout_run.transfers, payout_run.total_fen) as "found",
          concat_ws('/', sums.transfers, sums.fen) as "expected"
        from payout_run cross join lateral (
          select count(*) as transfers, coalesce(sum(amount_fen), 0) as fen from transfer
          where run_id = payout_run.id and state <> 'dropped'
        ) as sums where payout_run.transfers <> sums.transfers or payout_run.total_fen <> sums.fen`,
  ),
  proof(
    'payouts.one-live-transfer',
    () => sql`select statement.number as "where", count(*) as "found", 1 as "expected"
        from transfer join statement on statement.id = transfer.statement_id
        where transfer.state in ('prepared', 'approved', 'sent', 'unknown', 'paid')
        group by statement.number having count(*) > 1`,
  ),
  proof(
    'payouts.transfers-are-their-statements',
    () => sql`select transfer.number as "where", transfer.amount_fen::text as "found", statement.amount_fen::text as "expected"
        from transfer join statement on statement.id = transfer.statement_id
        where transfer.amount_fen <> statement.amount_fen or transfer.household_id <> statement.household_id
        union all
        select statement.number, 'statement ' || statement.state, 'transfer ' || coalesce(live.state, 'none')
        from statement left join transfer as live on live.statement_id = statement.id
          and live.state in ('approved', 'sent', 'unknown', 'paid')
        where statement.amount_fen > 0 and case statement.state
          when 'approved' then live.state is distinct from 'approved'
          when 'paying' then live.state is null or live.state not in ('sent', 'unknown')
          when 'paid' then live.state is distinct from 'paid'
          else live.id is not null end`,
  ),
  proof(
    'payouts.paid-is-in-the-ledger',
    () => sql`select transfer.number as "where", coalesce(booked.fen, 0) as "found",
          case transfer.state when 'paid' then transfer.amount_fen else 0 end as "expected"
        from transfer left join lateral (
          select -sum(posting.amount) as fen from posting join account on account.id = posting.account_id
          where account.kind in ('bank', 'cash') and posting.detail = transfer.id::text
            and posting.entry_id in (select id from entry
              where reference in (transfer.run_id::text, transfer.statement_id::text) and kind in ('payout-results', 'cash-paid'))
        ) as booked on true
        where coalesce(booked.fen, 0) <> case transfer.state when 'paid' then transfer.amount_fen else 0 end`,
  ),
  proof(
    'payouts.no-line-twice',
    () => sql`select coalesce(due_line.allocation_id, due_line.id) || ' ' || due_line.kind as "where",
          string_agg(transfer.number, ' ') as "found", 'one transfer' as "expected"
        from due_line join transfer on transfer.statement_id = due_line.statement_id
        where transfer.state in ('prepared', 'approved', 'sent', 'unknown', 'paid') and due_line.kind in ('sale', 'advance')
        group by coalesce(due_line.allocation_id, due_line.id), due_line.kind having count(*) > 1`,
  ),
  proof(
    'payouts.moves-are-states',
    () => sql`select transfer.number as "where", transfer.state as "found", last.to_state as "expected"
        from transfer left join transfer_move as last on last.transfer_id = transfer.id and last.seq = transfer.move_seq
        where transfer.state is distinct from last.to_state
        union all
        select payout_run.number, payout_run.state, last.to_state
        from payout_run left join payout_run_move as last on last.run_id = payout_run.id and last.seq = payout_run.move_seq
        where payout_run.state is distinct from last.to_state`,
  ),
  proof(
    'payouts.runs-are-finished',
    (now) => sql`select number as "where", 'assembling since ' || made_at as "found", 'assembled' as "expected"
        from payout_run where state = 'assembling'
          and made_at < ${now}::timestamptz - make_interval(mins => ${RUN_GRACE_MINUTES})`,
  ),
];
