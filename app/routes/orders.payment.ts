import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { submitForm } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { startPayment } from '#server/orders/index.ts';

export function loader({ request, params }: LoaderFunctionArgs) {
  return redirect(`/orders/${encodeURIComponent(params.number ?? '')}${new URL(request.url).search}`);
}

/** Opens a try to pay the order and leads to where it is paid. */
export function action(args: ActionFunctionArgs) {
  return submitForm(args, JustDo, async (ctx) => {
    const accessKey = new URL(args.request.url).searchParams.get('key');
    const payment = await startPayment(ctx, args.params.number ?? '', { accessKey }, 'sandbox');
    return redirect(`/pay/sandbox/${payment.id}`);
  });
}

export { OrderRefused as default } from '#app/components/orders/order-refused.tsx';
