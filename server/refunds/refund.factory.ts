import pg from 'pg';
import { shipParcel } from '#server/fulfilment/index.ts';
import { fen } from '#server/kernel/money.ts';
import type { PlacedOrder } from '#server/orders/index.ts';
import { sql, transact } from '#server/platform/index.ts';
import { type ASeller, aPaidOrder, type World } from '#server/testing/index.ts';
import { type BookedRefund, type BookRefund, bookRefund } from './index.ts';

type LineRow = { id: string; parcelId: string };
type Stock = { onHand: number; promised: number; earnedQuantity: number; earnedFen: number };

/** Three jars of one household: 135.00 paid, of it 75.00 to the household, 6.00 packing, 4.05 platform, no freight. */
export async function threeJars(world: World) {
  const jar = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: jar.pack.code, count: 3 }]);
  return { ...jar, order, line: await lineOf(world, order) };
}

export async function lineOf(world: World, order: PlacedOrder, position = 0): Promise<LineRow> {
  const [line] = await world.rows<LineRow>(
    sql`select id, parcel_id as "parcelId" from order_line where order_id = ${order.id} and position = ${position}`,
  );
  if (!line) throw new Error('the order has no such line');
  return line;
}

export function book(
  world: World,
  line: LineRow,
  wish: Partial<BookRefund> & Pick<BookRefund, 'lines'>,
): Promise<BookedRefund> {
  return transact(world.system(), (tx) =>
    bookRefund(tx, {
      key: `test:${JSON.stringify(wish)}`,
      parcelId: line.parcelId,
      kind: 'short',
      goods: 'unsent',
      bearer: 'source',
      freight: fen(0),
      reason: 'missing',
      ...wish,
    }),
  );
}

export async function stockOf(world: World, household: { id: string }): Promise<Stock> {
  const [stock] = await world.rows<Stock>(
    sql`select on_hand as "onHand", promised, earned_quantity as "earnedQuantity", earned_fen as "earnedFen"
        from share where household_id = ${household.id}`,
  );
  if (!stock) throw new Error('the household has no share');
  return stock;
}

/** What households have of an order after all that went back. */
export async function earnedBy(world: World, order: PlacedOrder): Promise<number> {
  const [row] = await world.rows<{ fen: number }>(
    sql`select sum(household_fen - unearned_fen)::bigint as fen from allocation where order_id = ${order.id}`,
  );
  return row?.fen ?? 0;
}

/** What an account of the ledger owes its owner. */
export async function owedTo(world: World, code: string): Promise<number> {
  const [row] = await world.rows<{ fen: number }>(
    sql`select coalesce(-sum(posting.amount), 0)::bigint as fen from posting
        join account on account.id = posting.account_id where account.code = ${code}`,
  );
  return row?.fen ?? 0;
}

export function stateOf(world: World, order: PlacedOrder): Promise<{ order: string; parcel: string }[]> {
  return world.rows(
    sql`select trade_order.state as order, parcel.state as parcel from parcel
        join trade_order on trade_order.id = parcel.order_id where order_id = ${order.id} order by parcel.number`,
  );
}

/** Sends all of an order's only parcel. */
export function send(world: World, seller: ASeller, order: PlacedOrder): Promise<void> {
  return shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SELF', trackingNumber: '' });
}

/** The pages that web processes are told to drop while something is done. */
export async function purgedDuring(world: World, work: () => Promise<unknown>): Promise<string[]> {
  const client = new pg.Client({ connectionString: world.url });
  const heard: string[] = [];
  client.on('notification', ({ payload }) => heard.push(...(payload ?? '').split(' ')));
  await client.connect();
  try {
    await client.query('listen purge');
    await work();
    // Notes come before the answer of the next statement on the same connection.
    await client.query('select 1');
    return heard;
  } finally {
    await client.end();
  }
}
