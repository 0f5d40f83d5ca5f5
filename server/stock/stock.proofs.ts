import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

/** What must hold of quantities. */
export const stockProofs: Proof[] = [
  proof(
    'stock.movements-are-on-hand',
    () => sql`select lot.code || ' ' || share.id as "where", share.on_hand as "expected", coalesce(moved.sum, 0) as "found"
        from share join lot on lot.id = share.lot_id
        left join (select share_id, sum(delta) from movement group by share_id) as moved on moved.share_id = share.id
        where share.on_hand <> coalesce(moved.sum, 0)`,
  ),
  proof(
    'stock.pools-are-their-shares',
    () => sql`select organization.code || ' ' || produce.code as "where",
          concat_ws('/', pool.on_hand, pool.held, pool.promised, pool.set_aside) as "found",
          concat_ws('/', sums.on_hand, sums.held, sums.promised, sums.set_aside) as "expected"
        from pool join organization on organization.id = pool.organization_id join produce on produce.id = pool.produce_id
        cross join lateral (
          select coalesce(sum(on_hand), 0) as on_hand, coalesce(sum(held), 0) as held,
            coalesce(sum(promised), 0) as promised, coalesce(sum(set_aside), 0) as set_aside
          from share where share.pool_id = pool.id
        ) as sums
        where (pool.on_hand, pool.held, pool.promised, pool.set_aside)
          is distinct from (sums.on_hand, sums.held, sums.promised, sums.set_aside)`,
  ),
  proof(
    'stock.nothing-oversold',
    () => sql`select lot.code || ' ' || share.id as "where", share.available as "found", 0 as "expected"
        from share join lot on lot.id = share.lot_id
        where share.available < 0 or share.held < 0 or share.promised < 0 or share.set_aside < 0`,
  ),
  proof(
    'stock.received-fits-capacity',
    () => sql`select household.code || ' ' || produce.code || ' ' || received.season as "where", received.quantity as "found",
          coalesce(capacity.quantity, 0) as "expected"
        from (
          select share.household_id, pool.produce_id, extract(year from lot.harvested_on)::int as season,
            sum(share.received) as quantity
          from share join lot on lot.id = share.lot_id join pool on pool.id = lot.pool_id
          group by share.household_id, pool.produce_id, season
        ) as received
        join household on household.id = received.household_id join produce on produce.id = received.produce_id
        left join capacity on capacity.household_id = received.household_id and capacity.produce_id = received.produce_id
          and capacity.season = received.season and capacity.verified_at is not null
        where received.quantity > coalesce(capacity.quantity, 0)`,
  ),
];
