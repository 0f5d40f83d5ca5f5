import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { PromotionRowView } from '#server/promotions/contract.ts';

const BASIS_POINTS_PER_PERCENT = 100;

/** What a promotion takes off, from when on, of what, and its limits for one order and one buyer. */
export function PromotionTerms({ row }: { row: PromotionRowView }) {
  const t = useT();
  const terms = [
    row.threshold > 0 ? t('promotions.desk.fromAmount', { amount: formatYuan(row.threshold) }) : null,
    row.basisPoints === null
      ? t('promotions.desk.amountOff', { amount: formatYuan(row.amount ?? 0) })
      : t('promotions.desk.percentOff', { percent: row.basisPoints / BASIS_POINTS_PER_PERCENT }),
    t(`promotions.desk.scope.${row.scope}`),
    row.orderCap === null ? null : t('promotions.desk.capped', { amount: formatYuan(row.orderCap) }),
    row.usesPerBuyer === null ? null : t('promotions.desk.perBuyer', { uses: row.usesPerBuyer }),
    row.stacks ? null : t('promotions.desk.exclusive'),
  ];
  return (
    <span className="promotion-facts">
      {terms.map((term) => (term === null ? null : <span key={term}>{term}</span>))}
    </span>
  );
}
