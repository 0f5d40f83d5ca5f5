import type { BusinessDay } from '#server/kernel/calendar.ts';
import { asRecords, type Ctx, rowsOf, sql, type Tx } from '#server/platform/index.ts';
import { type Draw, type DrawableShare, drawPacks } from './draw.ts';
import { lockPools, shiftShares } from './shift-shares.ts';

/** So many packs' worth of one produce from one organization's pool. `key` is the caller's name for it. */
export type Demand = { key: string; organizationId: string; produceId: string; packQuantity: number; count: number };

/** What was drawn for a demand, share by share. */
export type HeldDraw = Draw & { key: string; poolId: string; produceId: string };

/** A pool that has less than all demands on it together. */
export type Shortage = {
  organizationId: string;
  produceId: string;
  poolId: string | null;
  wanted: number;
  available: number;
};

/** `emptied`: pools in which a share was taken to its end, so that another one is next. */
export type HoldResult = { held: HeldDraw[]; shortages: Shortage[]; emptied: string[] };

/** What demands would be drawn from if they were held now: nothing is locked and nothing promised. Short demands draw nothing. */
export async function foreseeDraws(ctx: Ctx, demands: readonly Demand[], today: BusinessDay): Promise<HeldDraw[]> {
  const pools = await findPools(ctx, demands);
  const poolOf = new Map(pools.map((pool) => [`${pool.organization_id} ${pool.produce_id}`, pool.id]));
  const shares = await drawableShares(ctx, sumByPool(demands), today);
  return drawAll(demands, poolOf, shares);
}

type PoolRow = { id: string; organization_id: string; produce_id: string };
type ShareRow = {
  id: string;
  pool_id: string;
  lot_id: string;
  household_id: string;
  agreed_price: number;
  best_before: string;
  received: number;
  available: number;
  taken: number;
};

/**
 * Locks the pools in id order, looks again inside the lock, and holds what all demands together need, or nothing at
 * all: then the shortages say of which pool there is too little. Demands on one pool are summed before anything is
 * taken, so retail, gift box and bulk never oversell each other. Goods past their best-before day are not drawn.
 */
export async function holdStock(tx: Tx, demands: readonly Demand[], today: BusinessDay): Promise<HoldResult> {
  const wanted = sumByPool(demands);
  // Sent together; the server looks at the shares when it has the locks, not before.
  const [pools, shares] = await Promise.all([
    findPools(tx, demands, sql`for update`),
    drawableShares(tx, wanted, today),
  ]);
  const poolOf = new Map(pools.map((pool) => [`${pool.organization_id} ${pool.produce_id}`, pool.id]));

  const shortages: Shortage[] = [];
  for (const [key, { organizationId, produceId, quantity }] of wanted) {
    const poolId = poolOf.get(key) ?? null;
    const available = (poolId ? (shares.get(poolId) ?? []) : []).reduce((sum, share) => sum + share.available, 0);
    if (available < quantity) shortages.push({ organizationId, produceId, poolId, wanted: quantity, available });
  }
  if (shortages.length > 0) return { held: [], shortages, emptied: [] };

  const held = drawAll(demands, poolOf, shares);
  await shiftShares(
    tx,
    held.map((draw) => ({ shareId: draw.shareId, held: draw.quantity })),
  );
  const isEmptied = (poolId: string) => (shares.get(poolId) ?? []).some((share) => share.available === 0);
  return { held, shortages: [], emptied: [...shares.keys()].filter(isEmptied) };
}

function drawAll(
  demands: readonly Demand[],
  poolOf: Map<string, string>,
  shares: Map<string, DrawableShare[]>,
): HeldDraw[] {
  return demands.flatMap((demand) => {
    const poolId = poolOf.get(`${demand.organizationId} ${demand.produceId}`) ?? '';
    const draws = drawPacks(shares.get(poolId) ?? [], demand.packQuantity, demand.count) ?? [];
    return draws.map((draw) => ({ ...draw, key: demand.key, poolId, produceId: demand.produceId }));
  });
}

