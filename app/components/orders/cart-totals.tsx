import { useT } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { CartView } from '#server/orders/contract.ts';
import { DiscountRows } from './discount-rows.tsx';

/** Goods, discounts, freight and total, as a small ledger. */
export function CartTotals({ cart }: { cart: CartView }) {
  const t = useT();
  const refused = cart.sellers.some((seller) => seller.freightRefusal !== null);
  return (
    <dl className="totals">
      <div>
        <dt>
          {t('orders.cart.goods')} <span className="quiet small">{t('orders.cart.packs', { count: cart.packs })}</span>
        </dt>
        <dd>{formatYuan(cart.goods)}</dd>
      </div>
      <DiscountRows discounts={cart.discounts} />
      <div>
        <dt>{t('orders.cart.freight')}</dt>
        <dd>
          {cart.freight === null
            ? t(refused ? 'orders.cart.noFreight' : 'orders.cart.freightLater')
            : formatYuan(cart.freight)}
        </dd>
      </div>
      {cart.total === null ? null : (
        <div className="totals-sum">
          <dt>{t('orders.cart.total')}</dt>
          <dd className="price price-large">{formatYuan(cart.total)}</dd>
        </div>
      )}
    </dl>
  );
}
