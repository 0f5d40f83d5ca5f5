import type Stripe from 'stripe';
import { addMinutes } from '#server/kernel/calendar.ts';
import type { PaymentToOpen, ReturnUrls } from '../provider.ts';

/**
 * Stripe keeps a session open for half an hour at least, counted from when it hears of it. Fifteen minutes more leave
 * time to ask again, word for word the same, when the first answer was lost.
 */
const SESSION_MINUTES = 45;

/** Which ways to pay; which of them a buyer sees, Stripe decides by amount, currency and place. */
export const stripeMethods = ['card', 'alipay', 'wechat_pay'] as const;

/**
 * What Stripe is told of a payment. The same payment always says the same, since Stripe refuses the second request under
 * one idempotency key that differs from the first. Fen are Stripe's own unit of yuan.
 */
export function sessionOf(payment: PaymentToOpen, urls: ReturnUrls): Stripe.Checkout.SessionCreateParams {
  const { paymentId, number, orderId, amount, language, createdAt } = payment;
  const name = language === 'en' ? `Qixiao order ${number}` : `齐销订单 ${number}`;
  return {
    mode: 'payment',
    allowed_payment_method_types: [...stripeMethods],
    payment_method_options: { wechat_pay: { client: 'web' } },
    line_items: [{ quantity: 1, price_data: { currency: 'cny', unit_amount: amount, product_data: { name } } }],
    client_reference_id: paymentId,
    metadata: { payment: paymentId, order: orderId },
    payment_intent_data: { metadata: { payment: paymentId, order: orderId } },
    locale: language === 'en' ? 'en' : 'zh',
    success_url: urls.done,
    cancel_url: urls.cancelled,
    expires_at: Math.floor(addMinutes(createdAt, SESSION_MINUTES).getTime() / 1000),
  };
}
