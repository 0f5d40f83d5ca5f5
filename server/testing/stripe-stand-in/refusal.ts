import type Stripe from 'stripe';

type Reason = {
  type?: Stripe.RawErrorType;
  code?: string;
  param?: string;
};

/** What Stripe answers when it will not: a status and an error body of its shape. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: { error: Reason & { message: string; type: string } };

  constructor(status: number, message: string, { type = 'invalid_request_error', ...rest }: Reason = {}) {
    super(message);
    this.status = status;
    this.body = { error: { message, type, ...rest } };
  }
}

export function noSuch(what: string, id: string, param = 'id'): Refusal {
  return new Refusal(404, `No such ${what}: '${id}'`, { code: 'resource_missing', param });
}
