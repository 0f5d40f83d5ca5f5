import pg from 'pg';
import type { Work } from './measure.ts';

/** How many stock rows the minimal order draws on. */
export const MINIMAL_PRODUCTS = 1000;

/** Tables of the smallest order there can be: a stock row, an order, its lines. */
export async function makeMinimalTables(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`
    create schema if not exists minimal;
    create table minimal.stock (id int primary key, left_over bigint not null check (left_over >= 0));
    create table minimal.orders (id bigint generated always as identity primary key, at timestamptz not null default now(), total bigint not null);
    create table minimal.line (id bigint generated always as identity primary key, order_id bigint not null references minimal.orders, stock_id int not null references minimal.stock, count int not null);
    insert into minimal.stock select n, 1000000000 from generate_series(1, ${MINIMAL_PRODUCTS}) as n;
    analyze minimal.stock;`);
  await client.end();
}

/** The minimal order, straight through pg on a connection of its own: lock three stock rows in order, take, write order and lines. */
export async function minimalOrder(url: string): Promise<Work> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async once() {
      const first = 1 + Math.floor(Math.random() * (MINIMAL_PRODUCTS - 2));
      const ids = [first, first + 1, first + 2];
      await client.query('begin');
      await client.query({
        name: 'lock',
        text: 'select id, left_over from minimal.stock where id = any($1) order by id for update',
        values: [ids],
      });
      await client.query({
        name: 'take',
        text: 'update minimal.stock set left_over = left_over - 1 where id = any($1)',
        values: [ids],
      });
      const order = await client.query({
        name: 'order',
        text: 'insert into minimal.orders (total) values ($1) returning id',
        values: [4500],
      });
      await client.query({
        name: 'lines',
        text: 'insert into minimal.line (order_id, stock_id, count) select $1, unnest($2::int[]), 1',
        values: [order.rows[0].id, ids],
      });
      await client.query('commit');
      return true;
    },
    close: () => void client.end(),
  };
}
