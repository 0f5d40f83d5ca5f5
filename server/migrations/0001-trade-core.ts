import { Migration } from '@mikro-orm/migrations';

/**
 * The trade core: places, organizations, households, catalog, stock, payments, orders and the ledger, with what every
 * floor needs below them (change log, outbox, heartbeats). What a row can state is a CHECK; what may never be changed
 * is held by a trigger; what must add up across rows is held by a deferred trigger at commit.
 */
export class TradeCore extends Migration {
  override up(): void {
    this.addSql(platform);
    this.addSql(places);
    this.addSql(catalog);
    this.addSql(stock);
    this.addSql(orders);
    this.addSql(ledger);
  }
}

const platform = `
create extension if not exists pg_trgm;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% rows are never changed or removed; write a new one that corrects', tg_table_name
    using errcode = 'restrict_violation';
end $$;

create table change_log (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_id text,
  actor_kind text not null check (actor_kind in ('anonymous', 'person', 'system')),
  subject text not null,
  subject_id text not null,
  what text not null,
  before jsonb,
  after jsonb,
  reason text
);
create index change_log_subject on change_log (subject, subject_id, id);
create trigger change_log_append_only before update or delete on change_log for each row execute function refuse_change();

create table outbox (
  id bigint generated always as identity primary key,
  topic text not null,
  key text not null,
  payload jsonb not null,
  at timestamptz not null,
  delivered_at timestamptz
);
create index outbox_waiting on outbox (id) where delivered_at is null;

create table heartbeat (
  name text primary key,
  last_at timestamptz not null,
  due_at timestamptz not null
);

create table setting (
  name text primary key,
  value jsonb not null
);
`;

const places = `
create table region (
  code text primary key check (code ~ '^[0-9]{2}([0-9]{2}([0-9]{2}([0-9]{3}([0-9]{3})?)?)?)?$'),
  parent_code text references region,
  level text not null check (level in ('province', 'city', 'county', 'township', 'village')),
  kind text,
  name jsonb not null check (name ? 'zh-CN'),
  intro jsonb
);
create index region_parent on region (parent_code, code);

create table organization (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  code text not null unique check (code ~ '^[a-z0-9-]{2,60}$'),
  kind text not null check (kind in
    ('cooperative', 'leading-enterprise', 'family-farm', 'centre', 'unit', 'union', 'canteen', 'office', 'platform')),
  credit_code text unique check (credit_code ~ '^[0-9A-HJ-NP-RTUWXY]{18}$'),
  name jsonb not null check (name ? 'zh-CN'),
  intro jsonb,
  region_code text not null references region,
  phone text,
  sample boolean not null default false
);
create index organization_region on organization (region_code);

create table household (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  code text not null unique,
  village_code text not null references region,
  name text not null,
  masked_name text not null,
  story jsonb,
  story_consent_at timestamptz,
  phone_sealed bytea,
  bank_card_sealed bytea,
  bank_card_tail text check (bank_card_tail ~ '^[0-9]{4}$'),
  sample boolean not null default false
);
create index household_village on household (village_code, code);
`;

