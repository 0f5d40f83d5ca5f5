import type { PlacedOrder } from '#server/orders/index.ts';
import { run, sql } from '#server/platform/index.ts';
import { aPaidOrder, type World } from '#server/testing/index.ts';

export const BY_HAND = { courier: 'SELF', trackingNumber: '' } as const;

/** One seller, two jars of two households, in one paid parcel: three of the first and two of the second. */
export async function aParcelOfTwoLines(world: World) {
  const seller = await world.seller();
  const [first, second] = [await world.household('张春生'), await world.household('李茶香')];
  const [honey, tea] = [await world.produce(), await world.produce()];
  const jar = await world.pack(seller, [{ produce: honey, quantity: 500 }]);
  const tin = await world.pack(seller, [{ produce: tea, quantity: 125 }]);
  await world.lot(seller, honey, [{ household: first, quantity: 5000 }]);
  await world.lot(seller, tea, [{ household: second, quantity: 1000, agreedPrice: 16_000 }]);
  const order = await aPaidOrder(world, [
    { pack: jar.code, count: 3 },
    { pack: tin.code, count: 2 },
  ]);
  return { seller, first, second, honey, tea, jar, tin, order, number: `${order.number}-1` };
}

/** Two chickens sold by weight, at most 2 kg and at least 1.6 kg each: 96.00 a piece for the most. */
export async function aParcelByWeight(world: World) {
  const seller = await world.seller();
  const [produce, household] = [await world.produce({ perishable: true }), await world.household()];
  const pack = await world.pack(seller, [{ produce, quantity: 2000 }], { price: 9600 });
  await run(world.system(), sql`update pack set least_grams = 1600 where id = ${pack.id}`);
  await world.lot(seller, produce, [{ household, quantity: 20_000, agreedPrice: 3000 }]);
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  return { seller, produce, household, pack, order, number: `${order.number}-1` };
}

export function statesOf(world: World, order: PlacedOrder): Promise<{ order: string; parcel: string }[]> {
  return world.rows(
    sql`select trade_order.state as order, parcel.state as parcel from parcel
        join trade_order on trade_order.id = parcel.order_id where order_id = ${order.id} order by parcel.number`,
  );
}

/** What of each line is where, in base units. */
export function goodsOf(world: World, order: PlacedOrder): Promise<{ sent: number; unsent: number; state: string }[]> {
  return world.rows(
    sql`select sent_quantity as sent, unsent_quantity as unsent, allocation.state from allocation
        join order_line as line on line.id = line_id where allocation.order_id = ${order.id}
        order by line.position, allocation.id`,
  );
}

/** What goes back to the buyer of an order, refund by refund. */
export function refundsOf(
  world: World,
  order: PlacedOrder,
): Promise<{ kind: string; goods: number; freight: number }[]> {
  return world.rows(
    sql`select kind, paid_fen as goods, freight_fen as freight from refund where order_id = ${order.id} order by number`,
  );
}
