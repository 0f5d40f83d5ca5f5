import type { ActionFunctionArgs } from '@remix-run/node';
import { expect, test } from 'vitest';
import { getReceipt } from '#server/orders/index.ts';
import { readEnv } from '#server/platform/index.ts';
import { aPlacedOrder, openWorld } from '#server/testing/index.ts';
import { goToStripe, providersAt } from '#server/testing/stripe.ts';
import { openStripeStandIn } from '#server/testing/stripe-stand-in/index.ts';
import { action } from './routes/webhooks.stripe.ts';

test('a webhook pays its order only when its very bytes are signed, and twice is once', async () => {
  await using world = await openWorld();
  await using standIn = await openStripeStandIn({ now: () => world.now });
  const env = readEnv({ DATABASE_URL: world.url, ...standIn.env });
  const { pack } = await world.jar({ packs: 3 });
  const order = await aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }]);
  const { sessionId } = await goToStripe(world.visitor(), providersAt(standIn), order);
  standIn.pay(sessionId);
  const [event] = standIn.events;
  if (!event) throw new Error('nothing happened');
  const { body, signature } = standIn.signed(event);
  const post = (text: string, given = env): Promise<Response> => {
    const headers = { 'content-type': 'application/json', 'stripe-signature': signature ?? '' };
    const request = new Request('http://shop/webhooks/stripe', { method: 'POST', body: text, headers });
    const context = { env: given, orm: world.orm, now: () => world.now, requestId: 'test' };
    return action({ request, context, params: {} } as unknown as ActionFunctionArgs);
  };

  const changed = await post(body.replace('5100', '1'));
  const without = await post(body, readEnv({ DATABASE_URL: world.url }));
  expect([changed.status, without.status]).toEqual([422, 404]);
  expect((await getReceipt(world.system(), order.number, { accessKey: null })).state).toBe('placed');

  expect([(await post(body)).status, (await post(body)).status]).toEqual([204, 204]);

  expect((await getReceipt(world.system(), order.number, { accessKey: null })).state).toBe('paid');
  expect(await world.brokenProofs()).toEqual([]);
});

test('a test key for a stand-in on this machine leaves the demo on; any other key turns it off', () => {
  const base = { DATABASE_URL: 'postgres://x/y', STRIPE_WEBHOOK_SECRET: 'whsec_x' };

  expect(readEnv({ ...base, STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_HOST: '127.0.0.1' }).demo).toBe(true);
  expect(readEnv({ ...base, STRIPE_SECRET_KEY: 'sk_live_x', STRIPE_HOST: '127.0.0.1' }).demo).toBe(false);
  expect(readEnv({ ...base, STRIPE_SECRET_KEY: 'sk_test_x' }).demo).toBe(false);
  expect(() => readEnv({ DATABASE_URL: 'postgres://x/y', STRIPE_SECRET_KEY: 'sk_test_x' })).toThrow('belong together');
});
