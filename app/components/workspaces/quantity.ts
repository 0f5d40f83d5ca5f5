import { formatWeight, useLanguage, useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';

/** Says a quantity in its unit: `5 斤 (2.5 kg)`, `12 个`. */
export function useQuantity(): (quantity: number, unit: BaseUnit) => string {
  const t = useT();
  const language = useLanguage();
  return (quantity, unit) =>
    unit === 'gram' ? formatWeight(quantity, language) : t('workspaces.pieces', { count: quantity });
}

/** Says what was agreed with a household: `¥12.00/kg`, `¥1.20/个`. */
export function useAgreedPrice(): (price: number, unit: BaseUnit) => string {
  const t = useT();
  return (price, unit) => t(unit === 'gram' ? 'workspaces.perKg' : 'workspaces.perPiece', { price: formatYuan(price) });
}
