import { sql } from '#server/platform/index.ts';
import { type Proof, proof } from '#server/platform/proof.ts';

/** What must hold of promotions. */
export const promotionsProofs: Proof[] = [
  proof(
    'promotions.counters-are-uses',
    () => sql`select promotion.code as "where", concat_ws('/', promotion.uses, promotion.spent_fen) as "found",
          concat_ws('/', counted.uses, counted.fen) as "expected"
        from promotion cross join lateral (
          select count(*)::int as uses, coalesce(sum(fen), 0)::bigint as fen from promotion_use
          where promotion_id = promotion.id and state in ('held', 'used')
        ) as counted
        where promotion.uses <> counted.uses or promotion.spent_fen <> counted.fen`,
  ),
];
