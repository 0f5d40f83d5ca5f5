import { fen } from '#server/kernel/money.ts';
import { type Ctx, type RawBuilder, rowsOf, sql, type Tx } from '#server/platform/index.ts';
import type { Promotion } from './promotion.ts';

/** Whoever buys, as the uses of a coupon are counted; null while nobody knows. */
export type BuyerKey = string | null;

/**
 * The promotions that may take something off a basket now: every open one without a code, and the coupon in whatever
 * state it is, so that it can be said why it does not help. Nothing is locked and nothing promised.
 */
export function findBasketPromotions(ctx: Ctx, coupon: string | null, buyer: BuyerKey): Promise<Promotion[]> {
  return promotionsWhere(
    ctx,
    buyer,
    sql`(state = 'open' and automatic and valid_from <= ${ctx.now} and (valid_until is null or valid_until > ${ctx.now}))
        or (code = ${coupon} and not automatic)`,
  );
}

/** The same promotions behind their locks, taken in id order: what is left of them stays so until the transaction ends. */
export async function lockPromotions(tx: Tx, ids: readonly string[], buyer: BuyerKey): Promise<Promotion[]> {
  if (ids.length === 0) return [];
  const inIds = sql`id = any(${[...new Set(ids)]}::uuid[])`;
  await rowsOf(tx, sql`select id from promotion where ${inIds} order by id for update`);
  // Read by a statement of its own: one that waited for a lock counts uses as they were before it waited.
  return promotionsWhere(tx, buyer, inIds);
}

type PromotionRow = Omit<Promotion, 'validFrom' | 'validUntil' | 'usesLeft' | 'fenLeft' | 'buyerUsesLeft'> & {
  validFrom: string;
  validUntil: string | null;
  usesLeft: number | null;
  fenLeft: number | null;
  buyerUsesLeft: number | null;
};

async function promotionsWhere(
  ctx: Pick<Ctx, 'em'>,
  buyer: BuyerKey,
  condition: RawBuilder<unknown>,
): Promise<Promotion[]> {
  const rows = await rowsOf<PromotionRow>(
    ctx,
    sql`select promotion.id, promotion.code, automatic, promotion.name, funder_kind as "funderKind", funder,
          case when funder_kind = 'organization' then payer.name end as "funderName",
          organization_id as "organizationId", promotion.kind, basis_points as "basisPoints", amount_fen as amount,
          threshold_fen as threshold, scope, scope_keys as "scopeKeys", order_cap_fen as "orderCap", stacks, state,
          valid_from as "validFrom", valid_until as "validUntil", uses_max - uses as "usesLeft",
          (budget_fen - spent_fen)::bigint as "fenLeft",
          case when ${buyer}::text is null then null else uses_per_buyer - (select count(*)::int from promotion_use
            where promotion_id = promotion.id and buyer_key = ${buyer} and promotion_use.state <> 'released')
            end as "buyerUsesLeft"
        from (select * from promotion where ${condition}) as promotion
        left join organization as payer on payer.id = promotion.organization_id
        order by promotion.id`,
  );
  return rows.map((row) => ({
    ...row,
    validFrom: new Date(row.validFrom),
    validUntil: row.validUntil === null ? null : new Date(row.validUntil),
    fenLeft: row.fenLeft === null ? null : fen(row.fenLeft),
  }));
}
