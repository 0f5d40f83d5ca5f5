import { DomainError } from '#server/kernel/errors.ts';
import { fen } from '#server/kernel/money.ts';
import { getParcelOwner, lockParcelWithOrder } from '#server/orders/index.ts';
import { authorize, type Ctx, transact } from '#server/platform/index.ts';
import { type BookedRefund, bookRefund, type LineLeft, linesLeft } from '#server/refunds/index.ts';
import type { ReportShort } from './contract.ts';
import { weighedGrams } from './weighed-grams.ts';

/**
 * Packs of a line that cannot be sent: the buyer has their money back at once, with the freight when nothing of the
 * parcel is sent at all. What is missing or spoiled is written off, what was not harvested yet may be sold later.
 */
export async function reportShort(ctx: Ctx, number: string, input: ReportShort): Promise<BookedRefund> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.pack', { organizationId: owner.organizationId });
  return transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, owner.id);
    const lines = [...(await linesLeft(tx, parcel.id)).values()];
    const line = lines.find(({ position }) => position === input.line);
    if (!line) throw new DomainError('not-found', 'refunds.line-unknown');
    // What the scale said is the weight of all packs together: a part of them has none of its own.
    const weighed = await weighedGrams(tx, [line.id]);
    if (weighed.has(line.id) && input.count < line.toSend) {
      throw new DomainError('conflict', 'fulfilment.weighed-together');
    }
    return bookRefund(tx, {
      key: `short:${parcel.id}:${input.key}`,
      parcelId: parcel.id,
      kind: 'short',
      goods: 'unsent',
      bearer: 'source',
      lines: [{ lineId: line.id, count: input.count }],
      freight: leavesNothing(lines, input.count) ? 'all-left' : fen(0),
      reason: input.reason,
      spoiled: input.reason !== 'not-harvested',
    });
  });
}

/** Whether nothing of a parcel is sent, neither before nor after so many packs of it are short. */
function leavesNothing(lines: readonly LineLeft[], short: number): boolean {
  return (
    lines.every(({ withBuyer }) => withBuyer === 0) && lines.reduce((sum, { toSend }) => sum + toSend, 0) === short
  );
}
