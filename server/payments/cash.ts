import type { PaymentProvider } from './provider.ts';

const CASH = 'cash';

/** Cash is kept apart by who holds it: the provider of a payment names the organization. */
export function cashOf(organizationId: string): string {
  return `${CASH}:${organizationId}`;
}

/** Cash over a counter. It is never chosen by a buyer: a cashier takes it, and hands back what is owed back. */
export const cash: PaymentProvider = {
  code: CASH,
  offered: () => false,
  open: async () => ({ kind: 'instructions' }),
  refund: async () => ({ outcome: 'by-hand' }),
};
