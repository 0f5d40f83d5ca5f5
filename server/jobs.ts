import { indexOldProducts } from '#server/catalog/index.ts';
import { presumeReceived } from '#server/fulfilment/index.ts';
import { proveAndKeep } from '#server/insight/index.ts';
import { addMinutes } from '#server/kernel/calendar.ts';
import { applyPayment, lapseOrders } from '#server/orders/index.ts';
import { findUnapplied, providersOf, sendOwedRefunds } from '#server/payments/index.ts';
import { forgetWhatIsOver } from '#server/people/index.ts';
import { readEnv } from '#server/platform/index.ts';
import { defineJob, defineListener, forgetOldNews, type Job, type Listener } from '#server/platform/jobs/index.ts';

const APPLY_AFTER_MINUTES = 1;

/** Gives back what nobody paid for in time. */
const lapse = defineJob({ name: 'orders.lapse', everyMinutes: 1, run: (ctx) => lapseOrders(ctx) });

/** Takes up payments that came in while a crash stood between them and their orders. */
const applyLeftOver = defineJob({
  name: 'payments.apply',
  everyMinutes: 1,
  async run(ctx) {
    const payments = await findUnapplied(ctx, addMinutes(ctx.now, -APPLY_AFTER_MINUTES));
    for (const payment of payments) await applyPayment({ ...ctx, em: ctx.em.fork() }, payment);
  },
});

/** Sends what is still owed back: what no listener got to, what a crash cut off, what a provider did not answer. */
const sendBack = defineJob({
  name: 'payments.send-back',
  everyMinutes: 1,
  run: (ctx) => sendOwedRefunds(ctx, providersOf(readEnv())),
});

/** Sends money back as soon as it is owed. */
const sendBackAtOnce = defineListener({
  name: 'payments.send-back-at-once',
  topic: 'payment.refund-owed',
  hear: (ctx, { payload }) => sendOwedRefunds(ctx, providersOf(readEnv()), { refundId: String(payload.refundId) }),
});

/** Parcels that have been on their way so long that they count as received. */
const presume = defineJob({ name: 'parcels.presume', everyMinutes: 60, run: (ctx) => presumeReceived(ctx) });

/** Sessions, codes and counted tries that ran out. */
const forget = defineJob({ name: 'people.forget', everyMinutes: 60, run: (ctx) => forgetWhatIsOver(ctx) });

/** The books, once a night while trade is quiet; the bookkeeper's first screen tells of the outcome. */
const prove = defineJob({ name: 'books.prove', cron: '20 3 * * *', minutesMax: 60, run: (ctx) => proveAndKeep(ctx) });

/** Search text made by an earlier edition, after an upgrade. */
const index = defineJob({ name: 'catalog.index', everyMinutes: 10, run: (ctx) => indexOldProducts(ctx) });

/** Every recurring job, listed by hand: what is not here is never done. */
export const jobs: Job[] = [lapse, applyLeftOver, sendBack, index, presume, forget, forgetOldNews, prove];

/** Everybody who listens for news. */
export const listeners: Listener[] = [sendBackAtOnce];
