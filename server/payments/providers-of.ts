import { assert } from '#server/kernel/errors.ts';
import type { Env } from '#server/platform/index.ts';
import { bankTransfer } from './bank-transfer.ts';
import { cash } from './cash.ts';
import { type PaymentProvider, type Providers, registerProviders } from './provider.ts';
import { receivingAccountOf } from './receiving-account.ts';
import { sandbox } from './sandbox.ts';
import { stripeProvider } from './stripe/stripe-provider.ts';

/** One registry for one environment: a provider keeps its connections open from call to call. */
const made = new WeakMap<Env, Providers>();

/**
 * The providers of this installation. Open are those PAYMENT_PROVIDERS names, in that order; without it all that are
 * known: each whose keys are there, and the sandbox in a demo only.
 */
export function providersOf(env: Env): Providers {
  const before = made.get(env);
  if (before) return before;
  const known = knownIn(env);
  const open = env.PAYMENT_PROVIDERS ?? known.filter((one) => isOpen(one, env)).map(({ code }) => code);
  const missing = open.filter((code) => !known.some((provider) => provider.code === code));
  assert(missing.length === 0, `PAYMENT_PROVIDERS names what has no settings here: ${missing.join(', ')}`);
  const providers = registerProviders(known, open);
  made.set(env, providers);
  return providers;
}

/** A transfer needs an account to go to. */
function isOpen(provider: PaymentProvider, env: Env): boolean {
  return provider !== bankTransfer || receivingAccountOf(env) !== null;
}

function knownIn(env: Env): PaymentProvider[] {
  const known: PaymentProvider[] = [];
  if (env.STRIPE_SECRET_KEY) known.push(stripeProvider(stripeSettings(env)));
  if (env.demo) known.push(sandbox);
  // Also where they are not open: what came in by them goes back by hand.
  known.push(bankTransfer, cash);
  return known;
}

function stripeSettings(env: Env) {
  assert(env.STRIPE_SECRET_KEY && env.STRIPE_WEBHOOK_SECRET, 'both secrets of Stripe are set');
  return {
    secretKey: env.STRIPE_SECRET_KEY,
    webhookSecret: env.STRIPE_WEBHOOK_SECRET,
    ...(env.STRIPE_HOST ? { host: env.STRIPE_HOST } : {}),
    ...(env.STRIPE_PORT ? { port: env.STRIPE_PORT } : {}),
    ...(env.STRIPE_PROTOCOL ? { protocol: env.STRIPE_PROTOCOL } : {}),
  };
}
