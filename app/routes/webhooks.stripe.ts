import type { ActionFunctionArgs } from '@remix-run/node';
import { DomainError, httpStatusOf } from '#server/kernel/errors.ts';
import { receiveProviderNews } from '#server/orders/index.ts';
import { providersOf } from '#server/payments/index.ts';
import { log, openCtx, systemActor } from '#server/platform/index.ts';

/** Not a page: Stripe alone has business here. */
export function loader() {
  return new Response(null, { status: 405, headers: { allow: 'POST' } });
}

/**
 * Hears from Stripe. What is refused is answered with its status, so that Stripe shows it and tells us again; anything
 * else that fails is a bug and answered 500, so that it tells us again too.
 */
export async function action({ request, context }: ActionFunctionArgs) {
  const providers = providersOf(context.env);
  const stripe = providers.of('stripe');
  if (!stripe?.hear) return new Response(null, { status: 404 });
  const ctx = openCtx(context.orm, systemActor, context.now());
  const message = { body: await request.text(), signature: request.headers.get('stripe-signature') };
  try {
    await receiveProviderNews(ctx, await stripe.hear(ctx, message), providers);
    return new Response(null, { status: 204 });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    log.warn({ code: error.code, requestId: context.requestId }, 'a webhook was refused');
    return Response.json({ code: error.code }, { status: httpStatusOf[error.kind] });
  }
}
