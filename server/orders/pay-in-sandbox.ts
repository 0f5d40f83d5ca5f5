import { DomainError } from '#server/kernel/errors.ts';
import { getPayment } from '#server/payments/index.ts';
import { authorize, type Ctx, systemActor } from '#server/platform/index.ts';
import { receivePaymentEvent } from './apply-payment.ts';

/**
 * Plays the provider in the sandbox: the buyer says how the payment went, and the shop hears it as it would hear a real
 * provider. Not there outside demo mode, and never for a payment of another provider.
 */
export async function payInSandbox(
  ctx: Ctx,
  paymentId: string,
  outcome: 'succeeded' | 'failed',
  demo: boolean,
): Promise<void> {
  authorize(ctx, 'orders.pay');
  const payment = demo ? await getPayment(ctx, paymentId) : null;
  if (payment?.provider !== 'sandbox') throw new DomainError('not-found', 'payments.unknown');
  const event = { provider: 'sandbox', eventId: `${paymentId}:${outcome}`, paymentId, kind: outcome };
  await receivePaymentEvent({ ...ctx, actor: systemActor }, event);
}
