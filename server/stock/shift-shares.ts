import { asRecords, rowsOf, run, sql, type Tx } from '#server/platform/index.ts';

/** How one share's quantities change. Pools follow by the same sums. */
export type ShareShift = {
  shareId: string;
  onHand?: number;
  held?: number;
  promised?: number;
  setAside?: number;
  earnedQuantity?: number;
  earnedFen?: number;
};

/** Locks pools in id order; every change of their shares happens behind these locks. */
export async function lockPools(tx: Tx, poolIds: readonly string[]): Promise<void> {
  await run(tx, sql`select id from pool where id in ${idList(poolIds)} order by id for update`);
}

/** Locks the pools that shares stand in, in id order. */
export async function lockPoolsOfShares(tx: Tx, shareIds: readonly string[]): Promise<void> {
  await run(
    tx,
    sql`select id from pool where id in (select pool_id from share where id in ${idList(shareIds)}) order by id for update`,
  );
}

/**
 * Applies shifts to shares and, summed, to their pools, in one statement. The caller holds the pools' locks. A shift
 * that would oversell breaks a CHECK of the row: a bug above, since the caller looked behind the same lock.
 */
export async function shiftShares(tx: Tx, shifts: readonly ShareShift[]): Promise<void> {
  if (shifts.length === 0) return;
  const records = sumByShare(shifts).map((shift) => ({
    share_id: shift.shareId,
    on_hand: shift.onHand ?? 0,
    held: shift.held ?? 0,
    promised: shift.promised ?? 0,
    set_aside: shift.setAside ?? 0,
    earned_quantity: shift.earnedQuantity ?? 0,
    earned_fen: shift.earnedFen ?? 0,
  }));
  await run(
    tx,
    sql`with shift as (
          select * from jsonb_to_recordset(${asRecords(records)}) as shift(share_id uuid, on_hand bigint, held bigint,
            promised bigint, set_aside bigint, earned_quantity bigint, earned_fen bigint)
        ), shares as (
          update share set on_hand = share.on_hand + shift.on_hand, held = share.held + shift.held,
            promised = share.promised + shift.promised, set_aside = share.set_aside + shift.set_aside,
            earned_quantity = share.earned_quantity + shift.earned_quantity,
            earned_fen = share.earned_fen + shift.earned_fen
          from shift where share.id = shift.share_id
          returning share.pool_id, shift.on_hand, shift.held, shift.promised, shift.set_aside
        ), sums as (
          select pool_id, sum(on_hand) as on_hand, sum(held) as held, sum(promised) as promised, sum(set_aside) as set_aside
          from shares group by pool_id
        )
        update pool set on_hand = pool.on_hand + sums.on_hand, held = pool.held + sums.held,
          promised = pool.promised + sums.promised, set_aside = pool.set_aside + sums.set_aside
        from sums where pool.id = sums.pool_id`,
  );
}

/** What a movement says besides how much: why, and what proves it. */
export type MovementReason = 'intake' | 'sale' | 'return' | 'transfer' | 'transformation' | 'write-off' | 'correction';
export type Movement = { shareId: string; delta: number };
export type Evidence = { reason: MovementReason; kind: string; id: string; note?: string };

/** The only writer of what is on hand: a movement row for each change, and the same change on share and pool. */
export async function moveOnHand(
  tx: Tx,
  movements: readonly (Movement & Omit<ShareShift, 'shareId' | 'onHand'>)[],
  evidence: Evidence,
): Promise<void> {
  await shiftShares(
    tx,
    movements.map(({ delta, ...shift }) => ({ ...shift, onHand: delta })),
  );
  const records = movements.map(({ shareId, delta }) => ({ share_id: shareId, delta }));
  await run(
    tx,
    sql`insert into movement (share_id, delta, reason, evidence_kind, evidence_id, note, actor_id, at)
        select share_id, delta, ${evidence.reason}, ${evidence.kind}, ${evidence.id}, ${evidence.note ?? null},
          ${tx.actor.id}, ${tx.now}
        from jsonb_to_recordset(${asRecords(records)}) as movement(share_id uuid, delta bigint)`,
  );
}

/** Below so many packs left a shelf tells the number. */
export const SCARCE_PACKS = 10;

/**
 * The page tags of products whose pages show something else after a change in these pools: those of which few or no
 * packs are left, and all products of a pool in `anyway`.
 */
export async function tagsOfPools(
  tx: Tx,
  poolIds: readonly string[],
  anyway: readonly string[] = [],
): Promise<string[]> {
  const rows = await rowsOf<{ slug: string }>(
    tx,
    sql`select distinct product.slug from pool
        join pack_component as part on part.produce_id = pool.produce_id
        join pack on pack.id = part.pack_id
        join product on product.id = pack.product_id and product.organization_id = pool.organization_id
        where pool.id in ${idList(poolIds)}
          and (pool.available < ${SCARCE_PACKS} * part.quantity or pool.id in ${idList(anyway)})`,
  );
  return rows.map((row) => `product:${row.slug}`);
}

function sumByShare(shifts: readonly ShareShift[]): ShareShift[] {
  const sums = new Map<string, Required<ShareShift>>();
  for (const shift of shifts) {
    const sum = sums.get(shift.shareId) ?? {
      shareId: shift.shareId,
      onHand: 0,
      held: 0,
      promised: 0,
      setAside: 0,
      earnedQuantity: 0,
      earnedFen: 0,
    };
    sum.onHand += shift.onHand ?? 0;
    sum.held += shift.held ?? 0;
    sum.promised += shift.promised ?? 0;
    sum.setAside += shift.setAside ?? 0;
    sum.earnedQuantity += shift.earnedQuantity ?? 0;
    sum.earnedFen += shift.earnedFen ?? 0;
    sums.set(shift.shareId, sum);
  }
  return [...sums.values()];
}

function idList(ids: readonly string[]) {
  return sql`(select unnest(${[...new Set(ids)]}::uuid[]))`;
}