const catalog = `
create table family (
  code text primary key,
  position int not null unique,
  name jsonb not null check (name ? 'zh-CN')
);

create table produce (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  code text not null unique,
  family_code text not null references family,
  name jsonb not null check (name ? 'zh-CN'),
  base_unit text not null check (base_unit in ('gram', 'piece')),
  origin_code text references region,
  season_months int[] not null default '{}',
  shelf_days int not null check (shelf_days > 0),
  perishable boolean not null,
  certificate_needed boolean not null,
  licence_needed boolean not null,
  storage jsonb not null,
  geographical_indication text
);
create index produce_family on produce (family_code);

create table product (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,80}$'),
  organization_id uuid not null references organization,
  family_code text not null references family,
  main_produce_id uuid not null references produce,
  county_code text not null references region,
  name jsonb not null check (name ? 'zh-CN'),
  description jsonb not null,
  state text not null check (state in ('draft', 'published')),
  published_at timestamptz,
  from_price_fen bigint not null default 0 check (from_price_fen >= 0),
  season_months int[] not null default '{}',
  household_part int not null default 0 check (household_part between 0 and 10000),
  search_words text not null default '',
  search tsvector not null default '',
  search_edition int not null default 0
);
create index product_shelf on product (published_at desc, id) where state = 'published';
create index product_family on product (family_code, published_at desc, id) where state = 'published';
create index product_county on product (county_code, published_at desc, id) where state = 'published';
create index product_price on product (from_price_fen, id) where state = 'published';
create index product_organization on product (organization_id);
create index product_main_produce on product (main_produce_id);
create index product_search on product using gin (search) where state = 'published';
create index product_search_words on product using gin (search_words gin_trgm_ops) where state = 'published';

create table pack (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  code text not null unique,
  product_id uuid not null references product,
  position int not null,
  name jsonb not null check (name ? 'zh-CN'),
  price_fen bigint not null check (price_fen > 0),
  packing_fen bigint not null check (packing_fen >= 0),
  gross_grams bigint not null check (gross_grams > 0),
  on_sale boolean not null default true,
  unique (product_id, position)
);

create table pack_component (
  pack_id uuid not null references pack,
  produce_id uuid not null references produce,
  quantity bigint not null check (quantity > 0),
  primary key (pack_id, produce_id)
);
create index pack_component_produce on pack_component (produce_id);

create table fee_rule (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  kind text not null check (kind in ('platform')),
  basis_points int not null check (basis_points between 0 and 3000),
  valid_from date not null,
  unique (kind, valid_from)
);

create table freight_zone (
  province_code text primary key check (province_code ~ '^[0-9]{2}$'),
  zone text not null check (zone in ('fujian', 'near', 'far', 'remote'))
);

create table freight_rate (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  organization_id uuid references organization,
  zone text not null check (zone in ('fujian', 'near', 'far', 'remote')),
  first_grams bigint not null check (first_grams > 0),
  first_fen bigint not null check (first_fen >= 0),
  step_grams bigint not null check (step_grams > 0),
  step_fen bigint not null check (step_fen >= 0),
  free_from_fen bigint check (free_from_fen > 0),
  ships_perishable boolean not null,
  unique nulls not distinct (organization_id, zone)
);
`;

const stock = `
create table location (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  organization_id uuid not null references organization,
  region_code text not null references region,
  name jsonb not null check (name ? 'zh-CN'),
  unique (organization_id, region_code)
);

create table capacity (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  household_id uuid not null references household,
  produce_id uuid not null references produce,
  season int not null check (season between 2000 and 2200),
  basis jsonb not null,
  quantity bigint not null check (quantity > 0),
  verified_at timestamptz,
  unique (household_id, produce_id, season)
);

create table pool (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  organization_id uuid not null references organization,
  produce_id uuid not null references produce,
  on_hand bigint not null default 0,
  held bigint not null default 0,
  promised bigint not null default 0,
  set_aside bigint not null default 0,
  available bigint not null generated always as (on_hand - held - promised - set_aside) stored,
  unique (organization_id, produce_id),
  constraint pool_never_oversold check (held >= 0 and promised >= 0 and set_aside >= 0 and on_hand >= held + promised + set_aside)
);
create index pool_produce on pool (produce_id);

create table lot (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  code text not null unique,
  pool_id uuid not null references pool,
  location_id uuid not null references location,
  mode text not null check (mode in ('consign', 'pack_and_sell', 'buyout')),
  harvested_on date not null,
  best_before date not null check (best_before > harvested_on),
  certificate_number text,
  received_at timestamptz not null,
  frozen_at timestamptz
);
create index lot_pool on lot (pool_id, best_before, id);

create table share (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  lot_id uuid not null references lot,
  pool_id uuid not null references pool,
  household_id uuid not null references household,
  best_before date not null,
  agreed_price bigint not null check (agreed_price > 0),
  received bigint not null check (received > 0),
  on_hand bigint not null,
  held bigint not null default 0,
  promised bigint not null default 0,
  set_aside bigint not null default 0,
  available bigint not null generated always as (on_hand - held - promised - set_aside) stored,
  earned_quantity bigint not null default 0 check (earned_quantity >= 0),
  earned_fen bigint not null default 0 check (earned_fen >= 0),
  unique (lot_id, household_id, agreed_price),
  constraint share_never_oversold check (held >= 0 and promised >= 0 and set_aside >= 0 and on_hand >= held + promised + set_aside)
);
create index share_draw on share (pool_id, best_before, lot_id) where available > 0;
create index share_household on share (household_id);

create function refuse_frozen_share() returns trigger language plpgsql as $$
begin
  if (new.agreed_price, new.household_id, new.lot_id, new.received) is distinct from
     (old.agreed_price, old.household_id, old.lot_id, old.received)
     and exists (select 1 from lot where id = old.lot_id and frozen_at is not null) then
    raise exception 'the shares of a lot are frozen from its first sale; correct by an entry' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger share_frozen before update of agreed_price, household_id, lot_id, received on share
  for each row execute function refuse_frozen_share();

create table movement (
  id bigint generated always as identity primary key,
  share_id uuid not null references share,
  delta bigint not null check (delta <> 0),
  reason text not null check (reason in ('intake', 'sale', 'return', 'transfer', 'transformation', 'write-off', 'correction')),
  evidence_kind text not null,
  evidence_id text not null,
  note text,
  actor_id text,
  at timestamptz not null
);
create index movement_share on movement (share_id, id);
create index movement_at on movement (at);
create trigger movement_append_only before update or delete on movement for each row execute function refuse_change();
`;

