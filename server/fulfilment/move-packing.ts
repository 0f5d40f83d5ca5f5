import { DomainError } from '#server/kernel/errors.ts';
import { getParcelOwner, lockParcelWithOrder, moveParcels } from '#server/orders/index.ts';
import { authorize, type Ctx, recordChange, rowOf, sql, type Tx, transact } from '#server/platform/index.ts';

/** The clerk begins to pack: from now on the buyer can no longer change or cancel what is in the parcel. */
export function startPacking(ctx: Ctx, number: string): Promise<void> {
  return movePacking(ctx, number, 'packing');
}

/** The clerk puts a parcel back until later. Refused when something of it was weighed: its price is settled by then. */
export function stopPacking(ctx: Ctx, number: string): Promise<void> {
  return movePacking(ctx, number, 'to-pack');
}

async function movePacking(ctx: Ctx, number: string, to: 'packing' | 'to-pack'): Promise<void> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.pack', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, owner.id);
    if (parcel.state === to) return;
    if (parcel.state === 'cancelled') throw new DomainError('conflict', 'fulfilment.cancelled-meanwhile');
    if (to === 'to-pack' && (await isWeighed(tx, parcel.id))) {
      throw new DomainError('conflict', 'fulfilment.already-weighed');
    }
    await moveParcels(tx, [parcel], to);
    await recordChange(tx, { subject: 'parcel', subjectId: parcel.id, what: to });
  });
}

async function isWeighed(tx: Tx, parcelId: string): Promise<boolean> {
  const row = await rowOf<{ weighed: boolean }>(
    tx,
    sql`select exists (select from weighing join order_line on order_line.id = line_id
          where order_line.parcel_id = ${parcelId}) as weighed`,
  );
  return row?.weighed ?? false;
}
