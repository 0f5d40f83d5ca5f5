import { type Fen, fen } from '#server/kernel/money.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import type { CouponProblem, FunderKind, PromotionKind, PromotionScope, PromotionState } from './contract.ts';

/** What a promotion promises, and what is left of it. */
export type Promotion = {
  id: string;
  code: string;
  automatic: boolean;
  name: LocalizedText;
  funderKind: FunderKind;
  /** As a line's discount and the ledger name it: `seller`, `platform`, or an organization's id. */
  funder: string;
  funderName: LocalizedText | null;
  organizationId: string | null;
  kind: PromotionKind;
  basisPoints: number | null;
  amount: Fen | null;
  threshold: Fen;
  scope: PromotionScope;
  scopeKeys: string[];
  orderCap: Fen | null;
  stacks: boolean;
  state: PromotionState;
  validFrom: Date;
  validUntil: Date | null;
  /** Of its uses and its budget; null where there is no limit. */
  usesLeft: number | null;
  fenLeft: Fen | null;
  /** How often this buyer may still use it; null where there is no limit or the buyer is not known yet. */
  buyerUsesLeft: number | null;
};

/** A line of a basket as a promotion sees it. `sellerPart`: what of its amount is the seller's own. */
export type DiscountableLine = {
  organizationId: string;
  productId: string;
  family: string;
  amount: Fen;
  sellerPart: number;
};

/** Why a promotion takes nothing off these goods now, before it is weighed against others; null when it does. */
export function whyNot(
  promotion: Promotion,
  lines: readonly DiscountableLine[],
  now: Date,
): { problem: CouponProblem; missing?: Fen } | null {
  if (promotion.state === 'draft') return { problem: 'unknown' };
  if (promotion.state === 'open' && now < promotion.validFrom) return { problem: 'not-yet' };
  if (promotion.state === 'closed' || (promotion.validUntil !== null && now >= promotion.validUntil)) {
    return { problem: 'over' };
  }
  if ((promotion.usesLeft ?? 1) <= 0 || (promotion.fenLeft ?? 1) <= 0) return { problem: 'used-up' };
  if ((promotion.buyerUsesLeft ?? 1) <= 0) return { problem: 'buyer-used' };
  const inScope = lines.filter((line) => isInScope(promotion, line));
  if (inScope.length === 0) return { problem: 'out-of-scope' };
  const goods = inScope.reduce((sum, line) => sum + line.amount, 0);
  if (goods < promotion.threshold) return { problem: 'min-not-reached', missing: fen(promotion.threshold - goods) };
  return null;
}

/** Whether a line is among the goods of a promotion. A seller cuts the price of his own goods alone. */
export function isInScope(promotion: Promotion, line: DiscountableLine): boolean {
  if (promotion.funderKind === 'seller' && promotion.organizationId !== line.organizationId) return false;
  switch (promotion.scope) {
    case 'all':
      return true;
    case 'sellers':
      return promotion.scopeKeys.includes(line.organizationId);
    case 'families':
      return promotion.scopeKeys.includes(line.family);
    case 'products':
      return promotion.scopeKeys.includes(line.productId);
  }
}
