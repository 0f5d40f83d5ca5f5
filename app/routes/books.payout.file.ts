import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { payoutPage } from '#app/payout-page.server.ts';
import { submitFrom } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { exportBankFile, getPayoutId } from '#server/payouts/index.ts';

export function loader(args: LoaderFunctionArgs) {
  return redirect(payoutPage(args));
}

/** The bank file of an approved run. A form, not a link: the first time hands the money to the bank. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, payoutPage(args), JustDo, async (ctx) => {
    const { text, fileName } = await exportBankFile(ctx, await getPayoutId(ctx, args.params.number ?? ''));
    return new Response(text, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${fileName}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  });
}
