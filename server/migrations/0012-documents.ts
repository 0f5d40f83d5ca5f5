import { Migration } from '@mikro-orm/migrations';

/**
 * Papers that go out: order confirmation, delivery note, invoice data and credit note. Each has a number of its seller,
 * kind and year, without a gap; a paper that stands is never changed, and holds all that is printed on it. The tax rate
 * of a product is a setting without a public source: produce of one's own land is exempt unless a row says otherwise.
 */
export class Documents extends Migration {
  override up(): void {
    this.addSql(`
-- The last number given of a series. Its row is locked by whoever takes the next, until his paper stands or is undone.
create table number_series (
  organization_id uuid not null references organization,
  kind text not null,
  year int not null check (year between 2000 and 2200),
  last int not null check (last >= 0),
  primary key (organization_id, kind, year)
);

create table document (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  -- What makes it one: issuing the same key again gives the paper that stands.
  key text not null unique,
  organization_id uuid not null references organization,
  kind text not null check (kind in ('order-confirmation', 'delivery-note', 'invoice', 'credit-note')),
  year int not null,
  sequence int not null check (sequence > 0),
  number text not null,
  order_id uuid not null references trade_order,
  parcel_id uuid not null references parcel,
  shipment_id uuid references shipment unique,
  refund_id uuid references refund unique,
  corrects_id uuid references document,
  -- What the paper says in money; of a credit note what goes back, above zero.
  total_fen bigint not null check (total_fen >= 0),
  snapshot jsonb not null,
  actor_id text,
  issued_at timestamptz not null,
  unique (organization_id, kind, year, sequence),
  unique (organization_id, number),
  check ((kind = 'delivery-note') = (shipment_id is not null)),
  check ((kind = 'credit-note') = (refund_id is not null and corrects_id is not null))
);
create index document_parcel on document (parcel_id);
create index document_order on document (order_id);
create index document_corrects on document (corrects_id) where corrects_id is not null;
create index document_list on document (organization_id, issued_at desc, id);
create trigger document_append_only before update or delete on document for each row execute function refuse_change();

-- Null basis points: exempt. A row of the product goes before the row of its seller; of several the latest that holds.
create table tax_rule (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  organization_id uuid not null references organization,
  product_id uuid references product,
  basis_points int check (basis_points between 0 and 2000),
  valid_from date not null,
  actor_id text,
  unique nulls not distinct (organization_id, product_id, valid_from)
);
`);
  }
}
