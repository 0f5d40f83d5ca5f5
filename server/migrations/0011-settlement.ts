import { Migration } from '@mikro-orm/migrations';

/**
 * The way of household money from earned to paid. A due line says what a household is owed or owes and why; a statement
 * gathers the lines of a period and is answered by the household; a payout run, made by one person and approved by
 * another, turns statements into transfers; what the bank says moves the money, and a returned transfer opens it again.
 * The common agreement and the days to answer are dated starting values without a public source. What was paid is not
 * changed any more: triggers refuse it to everybody, whatever the code does.
 */
export class Settlement extends Migration {
  override up(): void {
    this.addSql(agreements);
    this.addSql(statements);
    this.addSql(dues);
    this.addSql(objections);
    this.addSql(payouts);
    this.addSql(immutability);
  }
}

const agreements = `
create table settlement_agreement (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  -- Null: of every organization, of every household. What names more goes before what names less.
  organization_id uuid references organization,
  household_id uuid references household,
  cycle text not null check (cycle in ('weekly', 'ten-days', 'month')),
  -- 'platform', or the id of the organization that pays households itself.
  payer text not null,
  deduction_cap_basis_points int not null check (deduction_cap_basis_points between 0 and 10000),
  way text not null check (way in ('bank', 'cash')),
  valid_from date not null,
  unique nulls not distinct (organization_id, household_id, valid_from)
);
insert into settlement_agreement (cycle, payer, deduction_cap_basis_points, way, valid_from)
  values ('ten-days', 'platform', 3000, 'bank', '2020-01-01');

create table settlement_rule (
  valid_from date primary key,
  -- How long a household may answer a statement; silence for so long counts as agreed, without deductions.
  answer_days int not null check (answer_days between 1 and 60),
  -- A statement nobody paid for so long after it was agreed is overdue.
  overdue_days int not null check (overdue_days between 1 and 365)
);
insert into settlement_rule values ('2020-01-01', 3, 5);
`;

const statements = `
create table statement (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  number text not null unique,
  access_code text not null unique,
  access_key text not null unique,
  household_id uuid not null references household,
  payer text not null,
  cycle text not null check (cycle in ('weekly', 'ten-days', 'month')),
  way text not null check (way in ('bank', 'cash')),
  deduction_cap_basis_points int not null,
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  amount_fen bigint not null check (amount_fen >= 0),
  state text not null check (state in ('stated', 'confirmed', 'objected', 'approved', 'paying', 'paid', 'failed')),
  move_seq int not null default 1,
  made_at timestamptz not null,
  answer_until timestamptz not null,
  answered_at timestamptz,
  answered_by text check (answered_by in ('household', 'helper', 'silence')),
  unique (household_id, payer, cycle, way, period_to),
  check ((state = 'stated') = (answered_at is null) and (answered_at is null) = (answered_by is null))
);
create index statement_state on statement (state, payer, id);
create index statement_household on statement (household_id, period_to desc);
create index statement_silent on statement (answer_until) where state = 'stated';

create table statement_move (
  statement_id uuid not null references statement,
  seq int not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id text,
  at timestamptz not null,
  primary key (statement_id, seq)
);
create trigger statement_move_append_only before update or delete on statement_move for each row execute function refuse_change();
`;

