import { type PlacedOrder, payOrder, receiveProviderNews } from '#server/orders/index.ts';
import { type PaymentProvider, type Providers, registerProviders, stripeProvider } from '#server/payments/index.ts';
import type { Ctx } from '#server/platform/index.ts';
import type { StripeStandIn } from './stripe-stand-in/index.ts';

/** The shop's side of a stand-in. */
export function providersAt(standIn: StripeStandIn, watch = (provider: PaymentProvider) => provider): Providers {
  return registerProviders([watch(stripeProvider(standIn.settings))], ['stripe']);
}

/** Goes to pay an order at Stripe; returns our payment and Stripe's session. */
export async function goToStripe(
  ctx: Ctx,
  providers: Providers,
  order: PlacedOrder,
): Promise<{ paymentId: string; sessionId: string }> {
  const { paymentId, where } = await payOrder(
    ctx,
    providers,
    order.number,
    { accessKey: order.accessKey },
    {
      provider: 'stripe',
      language: 'zh-CN',
      urls: (id) => ({ done: `http://shop/pay/stripe/${id}/return`, cancelled: `http://shop/orders/${order.number}` }),
    },
  );
  const url = where.kind === 'redirect' ? where.url : '';
  return { paymentId, sessionId: url.split('/').at(-1) ?? '' };
}

/** One webhook, as it reaches the shop: signed bytes are read, and what they say is taken account of. */
export async function hearWebhook(
  ctx: Ctx,
  providers: Providers,
  standIn: StripeStandIn,
  event: StripeStandIn['events'][number],
): Promise<void> {
  const news = await providers.of('stripe')?.hear?.(ctx, standIn.signed(event, ctx.now));
  if (news) await receiveProviderNews(ctx, news, providers);
}
