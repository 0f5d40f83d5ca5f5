import { checkMove } from '#server/kernel/machine.ts';
import { run, sql, type Tx } from '#server/platform/index.ts';
import type { OrderState, ParcelState } from './contract.ts';
import { orderMachine, parcelMachine } from './order.machine.ts';

export type OrderRow = { id: string; number: string; state: OrderState; move_seq: number };
export type ParcelRow = { id: string; state: ParcelState; move_seq: number };

/** The only writer of an order's state after it was placed. (order, seq) is unique, so of two racing moves one fails. */
export async function moveOrder(tx: Tx, order: OrderRow, to: OrderState, reason: string | null = null): Promise<void> {
  checkMove(orderMachine, order.state, to);
  await run(
    tx,
    sql`with moved as (
          update trade_order set state = ${to}, move_seq = move_seq + 1,
            paid_at = case when ${to} = 'paid' then ${tx.now} else paid_at end
          where id = ${order.id} returning id, move_seq
        )
        insert into order_move (order_id, seq, from_state, to_state, reason, actor_id, at)
        select id, move_seq, ${order.state}, ${to}, ${reason}, ${tx.actor.id}, ${tx.now} from moved`,
  );
  order.state = to;
  order.move_seq += 1;
}

/** The only writer of parcels' states after they were made; all of them move alike. */
export async function moveParcels(
  tx: Tx,
  parcels: readonly ParcelRow[],
  to: ParcelState,
  reason: string | null = null,
): Promise<void> {
  for (const parcel of parcels) checkMove(parcelMachine, parcel.state, to);
  const ids = parcels.map((parcel) => parcel.id);
  await run(
    tx,
    sql`with before as (
          select id, state from parcel where id = any(${ids}::uuid[])
        ), moved as (
          update parcel set state = ${to}, move_seq = move_seq + 1,
            shipped_at = case when ${to} = 'shipped' then ${tx.now} else shipped_at end,
            delivered_at = case when ${to} = 'delivered' then ${tx.now} else delivered_at end
          where id = any(${ids}::uuid[]) returning id, move_seq
        )
        insert into parcel_move (parcel_id, seq, from_state, to_state, reason, actor_id, at)
        select moved.id, moved.move_seq, before.state, ${to}, ${reason}, ${tx.actor.id}, ${tx.now}
        from moved join before on before.id = moved.id`,
  );
  for (const parcel of parcels) {
    parcel.state = to;
    parcel.move_seq += 1;
  }
}
