import type { LoaderFunctionArgs } from '@remix-run/node';
import type { OrderKey } from '#server/orders/index.ts';
import { cookieValue } from '#server/platform/http/reader.ts';

const COOKIE = 'own_orders';
const REMEMBERED_MAX = 12;
const SECONDS = 400 * 86_400;

/** The orders placed in this browser without signing in. The cookie goes to /orders alone and holds what their links hold. */
export function ownOrdersOf(request: Request): OrderKey[] {
  const value = cookieValue(request.headers.get('cookie'), COOKIE) ?? '';
  const pairs = value.split('~').map((pair) => pair.split('.'));
  return pairs
    .flatMap(([number, accessKey]) => (number && accessKey ? [{ number, accessKey }] : []))
    .slice(0, REMEMBERED_MAX);
}

/** Remembers an order whose page was opened with its key. */
export function rememberOrder(args: LoaderFunctionArgs, order: OrderKey): void {
  const others = ownOrdersOf(args.request).filter(({ number }) => number !== order.number);
  const value = [order, ...others].slice(0, REMEMBERED_MAX).map(({ number, accessKey }) => `${number}.${accessKey}`);
  args.context.setCookie(`${COOKIE}=${value.join('~')}; Path=/orders; Max-Age=${SECONDS}; HttpOnly; SameSite=Lax`);
}
