import { authorize, type Ctx, rowsOf, sql, type Tx, transact } from '#server/platform/index.ts';
import { matureLocked } from './mature-parcels.ts';
import { netReturns } from './net-returns.ts';
import { hasOpenClaim } from './open-claims.ts';
import { repayAdvances } from './repay-advances.ts';

const PARCELS_PER_BATCH = 1_000;
const BATCHES_MAX = 1_000;

export type Matured = { parcels: number; lines: number };

/**
 * The sweep: what nobody can claim back any more becomes payable, what was bought at the scale at once; what came back
 * of goods already matured becomes a line below zero, and advances are repaid by the sales they were given on. Each batch
 * is a transaction of its own and takes only parcels nobody else works on, so any number of sweeps may run at once and a
 * sweep that was cut off is taken up by the next.
 */
export async function matureDues(ctx: Ctx): Promise<Matured> {
  authorize(ctx, 'dues.mature');
  const done = { parcels: 0, lines: 0 };
  for (const lock of [lockRipe, lockBoughtOut]) {
    for (let batch = 0; batch < BATCHES_MAX; batch += 1) {
      const part = await transact(ctx, async (tx) => {
        const ids = await lock(tx);
        return { parcels: ids.length, lines: await matureLocked(tx, ids, lock === lockRipe ? 'all' : 'bought-out') };
      });
      done.parcels += part.parcels;
      done.lines += part.lines;
      if (part.parcels < PARCELS_PER_BATCH) break;
    }
  }
  done.lines += await transact(ctx, netReturns);
  done.lines += await transact(ctx, repayAdvances);
  return done;
}

/** Delivered, the time to claim over. Whether a claim is open is looked at again behind the lock. */
async function lockRipe(tx: Tx): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from parcel
        where state = 'delivered' and matured_at is null and claim_until <= ${tx.now}
          and not ${hasOpenClaim(tx.now, sql`parcel.id`)}
        order by claim_until, id limit ${PARCELS_PER_BATCH} for update skip locked`,
  );
  return rows.map((row) => row.id);
}

/** Paid, with goods in it that belonged to the seller when they were sold: their household is owed at once. */
async function lockBoughtOut(tx: Tx): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    tx,
    sql`select id from parcel
        where matured_at is null and state in ('to-pack', 'packing', 'partly-shipped', 'shipped', 'delivered')
          and exists (
            select from allocation join lot on lot.id = allocation.lot_id
            where allocation.parcel_id = parcel.id and lot.mode = 'buyout' and allocation.earned_at is not null
              and allocation.household_fen > allocation.unearned_fen
              and not exists (select from due_line where allocation_id = allocation.id and kind = 'sale')
          )
        order by id limit ${PARCELS_PER_BATCH} for update skip locked`,
  );
  return rows.map((row) => row.id);
}
