import { expect, test } from 'vitest';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { fen } from '#server/kernel/money.ts';
import { run, sql, transact } from '#server/platform/index.ts';
import { bookRefund } from '#server/refunds/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { RequestInvoice } from './contract.ts';
import {
  findDocuments,
  findOrderPapers,
  issueCreditNote,
  issueDeliveryNotes,
  issueOrderConfirmations,
  requestInvoice,
  setTaxRate,
} from './index.ts';

const person = RequestInvoice.parse({ titleKind: 'person', title: '林晓' });

async function parcelOf(world: World, number: string): Promise<{ id: string; lineId: string }> {
  const [row] = await world.rows<{ id: string; lineId: string }>(
    sql`select parcel.id, line.id as "lineId" from parcel join order_line as line on line.parcel_id = parcel.id
        where parcel.number = ${`${number}-1`}`,
  );
  return row ?? { id: '', lineId: '' };
}

/** Gives back some fen of an order while the goods stay; returns the refund's id. */
async function refund(world: World, number: string, amount: number): Promise<string> {
  const { id, lineId } = await parcelOf(world, number);
  const booked = await transact(world.system(), (tx) =>
    bookRefund(tx, {
      key: `test:${number}:${amount}`,
      parcelId: id,
      kind: 'goodwill',
      goods: 'kept',
      bearer: 'source',
      lines: [{ lineId, amount: fen(amount) }],
      freight: fen(0),
      reason: '到货有一罐漏蜜',
    }),
  );
  return booked.id;
}

type Row = { kind: string; number: string; total: number; snapshot: Record<string, unknown> };

function papers(world: World): Promise<Row[]> {
  return world.rows(sql`select kind, number, total_fen as total, snapshot from document order by kind desc, sequence`);
}

test('an invoice is for what was paid, and asking for it again gives the same one', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const reader = { accessKey: order.accessKey };

  const first = await requestInvoice(world.visitor(), order.number, reader, person);
  const again = await requestInvoice(world.visitor(), order.number, reader, { ...person, title: '别人' });

  expect(again).toEqual(first);
  const [invoice] = await papers(world);
  expect(invoice).toMatchObject({ kind: 'invoice', number: 'FP2026-000001', total: order.total });
  expect(invoice?.snapshot).toMatchObject({ tax: 0, buyer: { title: '林晓', taxNumber: '' } });
  expect(await findOrderPapers(world.visitor(), order.number, reader)).toMatchObject({ mayAskInvoice: false });
  expect(await world.brokenProofs()).toEqual([]);
});

test('who cannot show that the order is his gets neither invoice nor papers', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const stranger = { accessKey: 'not-the-key' };

  const refused = { code: 'orders.unknown' };
  await expect(requestInvoice(world.visitor(), order.number, stranger, person)).rejects.toMatchObject(refused);
  await expect(findOrderPapers(world.visitor(), order.number, stranger)).rejects.toMatchObject(refused);
  await expect(findDocuments(world.visitor(), { kind: null, month: null, search: '', page: 1 })).rejects.toMatchObject({
    code: 'access.denied',
  });
});

test('a refund after the invoice gets one credit note of exactly its fen, a refund before it none', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const before = await refund(world, order.number, 333);
  await requestInvoice(world.visitor(), order.number, { accessKey: order.accessKey }, person);
  const after = await refund(world, order.number, 1_234);

  expect(await issueCreditNote(world.system(), before)).toBeNull();
  const note = await issueCreditNote(world.system(), after);
  expect(await issueCreditNote(world.system(), after)).toEqual(note);

  const all = await papers(world);
  expect(all.map(({ kind, number, total }) => ({ kind, number, total }))).toEqual([
    { kind: 'invoice', number: 'FP2026-000001', total: order.total - 333 },
    { kind: 'credit-note', number: 'HZ2026-000001', total: 1_234 },
  ]);
  expect(all[1]?.snapshot).toMatchObject({ corrects: { number: 'FP2026-000001' } });
  world.later(120);
  expect((await world.brokenProofs()).filter(({ name }) => name.startsWith('documents.'))).toEqual([]);
});

