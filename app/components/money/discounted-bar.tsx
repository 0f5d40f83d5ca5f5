import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { DiscountView } from '#server/promotions/contract.ts';
import { DaohuBar } from './daohu-bar.tsx';
import type { DaohuParts } from './daohu-parts.ts';

/** The 到户 bar of a price with discounts: it says that households get the same, and what others than the buyer pay of it. */
export function DiscountedBar({ parts, discounts }: { parts: DaohuParts; discounts: readonly DiscountView[] }) {
  const t = useT();
  const funded = discounts.filter(({ funder }) => funder !== 'seller').reduce((sum, { fen }) => sum + fen, 0);
  return (
    <>
      <DaohuBar parts={parts} />
      {discounts.length > 0 ? (
        <p className="quiet small">
          {t('promotions.households', { amount: formatYuan(parts.household) })}{' '}
          {funded > 0 ? t('promotions.funded', { amount: formatYuan(funded) }) : ''}
        </p>
      ) : null}
    </>
  );
}
