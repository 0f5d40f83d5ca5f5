import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { checkMove } from '#server/kernel/machine.ts';
import {
  getParcelOwner,
  lockParcelWithOrder,
  moveParcels,
  type ParcelWithOrder,
  parcelMachine,
} from '#server/orders/index.ts';
import {
  announce,
  asRecords,
  authorize,
  type Ctx,
  recordChange,
  run,
  sql,
  type Tx,
  transact,
} from '#server/platform/index.ts';
import { type LineLeft, linesLeft } from '#server/refunds/index.ts';
import { lockPoolsOfShares, moveOnHand } from '#server/stock/index.ts';
import type { PacksOfLine, ShipParcel } from './contract.ts';
import { type Sent, sendPacks } from './send-packs.ts';
import { weighedGrams } from './weighed-grams.ts';

/**
 * Hands packs of a parcel to the courier, all that are left unless counts are said: what was promised leaves the shelf,
 * with the parcel as evidence. While some are left the parcel is partly shipped. Refuses more than is left, nothing at
 * all, and a line sold by weight that was not weighed or is to travel in parts.
 */
export async function shipParcel(ctx: Ctx, number: string, input: ShipParcel): Promise<void> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.ship', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, owner.id);
    checkMove(parcelMachine, parcel.state, 'shipped');
    const lines = [...(await linesLeft(tx, parcel.id)).values()];
    const packed = packsToShip(lines, input.lines);
    await checkWeighed(tx, packed);

    const shipmentId = await insertShipment(tx, parcel, input, packed);
    await dispatch(
      tx,
      parcel,
      packed.flatMap(({ line, count }) => sendPacks(line, count)),
    );
    const complete = packed.reduce((sum, { count }) => sum + count, 0) === toSendOf(lines);
    if (complete) await moveParcels(tx, [parcel], 'shipped');
    else if (parcel.state !== 'partly-shipped') await moveParcels(tx, [parcel], 'partly-shipped');

    await recordChange(tx, { subject: 'parcel', subjectId: parcel.id, what: 'shipped', after: input });
    await announce(tx, {
      topic: 'parcel.shipped',
      key: shipmentId,
      payload: { parcelId: parcel.id, number: parcel.number, orderId: parcel.orderId, shipmentId, complete },
    });
  });
}

type Packed = { line: LineLeft; count: number };

function packsToShip(lines: readonly LineLeft[], wanted: readonly PacksOfLine[] | undefined): Packed[] {
  const counts = new Map(wanted?.map(({ line, count }) => [line, count]));
  if ([...counts.keys()].some((position) => !lines.some((line) => line.position === position))) {
    throw new DomainError('not-found', 'refunds.line-unknown');
  }
  const packed = lines
    .map((line) => ({ line, count: wanted ? (counts.get(line.position) ?? 0) : line.toSend }))
    .filter(({ count }) => count > 0);
  const over = packed.find(({ line, count }) => count > line.toSend);
  if (over) throw new DomainError('conflict', 'fulfilment.more-than-left', { left: over.line.toSend });
  if (packed.length === 0) throw new DomainError('conflict', 'fulfilment.nothing-to-ship');
  return packed;
}

function toSendOf(lines: readonly LineLeft[]): number {
  return lines.reduce((sum, line) => sum + line.toSend, 0);
}

/** A line sold by weight is paid by what it weighed, so it travels after the scale and in one piece. */
async function checkWeighed(tx: Tx, packed: readonly Packed[]): Promise<void> {
  const byWeight = packed.filter(({ line }) => line.catchWeight);
  if (byWeight.length === 0) return;
  const weighed = await weighedGrams(
    tx,
    byWeight.map(({ line }) => line.id),
  );
  if (byWeight.some(({ line }) => !weighed.has(line.id))) {
    throw new DomainError('conflict', 'fulfilment.weigh-first');
  }
  if (byWeight.some(({ line, count }) => count < line.toSend)) {
    throw new DomainError('conflict', 'fulfilment.weighed-together');
  }
}

async function insertShipment(
  tx: Tx,
  parcel: ParcelWithOrder,
  input: ShipParcel,
  packed: readonly Packed[],
): Promise<string> {
  const id = uuidv7(tx.now);
  const lines = packed.map(({ line, count }) => ({ line_id: line.id, count }));
  await run(
    tx,
    sql`with sent as (
          insert into shipment (id, parcel_id, seq, courier, tracking_number, shipped_at)
          values (${id}, ${parcel.id}, (select count(*) + 1 from shipment where parcel_id = ${parcel.id}), ${input.courier},
            ${input.courier === 'SELF' ? null : input.trackingNumber}, ${tx.now})
        )
        insert into shipment_line (shipment_id, line_id, count)
        select ${id}, line_id, count from jsonb_to_recordset(${asRecords(lines)}) as line(line_id uuid, count int)`,
  );
  return id;
}

async function dispatch(tx: Tx, parcel: ParcelWithOrder, sent: readonly Sent[]): Promise<void> {
  await lockPoolsOfShares(
    tx,
    sent.map(({ shareId }) => shareId),
  );
  await moveOnHand(
    tx,
    sent.map(({ shareId, quantity }) => ({ shareId, delta: -quantity, promised: -quantity })),
    { reason: 'sale', kind: 'parcel', id: parcel.id },
  );
  const records = sent.map(({ allocationId, quantity }) => ({ id: allocationId, quantity }));
  await run(
    tx,
    sql`update allocation set sent_quantity = sent_quantity + sent.quantity,
          state = case when sent_quantity + sent.quantity + unsent_quantity = allocation.quantity
            then 'dispatched' else 'promised' end
        from jsonb_to_recordset(${asRecords(records)}) as sent(id uuid, quantity bigint) where allocation.id = sent.id`,
  );
}
