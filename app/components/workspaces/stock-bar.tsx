import { useT } from '#app/i18n/index.tsx';
import type { LotRowView } from '#server/stock/contract.ts';
import { useQuantity } from './quantity.ts';

const parts = ['available', 'promised', 'held', 'setAside', 'sold'] as const;

/** What is left of a lot as one bar, said in words below; its whole is what was received. */
export function StockBar({ lot }: { lot: LotRowView }) {
  const t = useT();
  const quantityOf = useQuantity();
  const amounts = { ...lot, sold: Math.max(0, lot.received - lot.onHand) };
  const shown = parts.filter((part) => amounts[part] > 0);
  const say = (quantity: number) => quantityOf(quantity, lot.baseUnit);
  return (
    <div className="stock">
      <div className="stock-bar" aria-hidden="true">
        {shown.map((part) => (
          <span key={part} className={`stock-${part}`} style={{ flexGrow: amounts[part] }} />
        ))}
      </div>
      <p className="quiet small">{t('coop.lots.stock.of', { amount: say(lot.received), left: say(lot.onHand) })}</p>
      <ul>
        {shown.map((part) => (
          <li key={part}>
            <span className={`stock-${part}`} aria-hidden="true" />
            {t(`coop.lots.stock.${part}`, { amount: say(amounts[part]) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
