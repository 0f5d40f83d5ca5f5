import { type RawBuilder, sql } from '#server/platform/index.ts';

/** What promotions took off a line when it was bought, as it was told then. Expects `order_line`. */
export const discountsOfLine: RawBuilder<unknown> = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('code', taken.promotion_code, 'name', taken.promotion_name,
    'funder', case when taken.funder in ('seller', 'platform') then taken.funder else 'organization' end,
    'funderName', payer.name, 'fen', taken.fen) order by taken.position), '[]')
  from line_discount as taken left join organization as payer on payer.id::text = taken.funder
  where taken.line_id = order_line.id)`;