const dues = `
create index parcel_unmatured on parcel (id) where matured_at is null and state in ('to-pack', 'packing', 'partly-shipped', 'shipped', 'delivered');

create table deduction (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  household_id uuid not null references household,
  organization_id uuid not null references organization,
  what text not null check (what in ('seed', 'packing', 'other')),
  amount_fen bigint not null check (amount_fen > 0),
  note text not null,
  actor_id text,
  proposed_at timestamptz not null
);

create table revolving_fund (
  code text primary key,
  -- Never below zero: what is not in the fund cannot be lent.
  balance_fen bigint not null check (balance_fen >= 0)
);
insert into revolving_fund values ('common', 0);

create table advance (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  key text not null unique,
  household_id uuid not null references household,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  actor_id text,
  given_at timestamptz not null
);

create table due_line (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  household_id uuid not null references household,
  organization_id uuid references organization,
  kind text not null check (kind in ('sale', 'return', 'deduction', 'advance', 'advance-repaid', 'adjustment')),
  amount_fen bigint not null check (amount_fen <> 0),
  order_id uuid references trade_order,
  parcel_id uuid references parcel,
  allocation_id uuid references allocation,
  refund_id uuid references refund,
  deduction_id uuid references deduction,
  advance_id uuid references advance,
  objection_id uuid,
  note text,
  -- The rest of a line of which a statement could take only a part.
  split_from uuid references due_line,
  arose_on date not null,
  statement_id uuid references statement,
  state text not null check (state in
    ('accrued', 'stated', 'objected', 'confirmed', 'approved', 'paying', 'paid', 'failed', 'dropped')),
  constraint due_line_sign check (case kind when 'sale' then amount_fen > 0 when 'advance' then amount_fen > 0
    when 'adjustment' then true else amount_fen < 0 end),
  constraint due_line_on_a_statement check ((statement_id is null) = (state in ('accrued', 'objected', 'dropped')))
);
create unique index due_line_once_per_allocation on due_line (allocation_id, kind)
  where kind in ('sale', 'advance', 'advance-repaid') and split_from is null;
create unique index due_line_once_per_return on due_line (refund_id, allocation_id) where kind = 'return' and split_from is null;
create index due_line_allocation on due_line (allocation_id);
create index due_line_accrued on due_line (household_id, arose_on, id) where state = 'accrued';
create index due_line_statement on due_line (statement_id) where statement_id is not null;
create index due_line_household on due_line (household_id, arose_on desc, id desc);
create index due_line_advanced on due_line (allocation_id) where kind = 'advance';
`;

const objections = `
create table objection (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  statement_id uuid not null references statement,
  reason text not null,
  made_by text not null check (made_by in ('household', 'helper')),
  actor_id text,
  made_at timestamptz not null,
  state text not null check (state in ('open', 'resolved')),
  outcome text check (outcome in ('kept', 'corrected')),
  resolution text,
  resolved_by text,
  resolved_at timestamptz,
  check ((state = 'resolved') = (outcome is not null and resolution is not null and resolved_at is not null))
);
create unique index objection_open on objection (statement_id) where state = 'open';
create index objection_waiting on objection (made_at) where state = 'open';

create table objection_line (
  objection_id uuid not null references objection,
  due_line_id uuid not null references due_line,
  primary key (objection_id, due_line_id)
);
create index objection_line_due on objection_line (due_line_id);
create trigger objection_line_append_only before update or delete on objection_line for each row execute function refuse_change();
alter table due_line add foreign key (objection_id) references objection;
`;

