import { type ActionFunctionArgs, redirect } from '@remix-run/node';
import { DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import { payOrder } from '#server/orders/index.ts';
import { offeredFor, providersOf } from '#server/payments/index.ts';
import type { Ctx, Env } from '#server/platform/index.ts';
import { flashCookie } from './flash.server.ts';

type Order = { number: string; accessKey: string | null };

/** Opens a try to pay and leads to where it is paid: a page of ours, the provider's, or the order's own with what to do. */
export async function leadToPay(args: ActionFunctionArgs, ctx: Ctx, order: Order, provider: string | null) {
  const { env, lang } = args.context;
  const origin = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).origin : new URL(args.request.url).origin;
  const { where } = await payOrder(ctx, providersOf(env), order.number, order, {
    provider,
    language: lang,
    urls: (paymentId) => ({ done: `${origin}/pay/return/${paymentId}`, cancelled: `${origin}${pageOf(order)}` }),
  });
  return redirect(where.kind === 'redirect' ? where.url : pageOf(order));
}

/** The same right after the order was placed: it stands, so what hinders paying is said on its own page. */
export async function leadToPayOrOrder(args: ActionFunctionArgs, ctx: Ctx, order: Order, provider: string | null) {
  try {
    return await leadToPay(args, ctx, order, provider);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, params } = error;
    // Where nothing is open the order's page says so by itself.
    if (code !== 'payments.not-offered') {
      args.context.setCookie(flashCookie({ tone: 'problem', key: `errors.${code}`, params: params ?? {} }));
    }
    return redirect(pageOf(order));
  }
}

/** The ways to pay a shopper's order that is not placed yet. */
export function offeredAtCheckout(env: Env, total: Fen | null): string[] {
  const order = {
    orderId: '',
    number: '',
    channel: 'ecommerce',
    buyerKind: 'shopper',
    total: total ?? fen(0),
  } as const;
  return offeredFor(providersOf(env), order).map(({ code }) => code);
}

function pageOf({ number, accessKey }: Order): string {
  return `/orders/${encodeURIComponent(number)}${accessKey ? `?key=${encodeURIComponent(accessKey)}` : ''}`;
}