function findPools(ctx: Ctx, demands: readonly Demand[], lock = sql``): Promise<PoolRow[]> {
  const pairs = demands.map(({ organizationId, produceId }) => ({
    organization_id: organizationId,
    produce_id: produceId,
  }));
  return rowsOf<PoolRow>(
    ctx,
    sql`select id, organization_id, produce_id from pool
        where (organization_id, produce_id) in (
          select organization_id, produce_id from jsonb_to_recordset(${asRecords(pairs)})
            as pair(organization_id uuid, produce_id uuid))
        order by id ${lock}`,
  );
}

type Sum = { organizationId: string; produceId: string; quantity: number };

function sumByPool(demands: readonly Demand[]): Map<string, Sum> {
  const sums = new Map<string, Sum>();
  for (const { organizationId, produceId, packQuantity, count } of demands) {
    const key = `${organizationId} ${produceId}`;
    const before = sums.get(key)?.quantity ?? 0;
    sums.set(key, { organizationId, produceId, quantity: before + packQuantity * count });
  }
  return sums;
}

/** Of each pool the earliest lots that together hold what is wanted, whole lots, since turns are taken inside a lot. */
async function drawableShares(
  ctx: Ctx,
  wanted: Map<string, Sum>,
  today: BusinessDay,
): Promise<Map<string, DrawableShare[]>> {
  const records = [...wanted.values()].map((sum) => ({
    organization_id: sum.organizationId,
    produce_id: sum.produceId,
    quantity: sum.quantity,
  }));
  const rows = await rowsOf<ShareRow>(
    ctx,
    sql`select id, pool_id, lot_id, household_id, agreed_price, best_before, received, available, taken
        from (
          select share.id, share.pool_id, share.lot_id, share.household_id, share.agreed_price, share.best_before,
            share.received, share.available, share.received - share.on_hand + share.held + share.promised as taken,
            wanted.quantity,
            sum(share.available) over (partition by share.pool_id order by share.best_before, share.lot_id)
              - sum(share.available) over (partition by share.pool_id, share.best_before, share.lot_id) as before_this_lot
          from jsonb_to_recordset(${asRecords(records)}) as wanted(organization_id uuid,
            produce_id uuid, quantity bigint)
          join pool on pool.organization_id = wanted.organization_id and pool.produce_id = wanted.produce_id
          join share on share.pool_id = pool.id and share.available > 0 and share.best_before > ${today}::date
        ) as ranked
        where before_this_lot < quantity
        order by pool_id, best_before, lot_id, id`,
  );
  const byPool = new Map<string, DrawableShare[]>();
  for (const row of rows) {
    const share = {
      id: row.id,
      lotId: row.lot_id,
      householdId: row.household_id,
      agreedPrice: row.agreed_price,
      bestBefore: row.best_before,
      received: row.received,
      available: row.available,
      taken: row.taken,
    };
    const pool = byPool.get(row.pool_id);
    if (pool) pool.push(share);
    else byPool.set(row.pool_id, [share]);
  }
  return byPool;
}

/** Draws held, promised or dispatched: which share, and how much of it. */
export type Drawn = { shareId: string; quantity: number };

/** Held goods are paid for: they are promised, and their lots' shares are frozen from now on. The caller locks. */
export function promiseShifts(draws: readonly Drawn[]) {
  return draws.map((draw) => ({ shareId: draw.shareId, held: -draw.quantity, promised: draw.quantity }));
}

/** Gives held goods back to the shelf. */
export async function releaseHeld(tx: Tx, draws: readonly (Drawn & { poolId: string })[]): Promise<void> {
  await lockPools(
    tx,
    draws.map((draw) => draw.poolId),
  );
  await shiftShares(
    tx,
    draws.map((draw) => ({ shareId: draw.shareId, held: -draw.quantity })),
  );
}
