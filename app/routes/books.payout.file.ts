import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node';
import { payoutPage } from '#app/payout-page.server.ts';
import { submitFrom, withCtx } from '#app/request.server.ts';
import { JustDo } from '#server/orders/contract.ts';
import { getPayoutId, handToBank, readBankFile } from '#server/payouts/index.ts';

/** The bank file of a run that was handed to the bank, the same each time. Who reads it is written down. */
export async function loader(args: LoaderFunctionArgs) {
  const file = await withCtx(args, async (ctx) => readBankFile(ctx, await getPayoutId(ctx, args.params.number ?? '')));
  if (!file) return redirect(payoutPage(args));
  return new Response(file.text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${file.fileName}"`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Hands an approved run to the bank. The page it leads back to says so, and begins the download. */
export function action(args: ActionFunctionArgs) {
  return submitFrom(args, payoutPage(args), JustDo, async (ctx) => {
    await handToBank(ctx, await getPayoutId(ctx, args.params.number ?? ''));
    return redirect(`${payoutPage(args)}?download=yes`);
  });
}
