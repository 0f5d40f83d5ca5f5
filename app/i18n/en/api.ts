import type { Translated } from '../translator.ts';
import type { api as source } from '../zh-CN/api.ts';

export const api = {
  'invalid-input':
    '{count, plural, one {One value} other {# values}} of the request cannot be taken; see fields for which.',
  'malformed-json': 'The body of the request is not complete JSON. Please check it and send it again.',
  'not-json': 'The body of the request must be JSON, with Content-Type: application/json.',
  'too-large': 'The body of the request is too large: {kilobytes} KB at most.',
  'wrong-method': 'This address only takes {allow}.',
  'no-endpoint': 'There is no such endpoint; see /api/v1/openapi.json.',
  'unknown-field': 'There is no such field; please check its name.',
  text: 'Must be a text.',
  number: 'Must be a number, in plain digits.',
  boolean: 'Must be true or false.',
  list: 'Must be a list.',
  object: 'Must be an object.',
  'one-of': 'Must be one of: {values}.',
  'order-key-missing': 'To see an order, send the key you got when you placed it, in the Order-Key header.',
  'no-provider': 'This way to pay is not open yet. The order is kept for you.',
} as const satisfies Translated<typeof source>;
