import pg from 'pg';
import { openStage, worlds } from '#seed/index.ts';
import { entities } from '#server/entities.ts';
import { migrations } from '#server/migrations/index.ts';
import { type MikroORM, openCtx, openOrm, run, sql, systemActor } from '#server/platform/index.ts';

export type ShopWorld = { url: string; packs: string[]; slugs: string[]; drop(): Promise<void> };

/** A scratch database beside the given one: the demo world and as many more products as it takes to reach `products`. */
export async function openShopWorld(adminUrl: string, products: number): Promise<ShopWorld> {
  const name = `bench_${process.pid}`;
  const url = new URL(adminUrl);
  await onServer(adminUrl, `drop database if exists ${name} with (force)`);
  await onServer(adminUrl, `create database ${name}`);
  url.pathname = `/${name}`;

  const orm = await openOrm({ url: url.href, entities, migrations, poolMax: 4 });
  await orm.migrator.up();
  await worlds.demo?.(openStage(orm, new Date(), () => undefined));
  await addProducts(orm, products);
  const packs = await codesOf(orm, 'pack');
  const slugs = await codesOf(orm, 'product');
  await orm.close(true);
  return {
    url: url.href,
    packs,
    slugs,
    drop: () => onServer(adminUrl, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/** Products of one pool, one lot and three households each, with more in stock than a run can sell. */
async function addProducts(orm: MikroORM, products: number): Promise<void> {
  const ctx = openCtx(orm, systemActor, new Date());
  await run(
    ctx,
    sql.raw(`
    do $$
    declare
      missing int := ${products} - (select count(*) from product);
      plenty bigint := 3000000000;
    begin
      create temporary table made on commit drop as
        select n, gen_random_uuid() as produce_id, uuidv7() as pool_id, uuidv7() as lot_id, uuidv7() as product_id, uuidv7() as pack_id,
          (array(select id from organization where kind in ('cooperative', 'family-farm') order by code))[1 + n % 6] as organization_id,
          (array(select code from region where level = 'county' order by code))[1 + n % 10] as county_code,
          (array(select code from family order by position))[1 + n % 12] as family_code
        from generate_series(1, missing) as n;
      insert into produce (id, code, family_code, name, base_unit, season_months, shelf_days, perishable, certificate_needed, licence_needed, storage)
        select produce_id, 'bench-' || n, family_code, jsonb_build_object('zh-CN', '样品蜂蜜' || n, 'en', 'Sample honey ' || n), 'gram',
          array[1 + n % 12, 1 + (n + 1) % 12], 540, false, false, false, '{"zh-CN": "阴凉处", "en": "Cool and dry"}' from made;
      insert into pool (id, organization_id, produce_id, on_hand) select pool_id, organization_id, produce_id, 3 * plenty from made;
      insert into lot (id, code, pool_id, location_id, mode, harvested_on, best_before, received_at)
        select lot_id, 'LBENCH' || n, pool_id, place.id, 'consign', current_date - 30, current_date + 500, now()
        from made cross join lateral (select id from location order by id limit 1) as place;
      create temporary table shared on commit drop as
        select made.*, household.id as household_id, uuidv7() as share_id from made
        cross join lateral (select id from household order by code offset (made.n * 3) % 150 limit 3) as household;
      insert into capacity (household_id, produce_id, season, basis, quantity, verified_at)
        select household_id, produce_id, extract(year from current_date - 30)::int, '{"count": 1, "unit": "hive", "yieldEach": 1}', plenty, now() from shared;
      insert into share (id, lot_id, pool_id, household_id, best_before, agreed_price, received, on_hand)
        select share_id, lot_id, pool_id, household_id, current_date + 500, 5000, plenty, plenty from shared;
      insert into movement (share_id, delta, reason, evidence_kind, evidence_id, at)
        select share_id, plenty, 'intake', 'lot', lot_id, now() from shared;
      insert into product (id, slug, organization_id, family_code, main_produce_id, county_code, name, description, state, published_at,
          from_price_fen, season_months, household_part, search_words, search, search_edition)
        select product_id, 'bench-' || n, organization_id, family_code, produce_id, county_code,
          jsonb_build_object('zh-CN', '样品蜂蜜' || n, 'en', 'Sample honey ' || n), '{"zh-CN": "样品", "en": "Sample"}', 'published',
          now() - make_interval(hours => n % 700), 4500, array[1 + n % 12, 1 + (n + 1) % 12], 5500,
          '样品蜂蜜' || n || ' sample honey ' || n || ' yangpinfengmi fm', array_to_tsvector(array['样品', '蜂蜜', 'fengmi', 'fm', 'sample', 'honey', n::text]), 2 from made;
      insert into pack (id, code, product_id, position, name, price_fen, packing_fen, gross_grams)
        select pack_id, 'bench-' || n, product_id, 0, '{"zh-CN": "500 克", "en": "500 g"}', 4500, 200, 800 from made;
      insert into pack_component (pack_id, produce_id, quantity) select pack_id, produce_id, 500 from made;
    end $$`),
  );
  for (const table of [
    'product',
    'pack',
    'pack_component',
    'pool',
    'lot',
    'share',
    'produce',
    'allocation',
    'trade_order',
  ]) {
    await run(ctx, sql.raw(`analyze ${table}`));
  }
}

async function codesOf(orm: MikroORM, kind: 'pack' | 'product'): Promise<string[]> {
  const column = kind === 'pack' ? 'code' : 'slug';
  const rows = await orm.em
    .fork()
    .execute<{ name: string }[]>(`select ${column} as name from ${kind} where ${column} like 'bench-%' order by id`);
  return rows.map((row) => row.name);
}
