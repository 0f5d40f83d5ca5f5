import { type Ctx, run, sql } from '#server/platform/index.ts';

/**
 * So many sales, two to a parcel, delivered long enough ago, of so many households: written set by set, with the ledger's
 * side of them, as the use-cases would have left them behind.
 */
export async function makeDueWorld(ctx: Ctx, households: number, lines: number): Promise<void> {
  await run(
    ctx,
    sql.raw(`
    do $$
    declare
      seller uuid := uuidv7(); place uuid := uuidv7(); made uuid := uuidv7(); product_id uuid := uuidv7(); pack_id uuid := uuidv7();
      pool_id uuid := uuidv7(); lot_id uuid := uuidv7();
      word jsonb := '{"zh-CN": "蜂蜜", "en": "Honey"}';
    begin
      insert into region (code, parent_code, level, name) values ('350721106201', '350721106', 'village', word) on conflict do nothing;
      insert into organization (id, code, kind, name, region_code) values (seller, 'bench', 'cooperative', word, '350721');
      insert into location (id, organization_id, region_code, name) values (place, seller, '350721106', word);
      insert into family (code, position, name) values ('honey', 1, word);
      insert into produce (id, code, family_code, name, base_unit, shelf_days, perishable, certificate_needed, licence_needed, storage)
        values (made, 'honey', 'honey', word, 'gram', 500, false, false, false, word);
      insert into product (id, slug, organization_id, family_code, main_produce_id, county_code, name, description, state)
        values (product_id, 'honey', seller, 'honey', made, '350721', word, word, 'published');
      insert into pack (id, code, product_id, position, name, price_fen, packing_fen, gross_grams)
        values (pack_id, 'honey', product_id, 0, word, 4500, 200, 800);
      insert into pool (id, organization_id, produce_id) values (pool_id, seller, made);
      insert into lot (id, code, pool_id, location_id, mode, harvested_on, best_before, received_at, frozen_at)
        values (lot_id, 'LBENCH', pool_id, place, 'consign', current_date - 60, current_date + 500, now(), now());
      insert into household (id, code, village_code, name, masked_name, bank_card_sealed, bank_card_tail)
        select uuidv7(), 'NP-B' || n, '350721106201', '张春生', '张*生', '\\x01', '0001' from generate_series(1, ${households}) as n;
      create temporary table sharer on commit drop as
        select row_number() over (order by code) - 1 as nth, id as household_id, uuidv7() as share_id from household;
      insert into share (id, lot_id, pool_id, household_id, best_before, agreed_price, received, on_hand)
        select share_id, lot_id, pool_id, household_id, current_date + 500, 5000, 100000, 0 from sharer;
      create temporary table sale on commit drop as
        select n, n / 2 as parcel, uuidv7() as line_id, uuidv7() as allocation_id, sharer.household_id, sharer.share_id
        from generate_series(0, ${lines} - 1) as n join sharer on sharer.nth = n % ${households};
      create temporary table sent on commit drop as
        select parcel, count(*) as lines, uuidv7() as order_id, uuidv7() as parcel_id from sale group by parcel;
      insert into trade_order (id, number, access_key, channel, state, language, goods_fen, freight_fen, total_fen, recipient, phone,
          region_code, region_name, address, placed_at, hold_expires_at, paid_at)
        select order_id, 'B' || parcel, 'key', 'ecommerce', 'completed', 'zh-CN', 4500 * lines, 0, 4500 * lines, '林晓', '13800001234',
          '350702', word, '滨江路', now() - interval '20 days', now(), now() - interval '20 days' from sent;
      insert into parcel (id, order_id, number, organization_id, seller_name, state, goods_fen, freight_fen, gross_grams,
          shipped_at, delivered_at, claim_until)
        select parcel_id, order_id, 'B' || parcel || '-1', seller, word, 'delivered', 4500 * lines, 0, 800, now() - interval '15 days',
          now() - interval '12 days', now() - interval '4 days' from sent;
      insert into order_line (id, order_id, parcel_id, position, pack_id, product_id, product_slug, product_name, pack_name, family_code,
          perishable, unit_price_fen, count, amount_fen, packing_fen, platform_fen, household_fen, seller_fen)
        select line_id, order_id, parcel_id, n % 2, pack_id, product_id, 'honey', word, word, 'honey', false, 4500, 1, 4500, 200, 135,
          2500, 1665 from sale join sent using (parcel);
      insert into allocation (id, order_id, parcel_id, line_id, share_id, lot_id, household_id, produce_id, quantity, agreed_price,
          household_fen, state, earned_at, sent_quantity)
        select allocation_id, order_id, parcel_id, line_id, share_id, lot_id, household_id, made, 500, 5000, 2500, 'dispatched',
          now() - interval '20 days', 500 from sale join sent using (parcel);
    end $$`),
  );
  await run(ctx, sql.raw('analyze'));
}
