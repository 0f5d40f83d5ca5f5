import { Migration } from '@mikro-orm/migrations';

/**
 * What happens to a sale after it was made: discounts with a named funder that stay with their line, several shipments
 * of one parcel, goods sold by weighed grams, and money that goes back. A refund says line by line and household by
 * household what it takes back; nothing of the sale itself is changed by it. The claim window and the days after which a
 * parcel counts as received are dated rules without a public source.
 */
export class AfterTheSale extends Migration {
  override up(): void {
    this.addSql(discounts);
    this.addSql(parcels);
    this.addSql(takingBack);
    this.addSql(refunds);
  }
}

const discounts = `
alter table trade_order
  add discount_fen bigint not null default 0 check (discount_fen >= 0),
  drop constraint trade_order_check,
  add constraint trade_order_adds_up check (total_fen = goods_fen - discount_fen + freight_fen and total_fen > 0),
  add buyer_kind text not null default 'shopper' check (buyer_kind in ('shopper', 'unit'));

alter table parcel add discount_fen bigint not null default 0 check (discount_fen between 0 and goods_fen);

-- discount_fen is what the buyer pays less; seller_funded_fen is the part of it that the seller bears, others bear the rest.
alter table order_line
  add discount_fen bigint not null default 0,
  add seller_funded_fen bigint not null default 0,
  add catch_weight boolean not null default false,
  add constraint order_line_discount check (discount_fen between 0 and amount_fen - 1 and seller_funded_fen between 0 and discount_fen),
  drop constraint order_line_adds_up,
  add constraint order_line_adds_up check (household_fen is null
    or household_fen + seller_fen + packing_fen + platform_fen = amount_fen - seller_funded_fen);

-- A snapshot: who bears how much of a line's discount. funder is 'seller', 'platform' or the id of an organization.
create table line_discount (
  line_id uuid not null references order_line,
  position int not null,
  promotion_code text not null,
  promotion_name jsonb not null,
  funder text not null,
  fen bigint not null check (fen > 0),
  primary key (line_id, position)
);

-- A pack sold by weight holds at most its component's grams and at least these; its price is for the most.
alter table pack add least_grams bigint check (least_grams > 0);
`;

const parcels = `
create table claim_rule (
  kind text not null check (kind in ('ordinary', 'perishable')),
  valid_from date not null,
  -- How long after receipt a buyer may claim; household money is payable when this has passed.
  claim_hours int not null check (claim_hours between 1 and 2160),
  -- After how long on its way a parcel counts as received.
  received_after_hours int not null check (received_after_hours between 1 and 2160),
  primary key (kind, valid_from)
);
insert into claim_rule (kind, valid_from, claim_hours, received_after_hours) values
  ('ordinary', '2020-01-01', 192, 168),
  ('perishable', '2020-01-01', 48, 72);

alter table parcel drop constraint parcel_state_check,
  add constraint parcel_state_check check (state in
    ('waiting', 'to-pack', 'packing', 'partly-shipped', 'shipped', 'delivered', 'cancelled')),
  add claim_until timestamptz,
  add matured_at timestamptz;
create index parcel_maturing on parcel (claim_until) where matured_at is null and claim_until is not null;
create index parcel_on_its_way on parcel (shipped_at) where state = 'shipped';

create table shipment (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  parcel_id uuid not null references parcel,
  seq int not null,
  courier text not null,
  tracking_number text,
  shipped_at timestamptz not null,
  delivered_at timestamptz,
  unique (parcel_id, seq)
);

create table shipment_line (
  shipment_id uuid not null references shipment,
  line_id uuid not null references order_line,
  count int not null check (count > 0),
  primary key (shipment_id, line_id)
);

insert into shipment (parcel_id, seq, courier, tracking_number, shipped_at, delivered_at)
select id, 1, courier, tracking_number, coalesce(shipped_at, created_at), delivered_at from parcel where courier is not null;
insert into shipment_line (shipment_id, line_id, count)
select shipment.id, order_line.id, order_line.count from shipment join order_line on order_line.parcel_id = shipment.parcel_id;

alter table parcel drop column courier, drop column tracking_number;
update parcel set claim_until = delivered_at + interval '192 hours' where delivered_at is not null;
`;

