import type { ReactNode } from 'react';
import { CatchWeight } from '#app/components/money/catch-weight.tsx';
import { DiscountedBar } from '#app/components/money/discounted-bar.tsx';
import { useT, useText } from '#app/i18n/index.tsx';
import { formatYuan } from '#server/kernel/money.ts';
import type { CartView } from '#server/orders/contract.ts';
import { CartTotals } from './cart-totals.tsx';
import { useCouponReason } from './coupon-reason.ts';

/** What is bought, from whom, what it costs to here, and who gets it. */
export function CheckoutSummary({ cart, children }: { cart: CartView; children: ReactNode }) {
  const t = useT();
  const text = useText();
  const reason = useCouponReason(cart.coupon);
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
          {seller.lines.map((line) =>
            line.catchWeight ? <CatchWeight key={line.pack} {...line.catchWeight} /> : null,
          )}
          {seller.freightRefusal ? <p className="field-error">{t('orders.checkout.far')}</p> : null}
        </section>
      ))}
      <CartTotals cart={cart} />
      {reason ? (
        <p className="field-error">
          {t('promotions.coupon.unused', { code: cart.coupon?.code ?? '', reason })}{' '}
          <a className="link" href="/cart">
            {t('orders.checkout.backToCart')}
          </a>
        </p>
      ) : null}
      {cart.makeUp && cart.canCheckOut ? <DiscountedBar parts={cart.makeUp} discounts={cart.discounts} /> : null}
      {children}
    </aside>
  );
}
