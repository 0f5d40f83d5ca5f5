import { Migration } from '@mikro-orm/migrations';

/** What a line sold by weight weighed when it was packed: it is weighed once, before it is sent, and that stays. */
export class Fulfilment extends Migration {
  override up(): void {
    this.addSql(`
create table weighing (
  line_id uuid primary key references order_line,
  grams bigint not null check (grams > 0),
  actor_id text,
  at timestamptz not null
);
create trigger weighing_append_only before update or delete on weighing for each row execute function refuse_change();

-- Parcels to pack and on their way are looked for all the time; those that have arrived are most of them.
create index parcel_to_pack on parcel (organization_id) where state in ('to-pack', 'packing', 'partly-shipped');`);
  }
}
