import { registerProviders, sandbox, sendOwedRefunds } from '#server/payments/index.ts';
import { findPaymentRefunds } from '#server/refunds/index.ts';
import { book, lineOf } from '#server/refunds/refund.factory.ts';
import { aPaidOrder, type World } from '#server/testing/index.ts';

const refusing = registerProviders(
  [{ ...sandbox, refund: async () => ({ outcome: 'refused' as const, reason: 'expired_or_canceled_card' }) }],
  ['sandbox'],
);

/** A refund that its provider would not send: waits for the bookkeeper. Returns its id. */
export async function aFailedRefund(world: World, pack: string): Promise<string> {
  const order = await aPaidOrder(world, [{ pack, count: 2 }]);
  const line = await lineOf(world, order);
  await book(world, line, { lines: [{ lineId: line.id, count: 1 }] });
  await sendOwedRefunds(world.system(), refusing);
  const { rows } = await findPaymentRefunds(world.bookkeeper(), { filter: 'failed', page: 1 });
  const failed = rows.find(({ orderNumber }) => orderNumber === order.number);
  if (!failed) throw new Error('the refund did not fail');
  return failed.id;
}
