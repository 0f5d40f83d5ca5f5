import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { OrderReader } from '#server/orders/index.ts';
import { ownOrdersOf } from './own-orders.server.ts';

type Args = ActionFunctionArgs | LoaderFunctionArgs;

/** The page of the order an address is about, with the key that opens it. */
export function orderPage({ request, params }: Args): string {
  return `/orders/${encodeURIComponent(params.number ?? '')}${new URL(request.url).search}`;
}

/** How the reader of a page about an order shows that it is his: the key in the address, or the one his browser keeps. */
export function readerOf({ request, params }: Args): OrderReader {
  const remembered = ownOrdersOf(request).find((own) => own.number === params.number)?.accessKey ?? null;
  return { accessKey: new URL(request.url).searchParams.get('key') ?? remembered };
}
