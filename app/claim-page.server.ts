import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';

/** The buyer's page of the claim an address is about, with the key that opens it. */
export function claimPage({ request, params }: ActionFunctionArgs | LoaderFunctionArgs): string {
  const [order, claim] = [params.number ?? '', params.claim ?? ''].map(encodeURIComponent);
  return `/orders/${order}/claims/${claim}${new URL(request.url).search}`;
}
