import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { redirectWithToast, submitForm } from '#app/request.server.ts';
import { EnterCoupon } from '#server/orders/contract.ts';
import { enterCoupon } from '#server/orders/index.ts';

export function loader() {
  return redirect('/cart');
}

/** Keeps a coupon with the cart, or takes it away; the cart says beside the field what it does. */
export function action(args: ActionFunctionArgs) {
  return submitForm(args, EnterCoupon, async (ctx, input) => {
    const { cartId } = args.context;
    if (!cartId) return redirect('/cart');
    await enterCoupon(ctx, cartId, input);
    return input.code === '' ? redirectWithToast(args, '/cart', 'promotions.coupon.removed') : redirect('/cart');
  });
}

export { CartRefused as default } from '#app/components/orders/cart-refused.tsx';
