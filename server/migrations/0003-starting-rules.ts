import { Migration } from '@mikro-orm/migrations';
import { counties, nanping } from '#server/places/regions/nanping.ts';

const FUJIAN = { 'zh-CN': '福建省', en: 'Fujian Province' };

/**
 * What every installation starts with: the places of the prefecture, the platform's fee and the common freight rates.
 * Fee and freight are starting values without a public source; they are dated rows and can be replaced by newer ones.
 */
export class StartingRules extends Migration {
  override up(): void {
    this.region('35', null, 'province', null, FUJIAN);
    this.region('3507', '35', 'city', null, nanping.name);
    for (const county of counties) {
      this.region(county.code, '3507', 'county', null, county.name);
      for (const township of county.townships) {
        this.region(township.code, county.code, 'township', township.kind, township.name);
      }
    }
    this.addSql(`insert into fee_rule (kind, basis_points, valid_from) values ('platform', 300, '2020-01-01')`);
    this.addSql(zones);
    this.addSql(rates);
  }

  private region(code: string, parent: string | null, level: string, kind: string | null, name: object): void {
    const text = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "''")}'`);
    this.addSql(
      `insert into region (code, parent_code, level, kind, name)
       values (${text(code)}, ${text(parent)}, ${text(level)}, ${text(kind)}, ${text(JSON.stringify(name))}::jsonb)`,
    );
  }
}

/** Near: the provinces around Fujian and the lower Yangtze. Remote: where fresh goods are not sent (domain section 8.11). */
const zones = `
insert into freight_zone (province_code, zone)
select code, zone from (values
  ('fujian', array['35']),
  ('near', array['31', '32', '33', '34', '36', '44']),
  ('far', array['11', '12', '13', '14', '21', '22', '23', '37', '41', '42', '43', '45', '50', '51', '52', '53', '61']),
  ('remote', array['15', '46', '54', '62', '63', '64', '65', '71', '81', '82'])
) as zones(zone, codes), unnest(codes) as code`;

const rates = `
insert into freight_rate (organization_id, zone, first_grams, first_fen, step_grams, step_fen, free_from_fen, ships_perishable)
values
  (null, 'fujian', 3000, 600, 1000, 100, 9900, true),
  (null, 'near', 3000, 800, 1000, 150, 12900, true),
  (null, 'far', 2000, 1200, 1000, 300, 19900, true),
  (null, 'remote', 1000, 2200, 1000, 1000, null, false)`;
