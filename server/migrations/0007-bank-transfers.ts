import { Migration } from '@mikro-orm/migrations';

/**
 * Money that comes by bank transfer under a remittance code, and cash taken at a counter. A statement is kept as it was
 * handed in; each of its incoming lines is one row for ever, by the bank's serial number. What a line pays for is told by
 * matches, which are only added: taking one back is a match below zero. How long goods are held for a transfer is a dated
 * rule without a public source.
 */
export class BankTransfers extends Migration {
  override up(): void {
    this.addSql(remittances);
    this.addSql(statements);
    this.addSql(credits);
    this.addSql(cash);
  }
}

const remittances = `
create table remittance (
  payment_id uuid primary key references payment,
  code text not null unique check (code ~ '^QX[2-9A-HJKMNP-TV-Z]{8}$'),
  -- What has come under the code so far: the sum of its matches.
  received_fen bigint not null default 0 check (received_fen >= 0),
  opened_at timestamptz not null
);
create index remittance_part on remittance (payment_id) where received_fen > 0;

create table transfer_hold_rule (
  buyer_kind text not null check (buyer_kind in ('shopper', 'unit')),
  valid_from date not null,
  -- How long the goods are held on from each part of a transfer that comes.
  part_hours int not null check (part_hours between 1 and 2160),
  primary key (buyer_kind, valid_from)
);
insert into transfer_hold_rule (buyer_kind, valid_from, part_hours) values
  ('shopper', '2020-01-01', 48),
  ('unit', '2020-01-01', 168);
`;

const statements = `
create table bank_statement (
  id uuid primary key,
  created_at timestamptz not null default now(),
  filename text not null,
  bytes bytea not null,
  sha256 text not null,
  state text not null default 'draft' check (state in ('draft', 'imported')),
  -- Which column says what, where a person chose it.
  mapping jsonb,
  uploaded_by text,
  uploaded_at timestamptz not null,
  imported_by text,
  imported_at timestamptz,
  lines int,
  check ((state = 'imported') = (imported_at is not null and lines is not null))
);
create index bank_statement_latest on bank_statement (uploaded_at desc);

create table bank_line (
  id uuid primary key,
  created_at timestamptz not null default now(),
  statement_id uuid not null references bank_statement,
  row int not null,
  serial text not null unique,
  day date not null,
  amount_fen bigint not null check (amount_fen > 0),
  payer_name text not null,
  payer_account text not null,
  memo text not null,
  -- What has been given to payments or to credit; the rest waits for a person.
  placed_fen bigint not null default 0,
  constraint bank_line_placed check (placed_fen between 0 and amount_fen)
);
create index bank_line_statement on bank_line (statement_id, row);
create index bank_line_waiting on bank_line (day, id) where placed_fen < amount_fen;

create function keep_bank_line() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'placed_fen') is distinct from (to_jsonb(old) - 'placed_fen') then
    raise exception 'what the bank said of line % is never changed', old.serial;
  end if;
  return new;
end $$;
create trigger bank_line_keep before update or delete on bank_line for each row execute function keep_bank_line();
`;

const credits = `
create table bank_credit (
  id uuid primary key,
  created_at timestamptz not null default now(),
  line_id uuid not null references bank_line,
  amount_fen bigint not null check (amount_fen > 0),
  left_fen bigint not null check (left_fen between 0 and amount_fen),
  because text not null check (because in ('over', 'by-hand', 'released')),
  reason text,
  -- The order its money was last meant for, where one is known.
  order_id uuid references trade_order,
  actor_id text,
  at timestamptz not null
);
create index bank_credit_line on bank_credit (line_id);
create index bank_credit_left on bank_credit (at) where left_fen > 0;

create table bank_match (
  id uuid primary key,
  created_at timestamptz not null default now(),
  line_id uuid not null references bank_line,
  payment_id uuid not null references remittance,
  credit_id uuid references bank_credit,
  amount_fen bigint not null check (amount_fen <> 0),
  how text not null check (how in ('code', 'by-hand', 'credit', 'released')),
  reason text,
  actor_id text,
  at timestamptz not null,
  check ((how = 'released') = (amount_fen < 0)),
  check ((how = 'credit') = (credit_id is not null)),
  check (how = 'code' or reason is not null)
);
create index bank_match_line on bank_match (line_id);
create index bank_match_payment on bank_match (payment_id);
create trigger bank_match_append_only before update or delete on bank_match for each row execute function refuse_change();

create table bank_sending (
  id uuid primary key,
  created_at timestamptz not null default now(),
  credit_id uuid not null references bank_credit,
  amount_fen bigint not null check (amount_fen > 0),
  to_name text not null,
  to_account text not null,
  bank_reference text not null unique,
  reason text not null,
  actor_id text,
  at timestamptz not null
);
create index bank_sending_credit on bank_sending (credit_id);
create trigger bank_sending_append_only before update or delete on bank_sending for each row execute function refuse_change();
`;

const cash = `
create table cash_till (
  organization_id uuid primary key references organization,
  last_receipt int not null check (last_receipt >= 0)
);

create table cash_receipt (
  id uuid primary key,
  created_at timestamptz not null default now(),
  organization_id uuid not null references organization,
  seq int not null check (seq >= 1),
  key text not null unique,
  order_id uuid not null unique references trade_order,
  payment_id uuid not null unique references payment,
  due_fen bigint not null check (due_fen > 0),
  taken_fen bigint not null check (taken_fen >= due_fen),
  change_fen bigint not null,
  actor_id text,
  at timestamptz not null,
  unique (organization_id, seq),
  check (change_fen = taken_fen - due_fen)
);
create trigger cash_receipt_append_only before update or delete on cash_receipt for each row execute function refuse_change();
`;
