import type { ReactNode } from 'react';
import { DaohuBar } from '#app/components/money/daohu-bar.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { CartView } from '#server/orders/contract.ts';
import { CartTotals } from './cart-totals.tsx';

/** What is bought, from whom, what it costs to here, and who gets it. */
export function CheckoutSummary({ cart, children }: { cart: CartView; children: ReactNode }) {
  const t = useT();
  const text = useText();
  return (
    <aside className="panel stack" aria-labelledby="what-you-buy">
      <h2 id="what-you-buy" className="cart-seller">
        {t('orders.checkout.whatYouBuy')}
      </h2>
      {cart.sellers.map((seller) => (
        <section key={seller.code}>
          <p className="row row-between">
            <span>{t('orders.cart.seller', { seller: text(seller.name) })}</span>
            <span className="quiet small">
              {seller.freight === null ? '' : `${t('orders.cart.freight')} ${formatYuan(seller.freight)}`}
            </span>
          </p>
          <ul className="quiet small">
            {seller.lines.map((line) => (
              <li key={line.pack} className="row row-between">
                <span>
                  {t('orders.cart.line', { product: text(line.productName), pack: text(line.packName) })} × {line.count}
                </span>
                <span>{formatYuan(line.amount)}</span>
              </li>
            ))}
          </ul>
          {seller.freightRefusal ? <p className="field-error">{t('orders.checkout.far')}</p> : null}
        </section>
      ))}
      <CartTotals cart={cart} />
      {cart.makeUp && cart.canCheckOut ? <DaohuBar parts={cart.makeUp} /> : null}
      {children}
    </aside>
  );
}
