import { DomainError } from '#server/kernel/errors.ts';
import { fen, multiplyRatio } from '#server/kernel/money.ts';
import { getParcelOwner, lockParcelWithOrder } from '#server/orders/index.ts';
import { authorize, type Ctx, recordChange, rowOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { bookRefund, type LineLeft, linesLeft } from '#server/refunds/index.ts';
import type { WeighLine } from './contract.ts';
import { weighedGrams } from './weighed-grams.ts';

/**
 * Settles a line sold by weight by what its packs weigh together: the buyer paid for the most they may weigh, and has
 * back what is missing. Once only, while the parcel is being packed. Refuses a weight outside what was promised.
 */
export async function weighLine(ctx: Ctx, number: string, input: WeighLine): Promise<void> {
  const owner = await getParcelOwner(ctx, number);
  authorize(ctx, 'parcels.pack', { organizationId: owner.organizationId });
  await transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, owner.id);
    if (parcel.state !== 'packing' && parcel.state !== 'partly-shipped') {
      throw new DomainError('conflict', 'fulfilment.not-packing');
    }
    const line = [...(await linesLeft(tx, parcel.id)).values()].find(({ position }) => position === input.line);
    if (!line?.catchWeight || line.toSend === 0) throw new DomainError('not-found', 'refunds.line-unknown');
    if ((await weighedGrams(tx, [line.id])).has(line.id))
      throw new DomainError('conflict', 'fulfilment.already-weighed');
    const most = gramsToSend(line);
    checkWeight(input.grams, await leastGrams(tx, line), most);

    await run(
      tx,
      sql`insert into weighing (line_id, grams, actor_id, at) values (${line.id}, ${input.grams}, ${tx.actor.id}, ${tx.now})`,
    );
    await recordChange(tx, {
      subject: 'parcel',
      subjectId: parcel.id,
      what: 'weighed',
      after: { line: line.position, grams: input.grams, most },
    });
    const missing = most - input.grams;
    if (!isWorthAFen(line, missing)) return;
    await bookRefund(tx, {
      key: `weighing:${line.id}`,
      parcelId: parcel.id,
      kind: 'catch-weight',
      goods: 'unsent',
      bearer: 'source',
      lines: [{ lineId: line.id, quantity: missing }],
      freight: fen(0),
      reason: 'weighed',
    });
  });
}

function checkWeight(weighed: number, least: number, most: number): void {
  if (weighed < least) throw new DomainError('conflict', 'fulfilment.weighs-too-little', { least, most });
  if (weighed > most) throw new DomainError('conflict', 'fulfilment.weighs-too-much', { least, most });
}

function gramsToSend(line: LineLeft): number {
  return line.allocations.reduce((sum, { quantity, sent, unsent }) => sum + quantity - sent - unsent, 0);
}

async function leastGrams(tx: Tx, line: LineLeft): Promise<number> {
  const row = await rowOf<{ least: number | null }>(
    tx,
    sql`select pack.least_grams as least from order_line join pack on pack.id = pack_id where order_line.id = ${line.id}`,
  );
  return line.toSend * (row?.least ?? 1);
}

/** A gram or two of something cheap comes to no fen; then the line counts as full and nothing goes back. */
function isWorthAFen(line: LineLeft, grams: number): boolean {
  const sold = line.allocations.reduce((sum, { quantity, unsent, returned }) => sum + quantity - unsent - returned, 0);
  return multiplyRatio(line.money.paid, grams, sold) > 0;
}