const takingBack = `
-- Of an allocation so much left with the parcel, was given back unsent, or came back; and so many fen were taken back.
alter table allocation
  add sent_quantity bigint not null default 0,
  add unsent_quantity bigint not null default 0,
  add returned_quantity bigint not null default 0,
  add unearned_fen bigint not null default 0,
  add constraint allocation_quantities check (sent_quantity >= 0 and unsent_quantity >= 0 and returned_quantity >= 0
    and sent_quantity + unsent_quantity <= quantity and returned_quantity <= sent_quantity),
  add constraint allocation_unearned check (unearned_fen >= 0 and unearned_fen <= coalesce(household_fen, 0));
update allocation set sent_quantity = quantity where state = 'dispatched';
`;

const refunds = `
-- Money owed back to a payer, from the moment it is booked until the provider has sent it.
create table payment_refund (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  payment_id uuid not null references payment,
  key text not null unique,
  amount_fen bigint not null check (amount_fen > 0),
  because text not null,
  state text not null default 'due' check (state in ('due', 'sending', 'sent', 'failed')),
  provider_reference text,
  tries int not null default 0,
  next_try_at timestamptz not null,
  last_error text,
  evidence text,
  owed_at timestamptz not null,
  sent_at timestamptz
);
create index payment_refund_payment on payment_refund (payment_id);
create index payment_refund_waiting on payment_refund (next_try_at) where state in ('due', 'sending');

create table refund (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  number text not null unique,
  key text not null unique,
  order_id uuid not null references trade_order,
  parcel_id uuid not null references parcel,
  kind text not null check (kind in ('cancelled', 'changed', 'short', 'catch-weight', 'claim', 'goodwill')),
  goods text not null check (goods in ('unsent', 'returned', 'kept')),
  bearer text not null check (bearer in ('source', 'seller')),
  paid_fen bigint not null check (paid_fen >= 0),
  freight_fen bigint not null check (freight_fen >= 0),
  reason text not null,
  payment_refund_id uuid references payment_refund unique,
  actor_id text,
  at timestamptz not null,
  check (paid_fen + freight_fen > 0)
);
create index refund_order on refund (order_id);
create index refund_parcel on refund (parcel_id);
create index refund_at on refund (at);

create table refund_line (
  refund_id uuid not null references refund,
  line_id uuid not null references order_line,
  count int not null default 0 check (count >= 0),
  paid_fen bigint not null,
  funded_fen bigint not null,
  household_fen bigint not null,
  seller_fen bigint not null,
  packing_fen bigint not null,
  platform_fen bigint not null,
  primary key (refund_id, line_id),
  constraint refund_line_adds_up check (paid_fen + funded_fen = household_fen + seller_fen + packing_fen + platform_fen)
);
create index refund_line_line on refund_line (line_id);

create table refund_funder (
  refund_id uuid not null references refund,
  line_id uuid not null references order_line,
  funder text not null,
  fen bigint not null,
  primary key (refund_id, line_id, funder)
);

create table refund_share (
  refund_id uuid not null references refund,
  line_id uuid not null references order_line,
  allocation_id uuid not null references allocation,
  quantity bigint not null check (quantity >= 0),
  fen bigint not null check (fen >= 0),
  -- When the settlement took account of it: within the sale's own due line, or by one of its own.
  netted_at timestamptz,
  primary key (refund_id, allocation_id)
);
create index refund_share_allocation on refund_share (allocation_id);
create index refund_share_waiting on refund_share (allocation_id) where netted_at is null;

create trigger refund_line_append_only before update or delete on refund_line for each row execute function refuse_change();
create trigger refund_funder_append_only before update or delete on refund_funder for each row execute function refuse_change();
`;
