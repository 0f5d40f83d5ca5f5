import { addMinutes } from '#server/kernel/calendar.ts';
import { DomainError } from '#server/kernel/errors.ts';
import type { Language } from '#server/kernel/text.ts';
import {
  getPayment,
  keepOpened,
  offeredFor,
  openPayment,
  type Payment,
  type PaymentProvider,
  type Providers,
  type ReturnUrls,
  recordPaymentEvent,
  type WhereToPay,
} from '#server/payments/index.ts';
import { authorize, type Ctx, log, rowOf, sql, systemActor, transact } from '#server/platform/index.ts';
import { receivePaymentEvent, takeAccount } from './apply-payment.ts';
import type { OrderState } from './contract.ts';
import { extendHolds } from './extend-holds.ts';
import { holdMinutesOf } from './hold.rules.ts';
import type { OrderReader } from './order-access.ts';
import { getPayableOrder, type PayableOrder } from './payable-order.ts';

export type PayOrder = {
  /** The code of the provider chosen; the first that is offered when left out. */
  provider: string | null;
  language: Language;
  /** Where the provider sends the browser afterwards. */
  urls: (paymentId: string) => ReturnUrls;
};

/** Tries that are found to lead nowhere are given up for a new one, so often. */
const TRIES_MAX = 3;

/**
 * Opens a try to pay an order and says where the buyer pays. The try is on record before its provider is called, which
 * happens outside any transaction; an unfinished one is taken up again. Refuses an order that is paid or cancelled, a
 * way to pay that is not offered for it, and a provider that will not or does not answer (`unavailable`).
 */
export async function payOrder(
  ctx: Ctx,
  providers: Providers,
  number: string,
  reader: OrderReader,
  input: PayOrder,
): Promise<{ paymentId: string; where: WhereToPay }> {
  authorize(ctx, 'orders.pay');
  for (let tries = 1; ; tries += 1) {
    const order = await getPayableOrder(ctx, number, reader);
    const provider = chosen(providers, order, input.provider);
    const payment = await startPayment(ctx, number, reader, provider.code);
    const stands = await standOf(ctx, providers, provider, payment);
    if (stands === 'over' && tries < TRIES_MAX) continue;
    if (stands === 'open' && payment.openedUrl) {
      return { paymentId: payment.id, where: { kind: 'redirect', url: payment.openedUrl } };
    }
    const where = await openAt(ctx, provider, order, payment, input);
    return { paymentId: payment.id, where };
  }
}

/** The ways to pay that are offered for an order, in their order. */
export async function findOfferedProviders(
  ctx: Ctx,
  providers: Providers,
  number: string,
  reader: OrderReader,
): Promise<string[]> {
  authorize(ctx, 'orders.pay');
  const order = await getPayableOrder(ctx, number, reader);
  return offeredFor(providers, order).map(({ code }) => code);
}

function chosen(providers: Providers, order: PayableOrder, code: string | null): PaymentProvider {
  const offered = offeredFor(providers, order);
  const provider = code === null ? offered[0] : offered.find((one) => one.code === code);
  if (!provider) throw new DomainError('conflict', 'payments.not-offered', { provider: code ?? '' });
  return provider;
}

/** Asks the provider of a try that was opened before: its news may have been lost. */
async function standOf(
  ctx: Ctx,
  providers: Providers,
  provider: PaymentProvider,
  payment: Payment,
): Promise<'new' | 'open' | 'over'> {
  if (!payment.openedReference || !provider.look) return 'new';
  const event = await provider.look(ctx, { paymentId: payment.id, reference: payment.openedReference });
  if (!event) return 'open';
  await receivePaymentEvent({ ...ctx, actor: systemActor }, event, providers);
  return 'over';
}

async function openAt(
  ctx: Ctx,
  provider: PaymentProvider,
  order: PayableOrder,
  payment: Payment,
  { language, urls }: PayOrder,
): Promise<WhereToPay> {
  const createdAt = new Date(payment.createdAt);
  const toOpen = { ...order, paymentId: payment.id, amount: payment.amount, language, createdAt, reference: null };
  try {
    const where = await provider.open(ctx, toOpen, urls(payment.id));
    const url = where.kind === 'redirect' ? { url: where.url } : {};
    await transact(ctx, (tx) => keepOpened(tx, payment.id, { ...where, ...url }));
    return where;
  } catch (error) {
    // Nobody was given an address to pay at: this try is over, and the next one is a new one.
    const over = { provider: provider.code, eventId: `${payment.id}:not-opened`, paymentId: payment.id };
    await recordPaymentEvent(ctx, { ...over, kind: 'failed' });
    if (error instanceof DomainError) throw error;
    log.warn({ err: error, paymentId: payment.id, provider: provider.code }, 'a payment could not be opened');
    throw new DomainError('unavailable', 'payments.provider-silent');
  }
}

/**
 * Writes down a try to pay an order with a provider, or takes up the unfinished one. Refuses an order that is paid or
 * cancelled; a lapsed one may be tried, its goods are looked for again when the money comes.
 */
export async function startPayment(ctx: Ctx, number: string, reader: OrderReader, provider: string): Promise<Payment> {
  authorize(ctx, 'orders.pay');
  return transact(ctx, async (tx) => {
    const order = await getPayableOrder(tx, number, reader, 'locked');
    const until = addMinutes(order.placedAt, holdMinutesOf(order.buyerKind, provider));
    if (until > order.holdExpiresAt) await extendHolds(tx, [{ orderId: order.orderId, until }]);
    const open = await rowOf<{ id: string }>(
      tx,
      sql`select id from payment where order_id = ${order.orderId} and provider = ${provider} and state = 'started'
          order by created_at desc limit 1`,
    );
    return open ? getPayment(tx, open.id) : openPayment(tx, order.orderId, provider, order.total);
  });
}

/**
 * Looks at its provider how a payment stands, when the browser comes back: by the same event the webhook brings. What
 * the browser itself says is not believed.
 */
export async function checkPayment(ctx: Ctx, providers: Providers, paymentId: string): Promise<void> {
  authorize(ctx, 'orders.pay');
  const payment = await getPayment(ctx, paymentId);
  const provider = providers.of(payment.provider);
  // Its webhook is at it just now: the page that comes next is to show what that made of the order.
  if (payment.state === 'succeeded' && !payment.applied) {
    await takeAccount({ ...ctx, actor: systemActor }, paymentId, providers);
  }
  if (payment.state !== 'started' || !provider?.look) return;
  const event = await provider.look(ctx, { paymentId, reference: payment.openedReference });
  if (event) await receivePaymentEvent({ ...ctx, actor: systemActor }, event, providers);
}

/** Where a payment leads back to: the order's number and the key that opens it. Known only to who holds the payment's id. */
export async function getPaymentReturn(
  ctx: Ctx,
  paymentId: string,
): Promise<Payment & { number: string; accessKey: string; payable: boolean }> {
  authorize(ctx, 'orders.pay');
  const payment = await getPayment(ctx, paymentId);
  const order = await rowOf<{ number: string; access_key: string; state: OrderState }>(
    ctx,
    sql`select number, access_key, state from trade_order where id = ${payment.orderId}`,
  );
  if (!order) throw new DomainError('not-found', 'orders.unknown');
  const payable = order.state === 'placed' || order.state === 'lapsed';
  return { ...payment, number: order.number, accessKey: order.access_key, payable };
}
