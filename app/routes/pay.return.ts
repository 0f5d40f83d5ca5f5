import type { LoaderFunctionArgs } from '@remix-run/node';
import { redirectWithToast, withCtx } from '#app/request.server.ts';
import { checkPayment, getPaymentReturn } from '#server/orders/index.ts';
import { providersOf } from '#server/payments/index.ts';

/**
 * Where a provider sends the browser when the buyer is done there. How the payment went is asked of the provider, and
 * comes to the same as its webhook, whichever is first.
 */
export async function loader(args: LoaderFunctionArgs) {
  const paymentId = args.params.paymentId ?? '';
  const { number, accessKey, state } = await withCtx(args, async (ctx) => {
    await checkPayment(ctx, providersOf(args.context.env), paymentId);
    return getPaymentReturn(ctx, paymentId);
  });
  const order = `/orders/${number}?key=${accessKey}`;
  if (state === 'succeeded') return redirectWithToast(args, order, 'payments.came.succeeded');
  if (state === 'refunded') return redirectWithToast(args, order, 'payments.came.refunded');
  if (state === 'failed') return redirectWithToast(args, order, 'payments.came.failed');
  return redirectWithToast(args, order, 'payments.came.pending');
}
