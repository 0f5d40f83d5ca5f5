import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import { lockParcelWithOrder, mayRead, type OrderReader, type ParcelWithOrder } from '#server/orders/index.ts';
import { asRecords, authorize, type Ctx, rowOf, run, sql, type Tx, transact } from '#server/platform/index.ts';
import { type AskedLine, askedLines } from './claim.asking.ts';
import { claimMachine, openStates } from './claim.machine.ts';
import { tellOfMove } from './claim.moves.ts';
import { claimUntil } from './claim.terms.ts';
import type { ApplyForClaim } from './contract.ts';
import { keepPhotos, readPhotos } from './keep-photos.ts';
import { endOfTurn, termsOfParcel } from './terms-of-parcel.ts';

/**
 * A buyer says what is wrong with a parcel and what he wants back. Refuses who is not its buyer (not-found), what is too
 * late or too early for its kind, fresh damage without a photo, more than is left, and a second claim while one is open.
 */
export async function applyForClaim(
  ctx: Ctx,
  parcelNumber: string,
  reader: OrderReader,
  input: ApplyForClaim,
): Promise<{ number: string; orderNumber: string }> {
  authorize(ctx, 'claims.apply');
  const { id, orderNumber } = await getOwnParcel(ctx, parcelNumber, reader);
  // Before anything is decoded: who sends pictures for nothing costs nothing.
  await checkClaim(ctx, id, input);
  const images = await readPhotos(input.photos);

  return transact(ctx, async (tx) => {
    const parcel = await lockParcelWithOrder(tx, id);
    await refuseSecond(tx, id);
    const asked = await checkClaim(tx, id, input);
    const claim = await insertClaim(tx, parcel, input, asked);
    await keepPhotos(tx, claim, images);
    return { number: claim.number, orderNumber };
  });
}

/** The parcel of a number, for whoever can show that its order is his. */
export async function getOwnParcel(
  ctx: Ctx,
  parcelNumber: string,
  reader: OrderReader,
): Promise<{ id: string; orderNumber: string }> {
  const parcel = await rowOf<{ id: string; orderNumber: string; access_key: string; buyer_user_id: string | null }>(
    ctx,
    sql`select parcel.id, trade_order.number as "orderNumber", access_key, buyer_user_id
        from parcel join trade_order on trade_order.id = parcel.order_id where parcel.number = ${parcelNumber}`,
  );
  if (!parcel || !mayRead(ctx, parcel, reader)) throw new DomainError('not-found', 'orders.parcel-unknown');
  return { id: parcel.id, orderNumber: parcel.orderNumber };
}

async function checkClaim(ctx: Pick<Ctx, 'em' | 'now'>, parcelId: string, input: ApplyForClaim): Promise<AskedLine[]> {
  const { parcel, lines, termsOf } = await termsOfParcel(ctx, parcelId);
  const asked = askedLines(input, lines);
  for (const { line } of asked) claimUntil(input.kind, line.perishable, parcel, termsOf(line), ctx.now);
  if (input.kind === 'fresh-damage' && input.photos.length === 0) {
    throw new DomainError('invalid', 'claims.photo-needed', { field: 'photos' });
  }
  return asked;
}

async function refuseSecond(tx: Tx, parcelId: string): Promise<void> {
  const open = await rowOf<{ number: string }>(
    tx,
    sql`select number from claim where parcel_id = ${parcelId} and state = any(${[...openStates]})`,
  );
  if (open) throw new DomainError('conflict', 'claims.already-open', { number: open.number });
}

async function insertClaim(tx: Tx, parcel: ParcelWithOrder, input: ApplyForClaim, asked: readonly AskedLine[]) {
  const counted = await rowOf<{ claims: number }>(
    tx,
    sql`select count(*)::int as claims from claim where parcel_id = ${parcel.id}`,
  );
  const id = uuidv7(tx.now);
  const number = `${parcel.number}-S${(counted?.claims ?? 0) + 1}`;
  const dueAt = await endOfTurn(tx, 'decide');
  const rows = asked.map(({ lineId, count, fen, byAmount }) => ({ line_id: lineId, count, fen, by_amount: byAmount }));
  await run(
    tx,
    sql`with applied as (
          insert into claim (id, number, order_id, parcel_id, kind, reason, state, move_seq, words, applied_at, due_at)
          values (${id}, ${number}, ${parcel.orderId}, ${parcel.id}, ${input.kind}, ${input.reason},
            ${claimMachine.initial}, 1, ${input.words}, ${tx.now}, ${dueAt})
        ), moved as (
          insert into claim_move (claim_id, seq, from_state, to_state, side, words, actor_id, at)
          values (${id}, 1, null, ${claimMachine.initial}, 'buyer', ${input.words}, ${tx.actor.id}, ${tx.now})
        )
        insert into claim_line (claim_id, line_id, asked_count, asked_fen, by_amount)
        select ${id}, line_id, count, fen, by_amount
        from jsonb_to_recordset(${asRecords(rows)}) as line(line_id uuid, count int, fen bigint, by_amount boolean)`,
  );
  const claim = {
    id,
    number,
    kind: input.kind,
    state: claimMachine.initial,
    move_seq: 1,
    goods: null,
    bearer: null,
    due_at: dueAt,
    escalate_until: null,
    back_sent_at: null,
    parcel,
  };
  await tellOfMove(tx, claim, null, 'buyer');
  return claim;
}
