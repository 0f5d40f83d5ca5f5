import { DomainError } from '#server/kernel/errors.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import { type Ctx, organizationsWith, rowsOf, sql } from '#server/platform/index.ts';
import type { PromotionListView, PromotionRowView } from './contract.ts';

const PROMOTIONS_ON_A_PAGE = 25;

/** The promotions an actor answers for: a clerk his seller's, the administrator all. Open ones first, newest first. */
export async function findPromotions(ctx: Ctx, wish: { page: number }): Promise<PromotionListView> {
  const reach = organizationsWith(ctx.actor, 'promotions.manage');
  if (reach !== 'all' && reach.length === 0) {
    throw new DomainError('forbidden', 'access.denied', { permission: 'promotions.manage' });
  }
  const mine = reach === 'all' ? sql`true` : sql`funder_kind = 'seller' and organization_id = any(${reach}::uuid[])`;
  const rows = await rowsOf<PromotionRowView & { found: number }>(
    ctx,
    sql`select promotion.id, promotion.code, automatic, promotion.name, funder_kind as funder, payer.name as organization,
          promotion.kind, basis_points as "basisPoints", amount_fen as amount, threshold_fen as threshold, scope,
          order_cap_fen as "orderCap", stacks, state, valid_from as "validFrom", valid_until as "validUntil", uses,
          uses_max as "usesMax", uses_per_buyer as "usesPerBuyer", spent_fen as spent, budget_fen as budget,
          promotion.sample, count(*) over ()::int as found
        from promotion left join organization as payer on payer.id = promotion.organization_id
        where ${mine}
        order by array_position(array['open', 'draft', 'closed'], state), promotion.id desc
        limit ${PROMOTIONS_ON_A_PAGE} offset ${(wish.page - 1) * PROMOTIONS_ON_A_PAGE}`,
  );
  const promotions = rows[0]?.found ?? 0;
  return {
    rows: rows.map(({ found: _, ...row }) => row),
    promotions,
    page: wish.page,
    pages: Math.max(1, Math.ceil(promotions / PROMOTIONS_ON_A_PAGE)),
    sellers: reach === 'all' ? null : await sellersOf(ctx, reach),
  };
}

function sellersOf(ctx: Ctx, ids: readonly string[]): Promise<{ code: string; name: LocalizedText }[]> {
  return rowsOf(ctx, sql`select code, name from organization where id = any(${[...ids]}::uuid[]) order by code`);
}