const orders = `
create table cart (
  id uuid primary key default uuidv4(),
  created_at timestamptz not null default now(),
  touched_at timestamptz not null,
  user_id text,
  channel text not null default 'ecommerce'
);
create unique index cart_user on cart (user_id) where user_id is not null;

create table cart_line (
  cart_id uuid not null references cart on delete cascade,
  pack_id uuid not null references pack,
  count int not null check (count between 1 and 9999),
  added_at timestamptz not null,
  primary key (cart_id, pack_id)
);

create table trade_order (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  number text not null unique,
  access_key text not null,
  idempotency_key text unique,
  request_hash text,
  channel text not null check (channel in
    ('entity-led', 'ecommerce', 'venue', 'adoption', 'tourism', 'department', 'helper-unit')),
  route text check (route in ('union', 'canteen', 'supermarket', 'staff')),
  clearance_case_id uuid,
  state text not null check (state in ('placed', 'paid', 'completed', 'lapsed', 'cancelled')),
  move_seq int not null default 0,
  buyer_user_id text,
  buyer_organization_id uuid references organization,
  language text not null check (language in ('zh-CN', 'en')),
  goods_fen bigint not null check (goods_fen > 0),
  freight_fen bigint not null check (freight_fen >= 0),
  total_fen bigint not null check (total_fen = goods_fen + freight_fen),
  recipient text not null,
  phone text not null,
  region_code text not null check (region_code ~ '^[0-9]{6}([0-9]{3})?$'),
  region_name jsonb not null,
  address text not null,
  note text not null default '',
  perishable_confirmed boolean not null default false,
  placed_at timestamptz not null,
  hold_expires_at timestamptz not null,
  paid_at timestamptz
);
create index trade_order_buyer on trade_order (buyer_user_id, placed_at desc) where buyer_user_id is not null;
create index trade_order_holding on trade_order (hold_expires_at) where state = 'placed';
create index trade_order_placed_at on trade_order (placed_at);

create function refuse_channel_change() returns trigger language plpgsql as $$
begin
  if new.channel is distinct from old.channel and current_setting('qixiao.channel_correction', true) is distinct from 'on' then
    raise exception 'the channel of an order is set once; a correction is a logged entry' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger trade_order_channel before update of channel on trade_order for each row execute function refuse_channel_change();

create table order_move (
  order_id uuid not null references trade_order,
  seq int not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id text,
  at timestamptz not null,
  primary key (order_id, seq)
);
create trigger order_move_append_only before update or delete on order_move for each row execute function refuse_change();

create table parcel (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  order_id uuid not null references trade_order,
  number text not null unique,
  organization_id uuid not null references organization,
  seller_name jsonb not null,
  state text not null check (state in ('waiting', 'to-pack', 'shipped', 'delivered', 'cancelled')),
  move_seq int not null default 0,
  goods_fen bigint not null check (goods_fen > 0),
  freight_fen bigint not null check (freight_fen >= 0),
  gross_grams bigint not null check (gross_grams > 0),
  courier text,
  tracking_number text,
  shipped_at timestamptz,
  delivered_at timestamptz
);
create index parcel_order on parcel (order_id);
create index parcel_organization on parcel (organization_id, state, created_at desc);

create table parcel_move (
  parcel_id uuid not null references parcel,
  seq int not null,
  from_state text,
  to_state text not null,
  reason text,
  actor_id text,
  at timestamptz not null,
  primary key (parcel_id, seq)
);
create trigger parcel_move_append_only before update or delete on parcel_move for each row execute function refuse_change();

create table order_line (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  order_id uuid not null references trade_order,
  parcel_id uuid not null references parcel,
  position int not null,
  pack_id uuid not null references pack,
  product_id uuid not null references product,
  product_slug text not null,
  product_name jsonb not null,
  pack_name jsonb not null,
  family_code text not null,
  perishable boolean not null,
  unit_price_fen bigint not null check (unit_price_fen > 0),
  count int not null check (count > 0),
  amount_fen bigint not null check (amount_fen = unit_price_fen * count),
  packing_fen bigint not null check (packing_fen >= 0),
  platform_fen bigint not null check (platform_fen >= 0),
  household_fen bigint check (household_fen >= 0),
  seller_fen bigint,
  constraint order_line_adds_up check (household_fen is null or household_fen + seller_fen + packing_fen + platform_fen = amount_fen),
  unique (order_id, position)
);
create index order_line_parcel on order_line (parcel_id);
create index order_line_pack on order_line (pack_id);

create table allocation (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  order_id uuid not null references trade_order,
  parcel_id uuid not null references parcel,
  line_id uuid not null references order_line,
  share_id uuid not null references share,
  lot_id uuid not null references lot,
  household_id uuid not null references household,
  produce_id uuid not null references produce,
  quantity bigint not null check (quantity > 0),
  agreed_price bigint not null check (agreed_price > 0),
  household_fen bigint check (household_fen >= 0),
  state text not null check (state in ('held', 'promised', 'dispatched', 'released', 'returned')),
  earned_at timestamptz,
  unique (line_id, share_id)
);
create index allocation_order on allocation (order_id);
create index allocation_parcel on allocation (parcel_id);
create index allocation_share on allocation (share_id) where state in ('held', 'promised');
create index allocation_household on allocation (household_id, earned_at desc) where earned_at is not null;
create index allocation_lot on allocation (lot_id);
create index allocation_earned on allocation (earned_at) where earned_at is not null;

create table payment (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  order_id uuid not null,
  provider text not null,
  state text not null check (state in ('started', 'succeeded', 'failed', 'refunded')),
  amount_fen bigint not null check (amount_fen > 0),
  provider_reference text,
  settled_at timestamptz,
  applied_at timestamptz
);
create index payment_order on payment (order_id, created_at);
create index payment_unapplied on payment (settled_at) where state = 'succeeded' and applied_at is null;
create unique index payment_reference on payment (provider, provider_reference) where provider_reference is not null;

create table payment_event (
  provider text not null,
  event_id text not null,
  payment_id uuid not null references payment,
  kind text not null,
  at timestamptz not null,
  primary key (provider, event_id)
);
create trigger payment_event_append_only before update or delete on payment_event for each row execute function refuse_change();
`;

