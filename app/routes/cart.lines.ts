import type { ActionFunctionArgs } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { rememberCart } from '#app/cart.server.ts';
import { redirectWithToast, submitForm } from '#app/request.server.ts';
import { ChangeCartLine } from '#server/orders/contract.ts';
import { changeCartLine } from '#server/orders/index.ts';

export function loader() {
  return redirect('/cart');
}

/** Changes how many packs a line has; none takes it out. */
export function action(args: ActionFunctionArgs) {
  return submitForm(args, ChangeCartLine, async (ctx, input) => {
    const { cartId } = args.context;
    if (!cartId) return redirect('/cart');
    const { packs } = await changeCartLine(ctx, cartId, input);
    rememberCart(args.context, cartId, packs);
    const said = input.count === 0 ? 'orders.cart.removed' : 'orders.cart.changed';
    return redirectWithToast(args, '/cart', said, { packs });
  });
}

export { CartRefused as default } from '#app/components/orders/cart-refused.tsx';
