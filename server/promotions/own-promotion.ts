import { DomainError } from '#server/kernel/errors.ts';
import { authorize, rowOf, sql, type Tx } from '#server/platform/index.ts';
import type { FunderKind, PromotionState } from './contract.ts';

type OwnPromotion = { code: string; state: PromotionState; funder_kind: FunderKind; organization_id: string | null };

/** Locks a promotion for who may end or open it: a seller's own clerk, and for all others the administrator. */
export async function lockOwnPromotion(tx: Tx, id: string): Promise<OwnPromotion> {
  const promotion = await rowOf<OwnPromotion>(
    tx,
    sql`select code, state, funder_kind, organization_id from promotion where id = ${id} for update`,
  );
  const seller = promotion?.funder_kind === 'seller' ? promotion.organization_id : null;
  authorize(tx, 'promotions.manage', seller ? { organizationId: seller } : {});
  if (!promotion) throw new DomainError('not-found', 'promotions.unknown-promotion');
  return promotion;
}

export function checkState(promotion: OwnPromotion, state: PromotionState): void {
  if (promotion.state !== state) throw new DomainError('conflict', 'promotions.wrong-state', { code: promotion.code });
}
