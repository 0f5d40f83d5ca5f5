import { type PaymentProvider, type Providers, registerProviders } from './provider.ts';

/** Plays a provider in the demo: its page is ours, it moves no money, and what is sent back is back at once. */
export const sandbox: PaymentProvider = {
  code: 'sandbox',
  offered: () => true,
  open: async (_ctx, { paymentId }) => ({ kind: 'redirect', url: `/pay/sandbox/${paymentId}` }),
  refund: async (_ctx, { id }) => ({ outcome: 'sent', reference: `sandbox:${id}` }),
};

/** Nothing outside is called: for seeds, scenarios and tests. */
export const sandboxOnly: Providers = registerProviders([sandbox], [sandbox.code]);
