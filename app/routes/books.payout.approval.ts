import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { payoutPage } from '#app/payout-page.server.ts';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { approvePayout, getPayoutId } from '#server/payouts/index.ts';

export function loader(args: LoaderFunctionArgs) {
  return redirect(payoutPage(args));
}

/** The second check of a run: never by who made it. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, payoutPage(args), JustDo, async (ctx) => {
    await approvePayout(ctx, await getPayoutId(ctx, args.params.number ?? ''));
    return redirectWithToast(args, payoutPage(args), 'settlement.payout.approved');
  });
}
