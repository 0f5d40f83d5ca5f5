import type Stripe from 'stripe';
import { z } from 'zod';
import { Refusal } from './refusal.ts';

const METADATA_VALUE_MAX = 500;

/** A whole number as a form carries it. */
const whole = z
  .string()
  .regex(/^-?\d+$/)
  .transform(Number);
const text = z.string().min(1);
const metadata = z.record(z.string().max(40), z.string().max(METADATA_VALUE_MAX));
const methods = z.enum(['card', 'alipay', 'wechat_pay', 'link']);
/** Stripe's smallest amount: about half a US dollar. */
const CNY_LEAST = 400;

/** Holds only while every parameter taken here is one of Stripe's. */
type AllOf<Ours, Theirs> = Exclude<keyof Ours, keyof Theirs> extends never ? true : never;

/** Of all Stripe takes for a session, what we send; the rest is as unknown here as a slip of the pen. */
export const createSession = z.strictObject({
  mode: z.enum(['payment']),
  allowed_payment_method_types: z.array(methods).min(1).optional(),
  payment_method_options: z
    .strictObject({ wechat_pay: z.strictObject({ client: z.enum(['web', 'ios', 'android']) }).optional() })
    .optional(),
  line_items: z
    .array(
      z.strictObject({
        quantity: whole.pipe(z.number().int().min(1)),
        price_data: z.strictObject({
          currency: z.enum(['cny']),
          unit_amount: whole.pipe(z.number().int().min(0).max(99_999_999)),
          product_data: z.strictObject({ name: text.max(250), description: text.optional() }),
        }),
      }),
    )
    .min(1)
    .max(100),
  client_reference_id: text.max(200).optional(),
  metadata: metadata.optional(),
  payment_intent_data: z.strictObject({ metadata: metadata.optional(), description: text.optional() }).optional(),
  locale: z.enum(['auto', 'en', 'zh', 'zh-HK', 'zh-TW']).optional(),
  success_url: z.url(),
  cancel_url: z.url().optional(),
  expires_at: whole.optional(),
  customer_email: z.email().optional(),
});
export type CreateSession = z.output<typeof createSession>;
true satisfies AllOf<CreateSession, Stripe.Checkout.SessionCreateParams>;

export const createRefund = z.strictObject({
  payment_intent: text,
  amount: whole.pipe(z.number().int().min(1)).optional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).optional(),
  metadata: metadata.optional(),
});
export type CreateRefund = z.output<typeof createRefund>;
true satisfies AllOf<CreateRefund, Stripe.RefundCreateParams>;

export const listRefunds = z.strictObject({
  payment_intent: text.optional(),
  limit: whole.pipe(z.number().int().min(1).max(100)).optional(),
});

export const nothing = z.strictObject({});

/** Reads parameters or answers 400 as Stripe does, naming the first that is wrong. */
export function read<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given, { reportInput: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  if (issue?.code === 'unrecognized_keys') {
    const param = nameOf([...path, issue.keys[0] ?? '']);
    throw new Refusal(400, `Received unknown parameter: ${param}`, { code: 'parameter_unknown', param });
  }
  const param = nameOf(path);
  if (issue && 'input' in issue && issue.input === undefined) {
    throw new Refusal(400, `Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  throw new Refusal(400, `Invalid ${param}: ${issue?.message ?? ''}`, { param });
}

/** `line_items[0][price_data][currency]`, as Stripe names it. */
function nameOf(path: readonly PropertyKey[]): string {
  const [first = '', ...rest] = path.map(String);
  return first + rest.map((part) => `[${part}]`).join('');
}

/** What Stripe refuses of a session although each parameter fits. */
export function checkSession(input: CreateSession, now: Date): void {
  const total = input.line_items.reduce((sum, item) => sum + item.quantity * item.price_data.unit_amount, 0);
  if (total < CNY_LEAST) {
    throw new Refusal(400, 'The Checkout Session total is below the minimum.', { code: 'amount_too_small' });
  }
  const wechat = input.allowed_payment_method_types?.includes('wechat_pay') ?? false;
  if (wechat && !input.payment_method_options?.wechat_pay) {
    const param = 'payment_method_options[wechat_pay][client]';
    throw new Refusal(400, `Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  if (input.expires_at === undefined) return;
  const seconds = input.expires_at - Math.floor(now.getTime() / 1000);
  if (seconds < 30 * 60 || seconds > 24 * 3600) {
    const message =
      'The `expires_at` timestamp must be between 30 minutes and 24 hours from Checkout Session creation.';
    throw new Refusal(400, message, { param: 'expires_at' });
  }
}
