import { expect, test } from 'vitest';
import { deliverParcel, shipParcel } from '#server/fulfilment/index.ts';
import { socialCreditCheckDigit } from '#server/kernel/codes.ts';
import { fen } from '#server/kernel/money.ts';
import { createPersona } from '#server/people/index.ts';
import { run, sql, transact } from '#server/platform/index.ts';
import { bookRefund } from '#server/refunds/index.ts';
import { aPaidOrder, openWorld, type World } from '#server/testing/index.ts';
import { textOfPdf } from '#server/testing/text-of-pdf.ts';
import { RequestInvoice } from './contract.ts';
import {
  findDocuments,
  findOrderPapers,
  getDocument,
  getOrderDocument,
  issueCreditNote,
  issueDeliveryNotes,
  issueOrderConfirmations,
  printDocument,
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
    origins: [{ produce: { 'zh-CN': '百花蜜' }, lotCode: lot.code, household: '张*生', quantity: 1_000 }],
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

test('a parcel that travels in parts has a note for each part, with the lots of that part alone', async () => {
  await using world = await openWorld();
  const { seller, household, produce, pack, lot } = await world.jar({ packs: 1 });
  const other = await world.lot(seller, produce, [{ household, quantity: 500 }], { harvestedOn: '2026-05-21' });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const { id } = await parcelOf(world, order.number);
  const ship = (trackingNumber: string, lines?: { line: number; count: number }[]) =>
    shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SF', trackingNumber, lines });

  await ship('SF1000000000001', [{ line: 0, count: 1 }]);
  await issueDeliveryNotes(world.system(), id);
  world.later(60);
  await ship('SF1000000000002');
  await issueDeliveryNotes(world.system(), id);

  const notes = (await papers(world)).map(({ snapshot }) => snapshot);
  expect(notes).toMatchObject([
    { shipment: { seq: 1 }, lines: [{ count: 1 }], origins: [{ lotCode: lot.code, quantity: 500 }] },
    { shipment: { seq: 2 }, lines: [{ count: 1 }], origins: [{ lotCode: other.code, quantity: 500 }] },
  ]);
  expect(await world.brokenProofs()).toEqual([]);
});

test('an invoice names as its drawer the clerk who has been with the seller longest', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  for (const name of ['陈秀兰', '李明']) {
    const code = name === '李明' ? 'second' : 'first';
    const memberships = [{ role: 'clerk' as const, organization: seller.code }];
    await createPersona(world.system(), { code, name, memberships });
  }
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await run(
    world.system(),
    sql`update membership set until = '2026-01-01' where user_id in
    (select id from user_account where persona = 'first')`,
  );

  await requestInvoice(world.visitor(), order.number, { accessKey: order.accessKey }, person);

  const [invoice] = await papers(world);
  expect(invoice?.snapshot).toMatchObject({ drawer: '李明' });
});

test('a paper is read by its buyer, its seller and the books, and is not found by anybody else', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10 });
  const [order, another] = [
    await aPaidOrder(world, [{ pack: pack.code, count: 1 }]),
    await aPaidOrder(world, [{ pack: pack.code, count: 1 }]),
  ];
  const reader = { accessKey: order.accessKey };
  const [issued] = await requestInvoice(world.visitor(), order.number, reader, person);
  const id = issued?.id ?? '';

  const bought = await getOrderDocument(world.visitor(), order.number, id, reader);
  expect(await getDocument(world.clerk(seller), id)).toEqual(bought);
  expect(await getDocument(world.bookkeeper(), id)).toEqual(bought);

  const unknown = { kind: 'not-found', code: 'documents.unknown' };
  await expect(getDocument(world.clerk(await world.seller()), id)).rejects.toMatchObject(unknown);
  await expect(getDocument(world.clerk(seller), 'no-uuid')).rejects.toMatchObject(unknown);
  await expect(getDocument(world.visitor(), id)).rejects.toMatchObject({ kind: 'forbidden' });
  const others = { accessKey: another.accessKey };
  await expect(getOrderDocument(world.visitor(), another.number, id, others)).rejects.toMatchObject(unknown);
  await expect(getOrderDocument(world.visitor(), order.number, id, others)).rejects.toMatchObject({
    kind: 'not-found',
  });
});

test('papers of every kind print what was kept, and the same again after everything has changed', async () => {
  await using world = await openWorld();
  const { seller, household, pack, lot } = await world.jar({ packs: 10, price: 4500 });
  await run(world.system(), sql`update household set name = '䶮大', masked_name = '䶮*' where id = ${household.id}`);
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const { id } = await parcelOf(world, order.number);
  await shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SF', trackingNumber: 'SF1234567890123' });
  await issueOrderConfirmations(world.system(), order.id);
  await issueDeliveryNotes(world.system(), id);
  const organization = RequestInvoice.parse({
    titleKind: 'organization',
    title: '南平市七销测试单位',
    taxNumber: `91350721MA2XN0YK3${socialCreditCheckDigit('91350721MA2XN0YK3')}`,
    remark: '发票抬头请核对',
  });
  await requestInvoice(world.visitor(), order.number, { accessKey: order.accessKey }, organization);
  await issueCreditNote(world.system(), await refund(world, order.number, 1_234));
  const ids = await world.rows<{ id: string; kind: string }>(sql`select id, kind from document`);
  const printAll = async () => {
    const printed = ids.map(async (one) => {
      const { bytes, fileName } = await printDocument(await getDocument(world.bookkeeper(), one.id));
      return [one.kind, { bytes, fileName }] as const;
    });
    return new Map(await Promise.all(printed));
  };

  const first = await printAll();
  await run(world.system(), sql`update organization set name = '{"zh-CN": "改名"}' where id = ${seller.id}`);
  world.later(1_000);
  const again = await printAll();

  const saying: Record<string, string[]> = {
    'order-confirmation': ['订单确认书', '林晓', '¥90.00', order.number],
    'delivery-note': ['送货单', lot.code, '䶮*', '富石村', '顺丰', 'SF1234567890123', '2 斤 (1 kg)'],
    invoice: ['不是发票', organization.taxNumber, '免税', '90.00', '玖拾', '发票抬头请核对'],
    'credit-note': ['红字', '-12.34', '负壹拾贰元叁角肆分', 'FP2026-000001', '到货有一罐漏蜜'],
  };
  expect([...first.keys()].sort()).toEqual(Object.keys(saying).sort());
  const note = await getDocument(world.bookkeeper(), ids.find(({ kind }) => kind === 'delivery-note')?.id ?? '');
  const inEnglish = await printDocument({ ...note, snapshot: { ...note.snapshot, language: 'en' } });
  const both = textOfPdf(inEnglish.bytes).join('').replaceAll('\n', '');
  for (const words of ['送货单', 'Delivery note', '百花蜜', 'Wildflower honey', 'SF Express', 'Page 1 of']) {
    expect(both).toContain(words);
  }
  for (const [kind, { bytes, fileName }] of first) {
    const text = textOfPdf(bytes).join('').replaceAll('\n', '');
    for (const words of saying[kind] ?? []) expect(text).toContain(words);
    expect(again.get(kind)?.bytes.equals(bytes)).toBe(true);
    expect(fileName).toMatch(/^[一-龥]+-[A-Z]{2}2026-000001-.+-1\.pdf$/);
  }
});
