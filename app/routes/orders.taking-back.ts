import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { orderPage, readerOf } from '#app/order-page.server.ts';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { CancelPaid } from '#server/refunds/contract.ts';
import { cancelPaid } from '#server/refunds/index.ts';

/** The form stands on the order's page. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(orderPage(args));
}

/** The buyer takes a paid order back, or one parcel of it, before it is packed. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, orderPage(args), CancelPaid, async (ctx, input) => {
    const { total } = await cancelPaid(ctx, args.params.number ?? '', readerOf(args), input);
    return redirectWithToast(args, orderPage(args), 'fulfilment.care.cancelDone', { amount: formatYuan(total) });
  });
}
