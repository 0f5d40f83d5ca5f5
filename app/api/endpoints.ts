import { z } from 'zod';
import { type Endpoint, endpoint, none } from './endpoint.ts';
import { cartEndpoints } from './endpoints/carts.ts';
import { orderEndpoints } from './endpoints/orders.ts';
import { paymentEndpoints } from './endpoints/payments.ts';
import { productEndpoints } from './endpoints/products.ts';
import { describeApi } from './openapi.ts';

const getDocument = endpoint({
  name: 'getDocument',
  method: 'get',
  path: '/openapi.json',
  policy: 'public',
  tag: 'This document',
  summary: 'This document',
  params: none,
  query: none,
  headers: none,
  body: null,
  responses: { 200: { description: 'OpenAPI 3.1.', schema: z.looseObject({ openapi: z.string() }) } },
  refusals: [],
  answer: async () => ({ status: 200, body: apiDocument() }),
});

/** Everything the API does. */
export const endpoints: readonly Endpoint[] = [
  ...productEndpoints,
  ...cartEndpoints,
  ...orderEndpoints,
  ...paymentEndpoints,
  getDocument,
];

let described: ReturnType<typeof describeApi> | undefined;

/** The OpenAPI document, made once of the table above. */
export function apiDocument(): ReturnType<typeof describeApi> {
  described ??= describeApi(endpoints);
  return described;
}
