import { expect, test } from 'vitest';
import { findUnapplied, sendOwedRefunds } from '#server/payments/index.ts';
import { sql } from '#server/platform/index.ts';
import { crashAtEachStep } from '#server/testing/crash-at.ts';
import { aPlacedOrder, openWorld } from '#server/testing/index.ts';
import { goToStripe, hearWebhook, providersAt } from '#server/testing/stripe.ts';
import { openStripeStandIn } from '#server/testing/stripe-stand-in/index.ts';
import { applyPayment, cancelOrder, checkPayment, type PlacedOrder } from './index.ts';

const SLOW_MS = 180_000;

async function openShop() {
  const world = await openWorld();
  const standIn = await openStripeStandIn({ now: () => world.now });
  const { pack } = await world.jar({ packs: 500 });
  const providers = providersAt(standIn);
  return {
    world,
    standIn,
    providers,
    order: () => aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]),
    /** What runs by itself after a restart; a webhook nobody answered comes again, and the buyer tries again. */
    async recover() {
      world.later(5);
      for (const id of await findUnapplied(world.system(), world.now)) await applyPayment(world.system(), id);
      await sendOwedRefunds(world.system(), providers);
    },
    async howItStands({ id }: PlacedOrder) {
      const [row] = await world.rows<{ order: string; kept: number; back: number; sales: number }>(
        sql`select state as "order",
              (select count(*)::int from payment where order_id = trade_order.id and state = 'succeeded' and applied_at is not null) as kept,
              (select count(*)::int from payment where order_id = trade_order.id and state = 'refunded') as back,
              (select count(*)::int from entry where key = 'sale:' || trade_order.id) as sales
            from trade_order where id = ${id}`,
      );
      return row;
    },
    async [Symbol.asyncDispose]() {
      await standIn[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
}

test(
  'a process that dies at any step of paying leaves the order paid and allocated once, after a restart',
  async () => {
    await using shop = await openShop();
    const { world, standIn, providers } = shop;

    const died = await crashAtEachStep(
      shop.order,
      async (crash, order) => {
        const dying = providersAt(standIn, (provider) => crash.outside(provider, 'open', 'refund', 'look'));
        const { sessionId, paymentId } = await goToStripe(crash.ctx(world.visitor()), dying, order);
        standIn.pay(sessionId);
        await hearWebhook(crash.ctx(world.system()), dying, standIn, standIn.events.at(-1) as never);
        await checkPayment(crash.ctx(world.visitor()), dying, paymentId);
      },
      async (order, step) => {
        await shop.recover();
        // Nothing was paid yet, or nobody heard of it: the buyer looks at his order and goes on, or Stripe tells us again.
        const before = await shop.howItStands(order);
        if (before?.order !== 'paid') {
          const again = await goToStripe(world.visitor(), providers, order).catch(() => null);
          if (again && standIn.session(again.sessionId).status === 'open') standIn.pay(again.sessionId);
          if (again) await checkPayment(world.visitor(), providers, again.paymentId);
        }
        for (const event of standIn.events) await hearWebhook(world.system(), providers, standIn, event);
        await shop.recover();

        expect([step, await shop.howItStands(order)]).toEqual([step, { order: 'paid', kept: 1, back: 0, sales: 1 }]);
      },
    );

    expect(died).toBeGreaterThan(20);
    expect(standIn.balance()).toBe(5100 * (died + 1));
    expect(await world.brokenProofs()).toEqual([]);
  },
  SLOW_MS,
);

test(
  'a process that dies at any step of sending money back sends it once, after a restart',
  async () => {
    await using shop = await openShop();
    const { world, standIn, providers } = shop;

    const died = await crashAtEachStep(
      async () => {
        const order = await shop.order();
        const { sessionId } = await goToStripe(world.visitor(), providers, order);
        standIn.pay(sessionId);
        await cancelOrder(world.visitor(), order.number, { accessKey: order.accessKey });
        return { order, event: standIn.events.at(-1) };
      },
      async (crash, { event }) => {
        const dying = providersAt(standIn, (provider) => crash.outside(provider, 'open', 'refund', 'look'));
        await hearWebhook(crash.ctx(world.system()), dying, standIn, event as never);
      },
      async ({ order, event }, step) => {
        // Stripe forgets its keys sooner than our worker comes back.
        standIn.forgetKeys();
        await hearWebhook(world.system(), providers, standIn, event as never);
        await shop.recover();

        expect([step, await shop.howItStands(order)]).toEqual([
          step,
          { order: 'cancelled', kept: 0, back: 1, sales: 0 },
        ]);
      },
    );

    expect(died).toBeGreaterThan(15);
    expect(standIn.balance()).toBe(0);
    expect(standIn.refunds()).toHaveLength(died + 1);
    expect(await world.brokenProofs()).toEqual([]);
  },
  SLOW_MS,
);
