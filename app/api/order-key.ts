import { z } from 'zod';
import type { OrderReader } from '#server/orders/index.ts';
import { RequestRefusal } from './refusal.ts';

const KEY = /^[A-Za-z0-9_-]{1,80}$/;

export const orderNumber = z
  .string()
  .regex(/^\d{6}-[0-9A-Z]{4,12}$/)
  .meta({ description: 'The number of an order, such as 260601-7KQ2MX.' });

const accessKey = z.string().regex(KEY).optional();

/** The key that came with the order shows that it is theirs who ask. */
export const withOrderKey = z.strictObject({
  'order-key': accessKey.meta({ description: 'The accessKey of the order.' }),
});

/** In links a header cannot be sent. */
export const withOrderKeyInAddress = z.strictObject({
  key: accessKey.meta({ description: 'The accessKey of the order, where Order-Key cannot be sent.' }),
});

/** The key sent, in whichever way; refuses (401) a request without one. */
export function keyFrom(
  headers: { 'order-key'?: string | undefined },
  query: { key?: string | undefined } = {},
): OrderReader {
  const accessKey = headers['order-key'] ?? query.key;
  if (accessKey === undefined) throw new RequestRefusal(401, 'api.order-key-missing');
  return { accessKey };
}
