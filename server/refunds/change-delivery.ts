import { DomainError } from '#server/kernel/errors.ts';
import type { OrderReader } from '#server/orders/index.ts';
import { deliveryRegion } from '#server/places/index.ts';
import {
  announce,
  authorize,
  type Ctx,
  recordChange,
  rowOf,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import type { ChangeDelivery } from './contract.ts';
import { changeable, lockOwnOrder } from './lock-own-order.ts';

type Told = Pick<ChangeDelivery, 'recipient' | 'phone' | 'region' | 'address' | 'note'>;

/**
 * Another recipient, phone, address or note of a paid order while nobody has begun to pack any of it. Freight was paid
 * for a zone, and some goods do not travel to every zone, so the new address lies in the same one.
 */
export async function changeDelivery(
  ctx: Ctx,
  number: string,
  reader: OrderReader,
  input: ChangeDelivery,
): Promise<void> {
  authorize(ctx, 'orders.change');
  const region = deliveryRegion(input.region);
  if (!region) throw new DomainError('invalid', 'orders.region-unknown');
  await transact(ctx, async (tx) => {
    const order = await lockOwnOrder(tx, number, reader);
    changeable(order, order.parcels);
    const before = await toldOf(tx, order.id);
    if (!(await isSameZone(tx, before.region, input.region))) {
      throw new DomainError('conflict', 'refunds.other-zone');
    }
    await run(
      tx,
      sql`update trade_order set recipient = ${input.recipient}, phone = ${input.phone}, region_code = ${input.region},
            region_name = ${JSON.stringify(region.name)}::jsonb, address = ${input.address}, note = ${input.note}
          where id = ${order.id}`,
    );
    const changed = changesOf(before, input);
    await recordChange(tx, { subject: 'order', subjectId: order.id, what: 'delivery-changed', ...changed });
    await announce(tx, {
      topic: 'order.delivery-changed',
      key: order.id,
      payload: { orderId: order.id, number: order.number },
    });
  });
}

async function toldOf(tx: Tx, orderId: string): Promise<Told> {
  const told = await rowOf<Told>(
    tx,
    sql`select recipient, phone, region_code as region, address, note from trade_order where id = ${orderId}`,
  );
  if (!told) throw new DomainError('not-found', 'orders.unknown');
  return told;
}

/** The fields that differ. The log outlives the order's address, so it says which changed and not to what. */
function changesOf(before: Told, after: Told): { after: { changed: string[] } } {
  const fields = ['recipient', 'phone', 'region', 'address', 'note'] as const;
  return { after: { changed: fields.filter((field) => before[field] !== after[field]) } };
}

async function isSameZone(tx: Tx, before: string, after: string): Promise<boolean> {
  const row = await rowOf<{ same: boolean }>(
    tx,
    sql`select count(distinct zone) = 1 as same from freight_zone
        where province_code in (${before.slice(0, 2)}, ${after.slice(0, 2)})
        having count(*) = ${before.slice(0, 2) === after.slice(0, 2) ? 1 : 2}`,
  );
  return row?.same ?? false;
}
