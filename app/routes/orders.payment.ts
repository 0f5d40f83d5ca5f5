import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { leadToPay } from '#app/pay.server.ts';
import { submitForm } from '#app/request.server.ts';
import { ChooseProvider } from '#server/orders/contract.ts';

export function loader({ request, params }: LoaderFunctionArgs) {
  return redirect(`/orders/${encodeURIComponent(params.number ?? '')}${new URL(request.url).search}`);
}

/** Opens a try to pay the order the way that was chosen, and leads to where it is paid. */
export function action(args: ActionFunctionArgs) {
  return submitForm(args, ChooseProvider, (ctx, { provider }) => {
    const accessKey = new URL(args.request.url).searchParams.get('key');
    return leadToPay(args, ctx, { number: args.params.number ?? '', accessKey }, provider);
  });
}

export { OrderRefused as default } from '#app/components/orders/order-refused.tsx';
