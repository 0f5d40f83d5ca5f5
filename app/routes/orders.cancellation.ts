import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { redirectWithToast, submitForm } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { cancelOrder } from '#server/orders/index.ts';

export function loader({ request, params }: LoaderFunctionArgs) {
  return redirect(`/orders/${encodeURIComponent(params.number ?? '')}${new URL(request.url).search}`);
}

/** Takes the order back; its goods go back on the shelf. */
export function action(args: ActionFunctionArgs) {
  return submitForm(args, JustDo, async (ctx) => {
    const { search, searchParams } = new URL(args.request.url);
    await cancelOrder(ctx, args.params.number ?? '', { accessKey: searchParams.get('key') });
    return redirectWithToast(args, `/orders/${args.params.number}${search}`, 'orders.order.cancelDone');
  });
}

export { OrderRefused as default } from '#app/components/orders/order-refused.tsx';
