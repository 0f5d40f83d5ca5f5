import { z } from 'zod';

const flag = z.enum(['on', 'off']);

const Settings = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  DATABASE_URL: z.string().min(1),
  /** As whom the schema is migrated, where DATABASE_URL is the application's role, which owns nothing. */
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  /** A direct connection for LISTEN where DATABASE_URL goes through a transaction-pooling proxy. */
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(100).default(12),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  DATA_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** Signs sessions. Made and kept in DATA_DIR when not given. */
  SESSION_SECRET: z.string().min(32).optional(),
  /** 32 bytes as hex; encrypts phones and bank cards. Made and kept in DATA_DIR when not given. */
  FIELD_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** The header a trusted proxy puts the client's address in. Without it the socket's address counts. */
  CLIENT_IP_HEADER: z.string().optional(),
  DEMO: flag.optional(),
  /** Which ways to pay are open and in which order, with commas; all that have their settings when not given. */
  PAYMENT_PROVIDERS: z
    .string()
    .transform((text) => text.split(',').map((code) => code.trim()))
    .pipe(z.array(z.string().regex(/^[a-z][a-z-]*$/)).min(1))
    .optional(),
  /** Our account that buyers transfer to; all three, or transfers are not taken. */
  BANK_ACCOUNT_HOLDER: z.string().optional(),
  BANK_ACCOUNT_BANK: z.string().optional(),
  BANK_ACCOUNT_NUMBER: z.string().optional(),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^[sr]k_(test|live)_\w+$/)
    .optional(),
  STRIPE_WEBHOOK_SECRET: z.string().startsWith('whsec_').optional(),
  /** Where Stripe is, if not at its own address: a stand-in, or a proxy on the way. */
  STRIPE_HOST: z.string().optional(),
  STRIPE_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  STRIPE_PROTOCOL: z.enum(['http', 'https']).optional(),
  /** Where mails leave, and as whom. SMTP_SECURE=off begins in the clear and must turn to TLS before anything is said. */
  SMTP_HOST: z.string().optional(),
  SMTP_PORT: z.coerce.number().int().min(1).max(65535).optional(),
  SMTP_SECURE: flag.default('on'),
  SMTP_USER: z.string().optional(),
  SMTP_PASSWORD: z.string().optional(),
  MAIL_FROM: z.email().optional(),
  /** Where texts leave: an address of ours or of a provider that takes them as signed JSON. */
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_SECRET: z.string().min(16).optional(),
  ICP_NUMBER: z.string().optional(),
});

const Environment = Settings.refine((env) => !env.STRIPE_SECRET_KEY === !env.STRIPE_WEBHOOK_SECRET, {
  path: ['STRIPE_WEBHOOK_SECRET'],
  message: 'STRIPE_SECRET_KEY and STRIPE_WEBHOOK_SECRET belong together',
})
  .refine((env) => !env.SMTP_HOST === !env.MAIL_FROM, {
    path: ['MAIL_FROM'],
    message: 'SMTP_HOST and MAIL_FROM belong together',
  })
  .refine((env) => !env.SMTP_USER === !env.SMTP_PASSWORD, {
    path: ['SMTP_PASSWORD'],
    message: 'SMTP_USER and SMTP_PASSWORD belong together',
  })
  .refine((env) => !env.SMS_URL === !env.SMS_SECRET, {
    path: ['SMS_SECRET'],
    message: 'SMS_URL and SMS_SECRET belong together',
  })
  .refine((env) => env.PUBLIC_URL || !(env.SMTP_HOST || env.SMS_URL), {
    path: ['PUBLIC_URL'],
    message: 'mails and texts lead to pages: say at which address they are',
  });

export type Env = z.infer<typeof Environment> & { readonly demo: boolean };

/**
 * Reads and checks the environment; throws with one line per wrong variable. Demo mode is on when nothing says
 * otherwise, and cannot be on beside a real payment key.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    throw new Error(`The environment does not fit:\n${lines.join('\n')}`);
  }
  const env = parsed.data;
  return { ...env, demo: takesRealMoney(env) ? false : env.DEMO !== 'off' };
}

/** A key of Stripe's is real unless it is a test key for a stand-in on this very machine. */
function takesRealMoney({ STRIPE_SECRET_KEY: key, STRIPE_HOST: host }: z.infer<typeof Environment>): boolean {
  if (!key) return false;
  const isStandIn = host !== undefined && ['127.0.0.1', 'localhost', '::1'].includes(host) && key.includes('_test_');
  return !isStandIn;
}