test('a credit note that never came is told by the proof', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await requestInvoice(world.visitor(), order.number, { accessKey: order.accessKey }, person);
  await refund(world, order.number, 500);

  world.later(120);

  const broken = await world.brokenProofs();
  expect(broken.map(({ name }) => name)).toContain('documents.invoices-are-what-was-kept');
});

test('of an order of which all went back there is nothing to invoice', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  const { id, lineId } = await parcelOf(world, order.number);
  await transact(world.system(), (tx) =>
    bookRefund(tx, {
      key: 'all',
      parcelId: id,
      kind: 'cancelled',
      goods: 'unsent',
      bearer: 'source',
      lines: [{ lineId, count: 1 }],
      freight: 'all-left',
      reason: '不要了',
    }),
  );

  const asked = requestInvoice(world.visitor(), order.number, { accessKey: order.accessKey }, person);

  await expect(asked).rejects.toMatchObject({ code: 'documents.nothing-left' });
});

test('the rate of a product goes before the rate of its seller, and tax is within what was paid', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10, price: 10_900 });
  const [product] = await world.rows<{ id: string }>(sql`select id from product where slug = ${pack.productSlug}`);
  const organizationId = seller.id;
  await setTaxRate(world.clerk(seller), { organizationId, productId: null, basisPoints: 1300 });
  await setTaxRate(world.clerk(seller), { organizationId, productId: product?.id ?? '', basisPoints: 900 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);

  await requestInvoice(world.visitor(), order.number, { accessKey: order.accessKey }, person);

  const [invoice] = await papers(world);
  expect(invoice?.snapshot).toMatchObject({ lines: [{ rate: 900, amount: 10_000, tax: 900 }] });
  const stranger = world.clerk(await world.seller());
  await expect(setTaxRate(stranger, { organizationId, productId: null, basisPoints: null })).rejects.toMatchObject({
    kind: 'forbidden',
  });
});

test('a paid order is confirmed once, and each shipment has its note with lots and masked households', async () => {
  await using world = await openWorld();
  const { seller, pack, lot } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const { id } = await parcelOf(world, order.number);
  await shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SELF', trackingNumber: '' });
  await deliverParcel(world.clerk(seller), `${order.number}-1`);

  for (const _ of [1, 2]) {
    await issueOrderConfirmations(world.system(), order.id);
    await issueDeliveryNotes(world.system(), id);
  }

  const all = await papers(world);
  expect(all.map(({ kind, number }) => `${kind} ${number}`)).toEqual([
    'order-confirmation DD2026-000001',
    'delivery-note SH2026-000001',
  ]);
  expect(all[1]?.snapshot).toMatchObject({
    lines: [{ count: 2 }],
    origins: [{ lotCode: lot.code, household: '张*生', quantity: 1_000 }],
    delivery: { phone: '138****1234' },
  });
  const list = await findDocuments(world.clerk(seller), {
    kind: 'delivery-note',
    month: '2026-06',
    search: '',
    page: 1,
  });
  expect(list.documents).toHaveLength(1);
  const others = world.clerk(await world.seller());
  expect(await findDocuments(others, { kind: null, month: null, search: '', page: 1 })).toMatchObject({
    documents: [],
  });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a paper that stands says what it said, whatever its seller is called later, and refuses every change', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await requestInvoice(world.visitor(), order.number, { accessKey: order.accessKey }, person);
  const before = await papers(world);

  await run(world.system(), sql`update organization set name = '{"zh-CN": "改名"}' where id = ${seller.id}`);
  await run(world.system(), sql`update pack set price_fen = 1`);

  expect(await papers(world)).toEqual(before);
  await expect(run(world.system(), sql`update document set total_fen = 1`)).rejects.toThrow(/never changed/);
  await expect(run(world.system(), sql`delete from document`)).rejects.toThrow(/never changed/);
});
