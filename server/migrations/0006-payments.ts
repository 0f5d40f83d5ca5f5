import { Migration } from '@mikro-orm/migrations';

/**
 * Payments by providers outside. A try to pay keeps what its provider calls it and where it is paid, so that it can be
 * asked for when a webhook was lost. A refund a person has to send waits as `by-hand`; one that a provider sent and
 * later took back goes out again in a new round, under a new key. Disputes are recorded as the provider tells them.
 */
export class Payments extends Migration {
  override up(): void {
    this.addSql(`
alter table payment
  add opened_reference text,
  add opened_url text,
  add opened_at timestamptz;
create unique index payment_opened on payment (provider, opened_reference) where opened_reference is not null;
create index payment_unheard on payment (opened_at) where state = 'started' and opened_reference is not null;

alter table payment_refund drop constraint payment_refund_state_check,
  add constraint payment_refund_state_check check (state in ('due', 'sending', 'by-hand', 'sent', 'failed')),
  add round int not null default 1 check (round >= 1);
create unique index payment_refund_reference on payment_refund (provider_reference) where provider_reference is not null;
create index payment_refund_stuck on payment_refund (owed_at) where state in ('failed', 'by-hand');

create table payment_dispute (
  id uuid primary key default uuidv7(),
  created_at timestamptz not null default now(),
  payment_id uuid not null references payment,
  reference text not null unique,
  amount_fen bigint not null check (amount_fen > 0),
  reason text not null,
  status text not null,
  opened_at timestamptz not null,
  answer_by timestamptz,
  closed_at timestamptz
);
create index payment_dispute_payment on payment_dispute (payment_id);
create index payment_dispute_open on payment_dispute (opened_at) where closed_at is null;
`);
  }
}
