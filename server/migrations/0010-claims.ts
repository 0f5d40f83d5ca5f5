import { Migration } from '@mikro-orm/migrations';

/**
 * Claims: what a buyer asks for after a parcel was sent, how it was decided, and the pictures that show it. Within how long
 * damage is shown and goods go back, and how long each side has for its turn, are dated rules: seven days from the day after
 * receipt are the law's (消费者权益保护法 25), twenty-four hours with a photo what the checkout says, the rest an assumption
 * without a public source. Files are kept here so that a transaction keeps them whole.
 */
export class Claims extends Migration {
  override up(): void {
    this.addSql(files);
    this.addSql(rules);
    this.addSql(claims);
  }
}

const files = `
create table file (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  kind text not null check (kind in ('image')),
  mime text not null,
  bytes bytea not null,
  thumbnail bytea,
  size int not null generated always as (octet_length(bytes)) stored,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  actor_id text,
  check (octet_length(bytes) between 1 and 16777216)
);
-- A picture is packed already.
alter table file alter column bytes set storage external, alter column thumbnail set storage external;
create trigger file_is_never_changed before update on file for each row execute function refuse_change();
`;

const rules = `
alter table claim_rule
  -- How long after receipt a picture of damaged goods counts, and until which day after receipt goods may go back.
  add photo_hours int not null default 24 check (photo_hours between 1 and 2160),
  add return_days int not null default 7 check (return_days between 0 and 90);
update claim_rule set photo_hours = 168 where kind = 'ordinary';

create table claim_deadline (
  valid_from date primary key,
  decide_hours int not null check (decide_hours between 1 and 2160),
  evidence_hours int not null check (evidence_hours between 1 and 2160),
  escalate_hours int not null check (escalate_hours between 1 and 2160),
  send_back_hours int not null check (send_back_hours between 1 and 2160),
  receive_back_hours int not null check (receive_back_hours between 1 and 2160)
);
insert into claim_deadline values ('2020-01-01', 48, 72, 72, 168, 240);
`;

const claims = `
create table claim (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  number text not null unique,
  order_id uuid not null references trade_order,
  parcel_id uuid not null references parcel,
  kind text not null check (kind in ('fresh-damage', 'return', 'not-received', 'goodwill')),
  reason text not null check (reason in
    ('spoiled', 'broken', 'short', 'wrong-goods', 'not-as-described', 'not-wanted', 'lost', 'other')),
  state text not null check (state in ('applied', 'evidence-asked', 'approved', 'awaiting-return', 'sent-back', 'returned',
    'refunded', 'rejected', 'escalated', 'upheld', 'withdrawn')),
  move_seq int not null default 0,
  words text not null,
  applied_at timestamptz not null,
  -- When the turn of whoever is to act next is over; null when nobody's clock runs.
  due_at timestamptz,
  -- Until when a buyer may take a rejection to the platform.
  escalate_until timestamptz,
  -- As it was decided.
  goods text check (goods in ('kept', 'returned')),
  bearer text check (bearer in ('source', 'seller')),
  back_courier text,
  back_tracking_number text,
  back_sent_at timestamptz,
  resellable boolean,
  refund_id uuid unique references refund,
  constraint claim_refunded check ((state = 'refunded') = (refund_id is not null)),
  constraint claim_decided check ((goods is null) = (bearer is null)
    and (state not in ('approved', 'awaiting-return', 'sent-back', 'returned', 'refunded') or goods is not null)),
  constraint claim_goods_back_are_nobodys_fault check (goods is distinct from 'returned' or bearer = 'source')
);
-- One at a time: what two open claims ask for of a parcel could be more than is left of it.
create unique index claim_open on claim (parcel_id)
  where state in ('applied', 'evidence-asked', 'approved', 'awaiting-return', 'sent-back', 'returned', 'escalated');
create index claim_order on claim (order_id);
create index claim_parcel on claim (parcel_id);
create index claim_due on claim (due_at) where due_at is not null;

create table claim_line (
  claim_id uuid not null references claim,
  line_id uuid not null references order_line,
  asked_count int not null check (asked_count >= 0),
  asked_fen bigint not null check (asked_fen > 0),
  -- Whether the buyer named the sum himself, or asked for what so many packs cost.
  by_amount boolean not null,
  granted_count int check (granted_count between 0 and asked_count),
  granted_fen bigint check (granted_fen between 0 and asked_fen),
  primary key (claim_id, line_id)
);
create index claim_line_line on claim_line (line_id);

create table claim_move (
  claim_id uuid not null references claim,
  seq int not null,
  from_state text,
  to_state text not null,
  side text not null check (side in ('buyer', 'seller', 'platform', 'clock')),
  words text not null default '',
  actor_id text,
  at timestamptz not null,
  primary key (claim_id, seq)
);
create trigger claim_move_append_only before update or delete on claim_move for each row execute function refuse_change();

create table claim_photo (
  claim_id uuid not null references claim,
  position int not null check (position between 1 and 12),
  -- The move it was sent with.
  seq int not null,
  file_id uuid not null unique references file,
  primary key (claim_id, position)
);
`;
