import { z } from 'zod';
import { DomainError } from '#server/kernel/errors.ts';
import { PayInSandbox } from '#server/orders/contract.ts';
import { getPaymentReturn, payInSandbox, payOrder } from '#server/orders/index.ts';
import type { Ctx } from '#server/platform/index.ts';
import { type Endpoint, endpoint, none } from '../endpoint.ts';
import { keyFrom, orderNumber, withOrderKey } from '../order-key.ts';
import { payment } from '../views/orders.ts';

const paymentParams = z.strictObject({ id: z.uuid() });

const startPaymentEndpoint = endpoint({
  name: 'startPayment',
  method: 'post',
  path: '/orders/{number}/payments',
  policy: 'public',
  tag: 'Payments',
  summary: 'Begin to pay an order',
  description: 'An unfinished payment by the same provider is taken up again.',
  params: z.strictObject({ number: orderNumber }),
  query: none,
  headers: withOrderKey,
  body: z.strictObject({
    provider: z
      .string()
      .regex(/^[a-z][a-z-]{1,30}$/)
      .meta({
        description:
          'stripe, bank-transfer, or sandbox (there in a demo only, and moves no money). Which are open, the installation decides.',
        examples: ['stripe'],
      }),
  }),
  responses: { 201: { description: 'The payment, and where the buyer pays.', schema: payment } },
  refusals: [401, 409, 503],
  async answer({ ctx, params, headers, body, language, providers, origin }) {
    if (providers.open.length === 0) throw new DomainError('conflict', 'api.no-provider');
    const { paymentId } = await payOrder(ctx, providers, params.number, keyFrom(headers), {
      provider: body.provider,
      language,
      urls: (id) => ({ done: `${origin}/pay/return/${id}`, cancelled: `${origin}/orders/${params.number}` }),
    });
    return {
      status: 201,
      body: await paymentView(ctx, paymentId, origin),
      headers: { location: `/api/v1/payments/${paymentId}` },
    };
  },
});

const getPayment = endpoint({
  name: 'getPayment',
  method: 'get',
  path: '/payments/{id}',
  policy: 'public',
  tag: 'Payments',
  summary: 'How a payment stands',
  params: paymentParams,
  query: none,
  headers: none,
  body: null,
  responses: { 200: { description: 'The payment.', schema: payment } },
  refusals: [],
  answer: async ({ ctx, params, origin }) => ({ status: 200, body: await paymentView(ctx, params.id, origin) }),
});

const payInSandboxEndpoint = endpoint({
  name: 'payInSandbox',
  method: 'post',
  path: '/payments/{id}/sandbox',
  policy: 'demo-only',
  tag: 'Payments',
  summary: 'Play the provider: say how a sandbox payment went',
  description: 'There in a demo only. Saying the same again changes nothing.',
  params: paymentParams,
  query: none,
  headers: none,
  body: z.strictObject(PayInSandbox.shape),
  responses: { 200: { description: 'The payment as it stands now.', schema: payment } },
  refusals: [],
  async answer({ ctx, params, body, demo, origin }) {
    await payInSandbox(ctx, params.id, body.outcome, demo);
    return { status: 200, body: await paymentView(ctx, params.id, origin) };
  },
});

async function paymentView(ctx: Ctx, id: string, origin: string) {
  const { provider, state, amount, number, openedUrl } = await getPaymentReturn(ctx, id);
  const url = new URL(openedUrl ?? `/orders/${number}`, origin).href;
  return { id, order: number, provider, state, amount, url };
}

export const paymentEndpoints: readonly Endpoint[] = [startPaymentEndpoint, getPayment, payInSandboxEndpoint];
