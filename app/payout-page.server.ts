import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

/** The page of the payout run an address is about. */
export function payoutPage({ params }: ActionFunctionArgs | LoaderFunctionArgs): string {
  return `/books/payouts/${encodeURIComponent(params.number ?? '')}`;
}
