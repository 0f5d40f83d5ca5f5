/** What could be done behind the software's back to money on its way to households, and the proof that must say so. */
export type SettlementDamage = { proof: string; done: string; sql: string };

export const settlementDamages: readonly SettlementDamage[] = [
  {
    proof: 'dues.payable-is-in-the-ledger',
    done: 'somebody is owed a fen more',
    sql: `update due_line set amount_fen = amount_fen + 1 where state = 'accrued'`,
  },
  {
    proof: 'dues.paying-is-in-the-ledger',
    done: 'money at the bank is said to be agreed only',
    sql: `update due_line set state = 'confirmed' where state = 'paying'`,
  },
  {
    proof: 'dues.matured-is-in-the-ledger',
    done: 'a matured sale is removed',
    sql: `delete from due_line where state = 'accrued'`,
  },
  {
    proof: 'dues.sales-are-their-lines',
    done: 'a line says a fen more than its sale',
    sql: `update due_line set amount_fen = amount_fen + 1 where state = 'paid'`,
  },
  {
    proof: 'dues.fund-is-in-the-ledger',
    done: 'somebody puts a fen into the fund',
    sql: 'update revolving_fund set balance_fen = balance_fen + 1',
  },
  {
    proof: 'dues.sweep-ran',
    done: 'the sweep stood still while a claim window ended',
    sql: `insert into heartbeat (name, last_at, due_at) values ('orders.lapse', now(), 'infinity');
      update parcel set matured_at = null`,
  },
  {
    proof: 'dues.sweep-ran',
    done: 'the sweep left no sign of life',
    sql: `insert into heartbeat (name, last_at, due_at) values ('dues.mature', '2026-06-01', '2026-06-01T03:00:00Z')`,
  },
  {
    proof: 'statements.add-up',
    done: 'a statement pays a fen more than its lines',
    sql: `update statement set amount_fen = amount_fen + 1 where state = 'paid'`,
  },
  {
    proof: 'statements.lines-go-with-them',
    done: 'a line is paid before its statement',
    sql: `update due_line set state = 'paid' where state = 'paying'`,
  },
  {
    proof: 'statements.moves-are-states',
    done: 'a statement is paid and nobody moved it',
    sql: `update statement set state = 'paid' where state = 'paying'`,
  },
  {
    proof: 'statements.silence-is-heard',
    done: 'a statement waits for ever',
    sql: `insert into heartbeat (name, last_at, due_at) values ('orders.lapse', now(), 'infinity');
      update statement set state = 'stated', answered_at = null, answered_by = null, answer_until = '2026-01-01'`,
  },
  {
    proof: 'payouts.runs-add-up',
    done: 'a run is said to pay a fen more',
    sql: 'update payout_run set total_fen = total_fen + 1',
  },
  {
    proof: 'payouts.one-live-transfer',
    done: 'a statement is paid by two transfers',
    sql: `drop index transfer_live;
      update transfer set statement_id = (select id from statement order by id limit 1)`,
  },
  {
    proof: 'payouts.transfers-are-their-statements',
    done: 'a transfer pays another amount than its statement',
    sql: `update transfer set amount_fen = amount_fen + 1 where state = 'paid'`,
  },
  {
    proof: 'payouts.transfers-are-their-statements',
    done: 'a transfer is lost',
    sql: `delete from transfer where state = 'unknown'`,
  },
  {
    proof: 'payouts.paid-is-in-the-ledger',
    done: 'a transfer is said to be paid',
    sql: `update transfer set state = 'paid' where state = 'unknown'`,
  },
  {
    proof: 'payouts.no-line-twice',
    done: 'a sale stands on two statements that are paid',
    sql: `drop index due_line_once_per_allocation;
      update due_line set allocation_id = (select allocation_id from due_line where statement_id is not null order by id limit 1)
      where statement_id is not null`,
  },
  {
    proof: 'payouts.moves-are-states',
    done: 'a transfer failed and nobody moved it',
    sql: `update transfer set state = 'failed' where state = 'unknown'`,
  },
  {
    proof: 'payouts.moves-are-states',
    done: 'a run is settled and nobody moved it',
    sql: `update payout_run set state = 'settled'`,
  },
  {
    proof: 'payouts.runs-are-finished',
    done: 'a run was left half made',
    sql: `update payout_run set state = 'assembling', approved_by = null, made_at = '2026-06-01T03:00:00Z'`,
  },
];
