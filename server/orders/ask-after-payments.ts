import { addMinutes } from '#server/kernel/calendar.ts';
import { findUnheard, type Providers } from '#server/payments/index.ts';
import { authorize, type Ctx, log } from '#server/platform/index.ts';
import { checkPayment } from './pay-order.ts';

const ASK_AFTER_MINUTES = 10;
/** A session of Stripe's is over after a day at the most. */
const ASK_MINUTES_MAX = 26 * 60;

/** Asks providers of payments nobody told us about: a webhook was lost, a browser never came back. */
export async function askAfterPayments(ctx: Ctx, providers: Providers): Promise<number> {
  authorize(ctx, 'payments.receive');
  const [from, before] = [addMinutes(ctx.now, -ASK_MINUTES_MAX), addMinutes(ctx.now, -ASK_AFTER_MINUTES)];
  const payments = await findUnheard(ctx, from, before);
  for (const payment of payments) {
    try {
      await checkPayment(ctx, providers, payment);
    } catch (error) {
      // One provider that does not answer keeps nobody else waiting; it is asked again with the next run.
      log.warn({ err: error, paymentId: payment }, 'a payment could not be asked after');
    }
  }
  return payments.length;
}
