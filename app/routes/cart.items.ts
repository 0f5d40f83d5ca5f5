import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { rememberCart } from '#app/cart.server.ts';
import { redirectWithToast, submitForm } from '#app/request.server.ts';
import { AddToCart } from '#server/orders/contract.ts';
import { addToCart } from '#server/orders/index.ts';

export function loader() {
  return redirect('/cart');
}

/** Puts packs into the cart. */
export function action(args: ActionFunctionArgs) {
  return submitForm(args, AddToCart, async (ctx, input) => {
    const { cartId, packs } = await addToCart(ctx, args.context.cartId, input);
    rememberCart(args.context, cartId, packs);
    return redirectWithToast(args, '/cart', 'orders.cart.added', { packs });
  });
}

export { CartRefused as default } from '#app/components/orders/cart-refused.tsx';
