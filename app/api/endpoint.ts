import { z } from 'zod';
import { type Language, languages } from '#server/kernel/text.ts';
import type { Providers } from '#server/payments/index.ts';
import type { Policy } from '#server/platform/http/route-policy.ts';
import type { Ctx } from '#server/platform/index.ts';

type Method = 'get' | 'post' | 'put' | 'delete';

/** What an endpoint answers when it did what was asked. `schema` is null where there is nothing to say. */
export type Reply = { description: string; schema: z.ZodType | null; headers?: Record<string, string> };

type Answer = { status: number; body: unknown; headers?: Record<string, string> };

type Call<P extends z.ZodObject, Q extends z.ZodObject, H extends z.ZodObject, B extends z.ZodObject> = {
  ctx: Ctx;
  language: Language;
  /** Whether this is a demo, where the sandbox plays the provider of payments. */
  demo: boolean;
  /** The ways to pay of this installation. */
  providers: Providers;
  /** Scheme and host the buyer's browser knows us by. */
  origin: string;
  params: z.output<P>;
  query: z.output<Q>;
  headers: z.output<H>;
  body: z.output<B>;
};

/**
 * One thing the API does. Routing, reading of the input, the document of the API and its tests are all made from this:
 * what is not stated here does not exist.
 */
export type Contract<P extends z.ZodObject, Q extends z.ZodObject, H extends z.ZodObject, B extends z.ZodObject> = {
  name: string;
  method: Method;
  /** Below /api/v1, with parameters in braces. */
  path: `/${string}`;
  policy: Policy;
  tag: string;
  summary: string;
  description?: string;
  params: P;
  query: Q;
  /** Names in lower case. */
  headers: H;
  /** Null where no body is read. */
  body: B | null;
  responses: Record<number, Reply>;
  /** Statuses of the refusals of its use-case, beside those any request may meet. */
  refusals: readonly number[];
  answer(call: Call<P, Q, H, B>): Promise<Answer>;
};

export type Endpoint = Contract<z.ZodObject, z.ZodObject, z.ZodObject, z.ZodObject>;

/** Nothing is asked. */
export const none = z.strictObject({});

const lang = z
  .enum(languages as readonly [Language, ...Language[]])
  .optional()
  .meta({ description: 'The language of messages. Without it, Accept-Language counts; without that, Chinese.' });

/** Writes down an endpoint, with its types checked against one another, and lets every one be asked in a language. */
export function endpoint<P extends z.ZodObject, Q extends z.ZodObject, H extends z.ZodObject, B extends z.ZodObject>(
  contract: Contract<P, Q, H, B>,
): Endpoint {
  return { ...contract, query: contract.query.extend({ lang }) } as unknown as Endpoint;
}