const ledger = `
create table account (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  code text not null unique,
  kind text not null,
  owner_id text
);
create index account_owner on account (owner_id, kind);

create table entry (
  id uuid primary key default uuidv7(),
  key text not null unique,
  kind text not null,
  at timestamptz not null,
  reference text not null,
  reverses_id uuid references entry unique,
  actor_id text,
  written_by xid8 not null default pg_current_xact_id()
);
create index entry_reference on entry (reference);
create index entry_at on entry (at);

create table posting (
  id bigint generated always as identity primary key,
  entry_id uuid not null references entry,
  account_id uuid not null references account,
  amount bigint not null check (amount <> 0),
  detail text
);
create index posting_account on posting (account_id, id);
create index posting_entry on posting (entry_id);

create trigger entry_append_only before update or delete on entry for each row execute function refuse_change();
create trigger posting_append_only before update or delete on posting for each row execute function refuse_change();

create function check_entry_balance() returns trigger language plpgsql as $$
declare
  total bigint;
  parts int;
begin
  select coalesce(sum(amount), 0), count(*) into total, parts from posting where entry_id = new.id;
  if total <> 0 or parts < 2 then
    raise exception 'entry % does not balance: % postings, % fen over', new.key, parts, total using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger entry_balances after insert on entry deferrable initially deferred
  for each row execute function check_entry_balance();

create function refuse_late_posting() returns trigger language plpgsql as $$
begin
  if exists (select from added join entry on entry.id = added.entry_id where entry.written_by <> pg_current_xact_id()) then
    raise exception 'an entry is written at once; correct it by another entry' using errcode = 'restrict_violation';
  end if;
  return null;
end $$;
create trigger posting_at_once after insert on posting referencing new table as added
  for each statement execute function refuse_late_posting();
`;
