import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { claimPage } from '#app/claim-page.server.ts';
import { readerOf } from '#app/order-page.server.ts';
import { redirectWithToast, submitFrom } from '#app/request.server.ts';
import { withdrawClaim } from '#server/after-sales/index.ts';
import { JustDo } from '#server/orders/contract.ts';

/** The form stands on the claim's page. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(claimPage(args));
}

export function action(args: ActionFunctionArgs) {
  return submitFrom(args, claimPage(args), JustDo, async (ctx) => {
    await withdrawClaim(ctx, args.params.claim ?? '', readerOf(args));
    return redirectWithToast(args, claimPage(args), 'claims.buyer.withdrawDone');
  });
}