const payouts = `
create table payout_run (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  number text not null unique,
  key text not null unique,
  payer text not null,
  state text not null check (state in ('assembling', 'assembled', 'approved', 'exported', 'settled', 'rejected')),
  move_seq int not null default 1,
  -- How many statements waited when it was begun; the bar that shows how far it is.
  planned int not null check (planned >= 0),
  transfers int not null default 0 check (transfers >= 0),
  total_fen bigint not null default 0 check (total_fen >= 0),
  made_by text not null,
  made_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  file_sha256 text check (file_sha256 ~ '^[0-9a-f]{64}$'),
  exported_at timestamptz,
  constraint payout_run_second_person check (approved_by is null or approved_by <> made_by),
  constraint payout_run_approved check ((state in ('approved', 'exported', 'settled')) = (approved_by is not null)),
  constraint payout_run_exported check (state not in ('exported', 'settled') or file_sha256 is not null)
);
create index payout_run_assembling on payout_run (id) where state = 'assembling';

create table payout_run_move (
  run_id uuid not null references payout_run,
  seq int not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id text,
  at timestamptz not null,
  primary key (run_id, seq)
);
create trigger payout_run_move_append_only before update or delete on payout_run_move for each row execute function refuse_change();

create table transfer (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  number text not null unique,
  -- Null: in cash, at once.
  run_id uuid references payout_run,
  statement_id uuid not null references statement,
  household_id uuid not null references household,
  payer text not null,
  way text not null check (way in ('bank', 'cash')),
  amount_fen bigint not null check (amount_fen > 0),
  -- A snapshot: to whom and to which card, so that the file comes out the same however often it is made.
  payee text not null,
  card_sealed bytea,
  card_tail text,
  witnesses text[],
  photo_id uuid references file,
  state text not null check (state in ('prepared', 'approved', 'sent', 'unknown', 'paid', 'failed', 'returned', 'dropped')),
  move_seq int not null default 1,
  bank_reason text,
  paid_at timestamptz,
  constraint transfer_bank check (way <> 'bank' or (run_id is not null and card_sealed is not null)),
  constraint transfer_cash check (way <> 'cash' or (run_id is null and photo_id is not null and array_length(witnesses, 1) = 2
    and witnesses[1] <> witnesses[2]))
);
-- The claim on a statement: whoever comes second finds it taken.
create unique index transfer_live on transfer (statement_id) where state in ('prepared', 'approved', 'sent', 'unknown', 'paid');
create index transfer_run on transfer (run_id, number);
create index transfer_statement on transfer (statement_id);
create index transfer_household on transfer (household_id, id desc);

create table transfer_move (
  transfer_id uuid not null references transfer,
  seq int not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id text,
  at timestamptz not null,
  primary key (transfer_id, seq)
);
create trigger transfer_move_append_only before update or delete on transfer_move for each row execute function refuse_change();

create table payout_import (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  run_id uuid not null references payout_run,
  sha256 text not null,
  file_name text not null,
  rows int not null,
  changed int not null,
  actor_id text,
  at timestamptz not null
);
create index payout_import_run on payout_import (run_id, at);
`;

const immutability = `
-- Of what was paid only one thing can still happen: the bank returns it.
create function refuse_change_of_paid() returns trigger language plpgsql as $$
declare
  state_only bool;
  of_statement uuid;
begin
  if old.state <> 'paid' then
    return case tg_op when 'DELETE' then old else new end;
  end if;
  if tg_op = 'UPDATE' then
    state_only := (to_jsonb(new) - array['state', 'move_seq', 'bank_reason']) = (to_jsonb(old) - array['state', 'move_seq', 'bank_reason']);
    if tg_table_name = 'transfer' then
      if state_only and new.state = 'returned' then return new; end if;
    elsif state_only and new.state = 'failed' then
      of_statement := case tg_table_name when 'statement' then old.id else (to_jsonb(old) ->> 'statement_id')::uuid end;
      if exists (select from transfer where statement_id = of_statement and state = 'returned')
        and not exists (select from transfer where statement_id = of_statement and state = 'paid') then
        return new;
      end if;
    end if;
  end if;
  raise exception 'what was paid is never changed: % %', tg_table_name, old.id using errcode = 'restrict_violation';
end $$;
create trigger statement_paid before update or delete on statement for each row execute function refuse_change_of_paid();
create trigger due_line_paid before update or delete on due_line for each row execute function refuse_change_of_paid();
create trigger transfer_paid before update or delete on transfer for each row execute function refuse_change_of_paid();

-- What a household was owed stays what it was owed: a correction is a line of its own. A line is only ever cut in two.
create function refuse_due_line_rewrite() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - array['state', 'statement_id', 'amount_fen']) <> (to_jsonb(old) - array['state', 'statement_id', 'amount_fen'])
    or (new.amount_fen <> old.amount_fen and not (old.state = 'accrued' and old.amount_fen < new.amount_fen and new.amount_fen < 0)) then
    raise exception 'a due line is never rewritten; write a new one that corrects' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger due_line_stays before update on due_line for each row execute function refuse_due_line_rewrite();
create function refuse_due_line_removal() returns trigger language plpgsql as $$
begin
  raise exception 'a due line is never removed' using errcode = 'restrict_violation';
end $$;
create trigger due_line_kept before delete on due_line for each row execute function refuse_due_line_removal();
`;
