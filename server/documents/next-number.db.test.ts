import { expect, test } from 'vitest';
import { sql, transact } from '#server/platform/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { RequestInvoice } from './contract.ts';
import { requestInvoice } from './index.ts';

const ISSUES = 64;
const SLOW_MS = 120_000;
const person = RequestInvoice.parse({ titleKind: 'person', title: '林晓' });

async function paidOrders(world: World) {
  const { pack } = await world.jar({ packs: ISSUES });
  const orders = [];
  for (let made = 0; made < ISSUES; made++) orders.push(await aPaidOrder(world, [{ pack: pack.code, count: 1 }]));
  return orders;
}

async function sequences(world: World): Promise<number[]> {
  const rows = await world.rows<{ sequence: number }>(sql`select sequence from document order by sequence`);
  return rows.map((row) => row.sequence);
}

const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

test(
  'of 64 invoices issued at once no number is missing and none is given twice',
  async () => {
    await using world = await openWorld({ poolMax: ISSUES });
    const orders = await paidOrders(world);

    const issued = await Promise.all(
      orders.map(({ number, accessKey }) => requestInvoice(world.visitor(), number, { accessKey }, person)),
    );

    expect(await sequences(world)).toEqual(oneTo(ISSUES));
    expect(new Set(issued.flat().map(({ number }) => number)).size).toBe(ISSUES);
    expect(await world.brokenProofs()).toEqual([]);
  },
  SLOW_MS,
);

test(
  'where every third of 64 issues fails after it took its number, the others have no gap',
  async () => {
    await using world = await openWorld({ poolMax: ISSUES });
    const orders = await paidOrders(world);

    const issued = await Promise.allSettled(
      orders.map(({ number, accessKey }, index) =>
        transact(world.visitor(), async (tx) => {
          await requestInvoice(tx, number, { accessKey }, person);
          if (index % 3 === 2) throw new Error('the power went');
        }),
      ),
    );

    const stand = issued.filter(({ status }) => status === 'fulfilled').length;
    expect(stand).toBe(43);
    expect(await sequences(world)).toEqual(oneTo(stand));
    expect(await world.brokenProofs()).toEqual([]);
  },
  SLOW_MS,
);
