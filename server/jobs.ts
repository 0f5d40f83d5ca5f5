import { lapseClaims } from '#server/after-sales/index.ts';
import { completeTransfers } from '#server/bank/index.ts';
import { indexOldProducts } from '#server/catalog/index.ts';
import { issueCreditNote, issueDeliveryNotes, issueOrderConfirmations } from '#server/documents/index.ts';
import { matureDues } from '#server/dues/index.ts';
import { presumeReceived } from '#server/fulfilment/index.ts';
import { proveAndKeep } from '#server/insight/index.ts';
import { addDays, addMinutes, businessDayOf } from '#server/kernel/calendar.ts';
import { forgetNotices, hearNews, noticeTopics } from '#server/notices/index.ts';
import { applyPayment, askAfterPayments, lapseOrders } from '#server/orders/index.ts';
import { findUnapplied, providersOf, sendOwedRefunds } from '#server/payments/index.ts';
import { continuePayouts } from '#server/payouts/index.ts';
import { forgetWhatIsOver } from '#server/people/index.ts';
import { type Ctx, type Delivered, readEnv } from '#server/platform/index.ts';
import { defineJob, defineListener, forgetOldNews, type Job, type Listener } from '#server/platform/jobs/index.ts';
import { messengerOf, sendMessages } from '#server/platform/messages/index.ts';
import { settleSilent, stateDues } from '#server/statements/index.ts';

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

/** Asks providers of payments nobody told us about. */
const askAfter = defineJob({
  name: 'payments.ask-after',
  everyMinutes: 5,
  run: (ctx) => askAfterPayments(ctx, providersOf(readEnv())),
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

/** Tells orders of transfers and cash that came in full while a crash stood between. */
const complete = defineJob({ name: 'bank.complete', everyMinutes: 1, run: (ctx) => completeTransfers(ctx) });

/** Parcels that have been on their way so long that they count as received. */
const presume = defineJob({ name: 'parcels.presume', everyMinutes: 60, run: (ctx) => presumeReceived(ctx) });

/** Sessions, codes and counted tries that ran out. */
const forget = defineJob({ name: 'people.forget', everyMinutes: 60, run: (ctx) => forgetWhatIsOver(ctx) });

/** The books, once a night while trade is quiet; the bookkeeper's first screen tells of the outcome. */
const prove = defineJob({ name: 'books.prove', cron: '20 3 * * *', minutesMax: 60, run: (ctx) => proveAndKeep(ctx) });

/** Search text made by an earlier edition, after an upgrade. */
const index = defineJob({ name: 'catalog.index', everyMinutes: 10, run: (ctx) => indexOldProducts(ctx) });

/** Claims nobody answered in time go where the rules say; no side gains by silence. */
const lapseOldClaims = defineJob({ name: 'claims.lapse', everyMinutes: 60, run: (ctx) => lapseClaims(ctx) });

/** Makes payable what nobody can claim back any more. */
const mature = defineJob({ name: 'dues.mature', everyMinutes: 10, run: (ctx) => matureDues(ctx) });

/** Statements of every period that ended yesterday, or that a night was missed for; then who said nothing has agreed. */
const state = defineJob({
  name: 'statements.make',
  cron: '40 1 * * *',
  minutesMax: 60,
  run: (ctx) => stateDues(ctx, { until: addDays(businessDayOf(ctx.now), -1) }),
});
const silent = defineJob({ name: 'statements.settle-silent', everyMinutes: 60, run: (ctx) => settleSilent(ctx) });

/** Takes up payout runs that a restart cut off. */
const payOn = defineJob({ name: 'payouts.continue', everyMinutes: 1, run: (ctx) => continuePayouts(ctx) });

/** Papers follow what happened: a paid order is confirmed, what was sent has its note, what went back its credit note. */
const confirmOrders = defineListener({
  name: 'documents.confirm-orders',
  topic: 'order.paid',
  hear: (ctx, { payload }) => issueOrderConfirmations(ctx, String(payload.orderId)),
});
const noteDeliveries = defineListener({
  name: 'documents.note-deliveries',
  topic: 'parcel.shipped',
  hear: (ctx, { payload }) => issueDeliveryNotes(ctx, String(payload.parcelId)),
});
const creditRefunds = defineListener({
  name: 'documents.credit-refunds',
  topic: 'refund.booked',
  hear: (ctx, { payload }) => issueCreditNote(ctx, String(payload.refundId)),
});

/** Tells whom it concerns; what he is told by text or mail is sent a moment later by a job of its own. */
function tellOf(ctx: Ctx, news: Delivered): Promise<void> {
  const env = readEnv();
  const siteUrl = env.PUBLIC_URL ?? `http://${env.HOST}:${env.PORT}`;
  return hearNews(ctx, news, { demo: env.demo, siteUrl }, messengerOf(env));
}
const noticeListeners = noticeTopics.map((topic) => defineListener({ name: `notices.${topic}`, topic, hear: tellOf }));

/** Texts and mails: those just written, and those that are to be tried again. */
const send = defineJob({
  name: 'messages.send',
  everyMinutes: 1,
  run: (ctx) => sendMessages(ctx, messengerOf(readEnv())),
});
const forgetOldNotices = defineJob({ name: 'notices.forget', everyMinutes: 60, run: (ctx) => forgetNotices(ctx) });

/** Every recurring job, listed by hand: what is not here is never done. */
export const jobs: Job[] = [
  lapse,
  applyLeftOver,
  askAfter,
  complete,
  sendBack,
  index,
  presume,
  forget,
  forgetOldNews,
  lapseOldClaims,
  prove,
  mature,
  state,
  silent,
  payOn,
  send,
  forgetOldNotices,
];

/** Everybody who listens for news. */
export const listeners: Listener[] = [sendBackAtOnce, confirmOrders, noteDeliveries, creditRefunds, ...noticeListeners];
