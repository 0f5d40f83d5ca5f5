import type { Env } from '#server/platform/index.ts';
import { type PaymentProvider, type Providers, registerProviders } from './provider.ts';
import { sandbox } from './sandbox.ts';

/** The providers of this installation: those PAYMENT_PROVIDERS names, else all whose keys are there; the sandbox in a demo only. */
export function providersOf(env: Env): Providers {
  const known: PaymentProvider[] = [];
  if (env.demo) known.push(sandbox);
  return registerProviders(
    known,
    known.map(({ code }) => code),
  );
}
