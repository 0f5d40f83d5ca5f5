import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DiscountedBar } from '#app/components/money/discounted-bar.tsx';
import { CartSeller } from '#app/components/orders/cart-seller.tsx';
import { CartTotals } from '#app/components/orders/cart-totals.tsx';
import { CouponField } from '#app/components/orders/coupon-field.tsx';
import { EmptyState } from '#app/components/shell/empty-state.tsx';
import { Steps } from '#app/components/shop/steps.tsx';
import { useT } from '#app/i18n/index.tsx';
import { titleOf } from '#app/page-title.ts';
import { withCtx } from '#app/request.server.ts';
import { findCart, priceCart } from '#server/orders/index.ts';

export const meta: MetaFunction = ({ matches }) => titleOf(matches, 'orders.cart.title');

export function loader(args: LoaderFunctionArgs) {
  return withCtx(args, async (ctx) => {
    const { items, coupon } = await findCart(ctx, args.context.cartId);
    return priceCart(ctx, items, null, coupon);
  });
}

export default function CartPage() {
  const t = useT();
  const cart = useLoaderData<typeof loader>();
  if (cart.sellers.length === 0) return <EmptyCart />;
  return (
    <div className="page stack">
      <Steps
        label={t('orders.steps.label')}
        steps={[t('orders.steps.cart'), t('orders.steps.checkout'), t('orders.steps.paid')]}
        current={0}
      />
      <h1>{t('orders.cart.title')}</h1>
      <div className="checkout">
        <div className="stack">
          {cart.sellers.map((seller) => (
            <CartSeller key={seller.code} seller={seller} />
          ))}
        </div>
        <aside className="panel stack">
          <CartTotals cart={cart} />
          <CouponField coupon={cart.coupon} />
          {cart.makeUp ? <DiscountedBar parts={cart.makeUp} discounts={cart.discounts} /> : null}
          {cart.makeUp ? <p className="quiet small">{t('orders.cart.estimate')}</p> : null}
          {cart.canCheckOut ? (
            <a className="btn btn-large btn-wide" href="/checkout">
              {t('orders.cart.checkout')}
            </a>
          ) : (
            <p className="field-error">{t('orders.cart.mendFirst')}</p>
          )}
        </aside>
      </div>
    </div>
  );
}

function EmptyCart() {
  const t = useT();
  return (
    <div className="page">
      <h1 className="visually-hidden">{t('orders.cart.title')}</h1>
      <EmptyState
        scene="empty-basket"
        title={t('orders.cart.empty')}
        action={
          <a className="btn" href="/products">
            {t('orders.cart.browse')}
          </a>
        }
      >
        {t('orders.cart.emptyDetail')}
      </EmptyState>
    </div>
  );
}
