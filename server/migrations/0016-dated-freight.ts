import { Migration } from '@mikro-orm/migrations';

/**
 * Freight rates by date, as fees are: a change is a new row from a day on, so that what was asked on any day can still
 * be told. What stood here holds since before the first sale.
 */
export class DatedFreight extends Migration {
  override up(): void {
    this.addSql(`
      alter table freight_rate add valid_from date not null default '2000-01-01';
      alter table freight_rate alter valid_from drop default;
      alter table freight_rate drop constraint freight_rate_organization_id_zone_key;
      alter table freight_rate add constraint freight_rate_dated unique nulls not distinct (organization_id, zone, valid_from);
      create trigger freight_rate_append_only before update or delete on freight_rate
        for each row execute function refuse_change();
    `);
  }
}
