import { matchRoutes } from '@remix-run/react';
import { expect, test } from 'vitest';
import { aStatement, aTransfer, importLines } from '#server/bank/bank.factory.ts';
import { findCredits, findRefundsByHand, findWaitingLines, takeCash, uploadStatement } from '#server/bank/index.ts';
import { matureDues } from '#server/dues/index.ts';
import { deliverParcel, shipParcel, startPacking } from '#server/fulfilment/index.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';
import { postEntry } from '#server/ledger/index.ts';
import { tellNews } from '#server/notices/notices.factory.ts';
import { cancelOrder, fillCart, startPayment } from '#server/orders/index.ts';
import { owePaymentRefund, paymentAccounts } from '#server/payments/index.ts';
import { actorOf, anonymousActor, createPersona } from '#server/people/index.ts';
import { type Actor, run, sql, transact } from '#server/platform/index.ts';
import { DraftPromotion } from '#server/promotions/contract.ts';
import { draftPromotion, openPromotion } from '#server/promotions/index.ts';
import { stateDues } from '#server/statements/index.ts';
import { type ASeller, aPaidOrder, aPlacedOrder, openWorld, type World } from '#server/testing/index.ts';
import { claimAddresses } from './testing/claims-for-tests.ts';
import { type Control, formsIn, type HtmlForm, linksIn } from './testing/forms-in-html.ts';
import { aFailedRefund } from './testing/ledger-for-tests.ts';
import { type Pages, pagesForTests } from './testing/pages-for-tests.ts';
import { settlementAddresses } from './testing/settlement-for-tests.ts';
import { wrongTexts } from './testing/wrong-values.ts';

const MINUTE_MS = 60_000;
/** A route is visited at so many of its addresses, in whatever states its things are in. */
const ADDRESSES_PER_ROUTE = 4;
/** What is typed by hand, and so has to come back with what was wrong. */
const typedKinds = new Set(['text', 'tel', 'email', 'number', 'search', 'textarea']);
const samples: Record<string, string> = {
  recipient: '林晓',
  name: '林晓',
  phone: '13800001234',
  address: '滨江路 18 号',
  region: '350702',
  email: 'lin@example.com',
  password: 'a long enough password',
  trackingNumber: 'SF1234567890',
  count: '2',
  reason: '查过回单',
  words: '打开已经酸了',
  to: '260601-AAAAAA',
  toName: '林晓',
  toAccount: '6222020000001111',
  reference: 'B1',
  taken: '1000',
  receivedBy: '林晓',
  amount: '10',
  from: '县周转金',
  note: '柑苗',
  card: '6299999000000000013',
  firstWitness: '叶秀珠',
  secondWitness: '黄桂香',
  title: '林晓',
};

type Person = { name: string; actor: Actor };
type Found = { form: HtmlForm; page: string; person: Person; routeId: string };
type Shop = { world: World; pages: Pages; people: Person[]; addresses: string[]; freshCart(): Promise<string> };

/** A shop with something in every state that a form is about, and somebody for every workspace. */
async function openShop(world: World): Promise<Shop> {
  const { seller, household, pack, lot } = await world.jar({ packs: 800, perishable: true });
  const items = [{ pack: pack.code, count: 1 }];
  const placed = await aPlacedOrder(world.visitor(), items);
  const tried = await aPlacedOrder(world.visitor(), items);
  const payment = await startPayment(world.visitor(), tried.number, tried, 'sandbox');
  const paid = await aPaidOrder(world, items);
  const shipped = await aPaidOrder(world, items);
  await shipParcel(world.clerk(seller), `${shipped.number}-1`, { courier: 'SELF', trackingNumber: '' });
  // What is done about one of them must not close the form that another is about.
  const minded = await aPaidOrder(world, items);
  const short = await aPaidOrder(world, [{ pack: pack.code, count: 400 }]);
  const claims = await claimAddresses(world, { seller, pack: pack.code });
  const weighed = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  await run(
    world.system(),
    sql`with packs as (update pack set least_grams = 400) update order_line set catch_weight = true where order_id = ${weighed.id}`,
  );
  await startPacking(world.clerk(seller), `${weighed.number}-1`);
  const bankThings = await bankAddresses(world, pack.code, seller);
  const [answered, objected, helped, helpedObjecting] = await fourStatements(world);
  await twoPromotions(world, seller);
  const settlementThings = await settlementAddresses(world);
  const failedRefund = await aFailedRefund(world, pack.code);
  const people: Person[] = [{ name: 'stranger', actor: anonymousActor }];
  for (const [role, at] of [
    ['shopper', {}],
    ['clerk', { organization: seller.code }],
    ['bookkeeper', {}],
    ['county-office', { area: '350721' }],
    ['village-helper', { area: '350721106201' }],
    ['household', {}],
    ['administrator', {}],
  ] as const) {
    const { userId } = await createPersona(world.system(), { code: role, name: role, memberships: [{ role, ...at }] });
    people.push({ name: role, actor: await actorOf(world.system(), userId, { personas: true }) });
  }
  await tellNews(world);
  await run(
    world.system(),
    sql`update message set state = 'given-up', next_try_at = null, last_error = 'http 400'
        where id in (select id from message order by id limit 2)`,
  );
  return {
    world,
    pages: pagesForTests(world),
    people,
    addresses: [
      `/products/${pack.productSlug}`,
      `/trace/${lot.code}`,
      `/households/${household.code}`,
      `/orders/${placed.number}?key=${placed.accessKey}`,
      `/orders/${minded.number}?key=${minded.accessKey}`,
      `/pay/sandbox/${payment.id}`,
      `/orders/${shipped.number}?key=${shipped.accessKey}`,
      `/coop/parcels/${shipped.number}-1`,
      `/coop/parcels/${weighed.number}-1`,
      `/coop/parcels/${weighed.number}-1/weights`,
      `/coop/parcels/${short.number}-1/shortage`,
      `/coop/parcels/${paid.number}-1/shipment`,
      `/books/orders/${paid.number}`,
      ...bankThings,
      ...settlementThings,
      `/books/dues/${household.code}/advance`,
      `/books/refunds/${failedRefund}`,
      ...claims,
      '/coop/promotions',
      `/s/${answered.code}`,
      `/s/${objected.code}/objection`,
      `/office/statements/${helped.number}`,
      `/office/statements/${helpedObjecting.number}/objection`,
    ],
    freshCart: async () => (await fillCart(world.visitor(), items)).cartId,
  };
}

/** One to be opened, one to be closed. */
async function twoPromotions(world: World, seller: ASeller): Promise<void> {
  for (const code of ['DRAFTED', 'OPENED']) {
    const draft = {
      code,
      name: '九折',
      kind: 'percent',
      percent: '10',
      funderKind: 'seller',
      organization: seller.code,
    };
    const { id } = await draftPromotion(world.clerk(seller), DraftPromotion.parse(draft));
    if (code === 'OPENED') await openPromotion(world.clerk(seller), id);
  }
}

type AStatement = { code: string; number: string };

/** Statements of four households that wait for their answer: sold and delivered some days before, stated now. */
async function fourStatements(world: World): Promise<[AStatement, AStatement, AStatement, AStatement]> {
  const now = world.now;
  world.now = new Date(now.getTime() - 12 * 86_400_000);
  for (let count = 0; count < 4; count += 1) {
    const { pack, seller } = await world.jar({ packs: 5, perishable: true });
    const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
    await shipParcel(world.clerk(seller), `${order.number}-1`, { courier: 'SELF', trackingNumber: '' });
    await deliverParcel(world.clerk(seller), `${order.number}-1`);
  }
  world.now = new Date(now.getTime() - 5 * 86_400_000);
  await matureDues(world.system());
  world.now = now;
  await stateDues(world.system(), { until: businessDayOf(now) });
  const made = await world.rows<AStatement>(sql`select access_code as code, number from statement order by number`);
  return made.slice(0, 4) as [AStatement, AStatement, AStatement, AStatement];
}

/** Something in every state a bookkeeper or a cashier has a form for. */
async function bankAddresses(world: World, pack: string, seller: ASeller): Promise<string[]> {
  const items = [{ pack, count: 1 }];
  const orders = [];
  for (let count = 0; count < 3; count += 1) {
    const order = await aPlacedOrder(world.visitor(), items);
    orders.push({ ...order, ...(await aTransfer(world.visitor(), order)) });
  }
  const [over, part, late] = orders as [(typeof orders)[0], (typeof orders)[0], (typeof orders)[0]];
  await cancelOrder(world.visitor(), late.number, { accessKey: late.accessKey });
  const books = world.bookkeeper();
  await importLines(
    books,
    { yuan: '500.00', memo: over.code },
    { yuan: '1.00', memo: part.code },
    { yuan: '2.00', memo: '' },
    { yuan: formatYuan(late.total).replace('¥', ''), memo: late.code },
  );
  const draft = await uploadStatement(books, 'draft.csv', aStatement({ yuan: '3.00', memo: '' }));
  const [line] = await findWaitingLines(books);
  const [credit] = await findCredits(books);
  const [refund] = await findRefundsByHand(books);
  const cash = await aPlacedOrder(world.visitor(), items);
  const back = await aPlacedOrder(world.visitor(), items);
  const { paymentId } = await takeCash(world.clerk(seller), seller.id, back.number, {
    taken: fen(100_000),
    key: 'back',
  });
  const owed = await transact(world.system(), (tx) =>
    owePaymentRefund(tx, { paymentId, key: 'back', amount: fen(100), because: 'after-sales' }),
  );
  await transact(world.system(), (tx) =>
    postEntry(tx, {
      key: 'back',
      kind: 'refund',
      reference: back.id,
      postings: [
        {
          account: { code: `freight:${seller.id}`, kind: 'freight', ownerId: seller.id },
          amount: fen(100),
          detail: null,
        },
        { account: paymentAccounts.buyerCredit(back.id), amount: fen(-100), detail: null },
      ],
    }),
  );
  return [
    `/pay/bank/${part.paymentId}`,
    `/books/bank/statements/${draft.id}`,
    `/books/bank/lines/${line?.id}`,
    `/books/bank/lines/${line?.id}/credit`,
    `/books/bank/credits/${credit?.id}`,
    `/books/bank/credits/${credit?.id}/sending`,
    `/books/bank/parts/${part.paymentId}`,
    `/books/bank/refunds/${refund?.id}`,
    `/coop/cash/${cash.number}`,
    `/coop/cash/refunds/${owed.id}`,
  ];
}

/** Answer whatever is sent to them, and have no form. */
const formless = new Set(['routes/refused', 'routes/not-found', 'routes/webhooks.stripe']);
/** A code without the number it was sent to is worth nothing: the page asks for the number again. */
const worthlessWithout = new Set(['routes/sign-in.code phone']);
/** A form that stands only in the answer to another. */
const behindAForm = { page: '/sign-in/phone', sent: { phone: samples.phone ?? '' } };

/** Every form that everybody comes upon by following links, one of each kind. */
async function findForms({ pages, people, addresses, freshCart }: Shop): Promise<Found[]> {
  const cartId = await freshCart();
  const found = new Map<string, Found>();
  const note = (html: string, page: string, person: Person) => {
    for (const form of formsIn(html, page)) {
      const routeId = routeOf(pages, form.action);
      const names = [...new Set(form.controls.map(({ name }) => name))].sort();
      const kind = `${form.method} ${routeId} ${names}`;
      if (routeId !== null && !found.has(kind)) found.set(kind, { form, page, person, routeId });
    }
  };
  for (const person of people) {
    const waiting = [...pathsOf(pages).filter((path) => !path.includes(':')), ...addresses];
    const seen = new Set<string>();
    const visits = new Map<string, number>();
    for (const page of waiting) {
      const routeId = routeOf(pages, page) ?? '';
      const visited = visits.get(routeId) ?? 0;
      if (seen.has(page) || visited >= ADDRESSES_PER_ROUTE) continue;
      seen.add(page);
      const response = await pages.ask(new Request(new URL(page, 'http://shop')), { actor: person.actor, cartId });
      const html = await response.text();
      if (response.status !== 200) continue;
      visits.set(routeId, visited + 1);
      waiting.push(...linksIn(html));
      note(html, page, person);
    }
  }
  const [stranger] = people as [Person];
  const { page, sent } = behindAForm;
  const request = new Request(new URL(page, 'http://shop'), { method: 'POST', body: new URLSearchParams(sent) });
  note(await (await pages.ask(request, stranger)).text(), page, stranger);
  return [...found.values()];
}

/** Addresses of the routes, with their parameters as they are named. */
function pathsOf({ build: { routes } }: Pages): string[] {
  return Object.keys(routes).map((id) => {
    const segments: string[] = [];
    for (let route = routes[id]; route; route = route.parentId ? routes[route.parentId] : undefined) {
      if (route.path) segments.unshift(...route.path.split('/'));
    }
    return `/${segments.join('/')}`;
  });
}

function routeOf({ build: { routes } }: Pages, address: string): string | null {
  const all = Object.values(routes).filter((route) => route !== undefined);
  type Node = { id: string; path?: string; index?: true; children?: Node[] };
  const childrenOf = (parentId: string | undefined): Node[] =>
    all
      .filter((route) => (route.parentId ?? undefined) === parentId)
      .map(({ id, path, index }) => ({
        id,
        ...(path ? { path } : {}),
        ...(index ? { index: true as const } : { children: childrenOf(id) }),
      }));
  const matches = matchRoutes(childrenOf(undefined) as never, new URL(address, 'http://shop').pathname);
  return matches?.at(-1)?.route.id ?? null;
}

/**
 * The form filled in as somebody would who means it, once for each button that sends it. A form of one button only is
 * given a field, to be wrong in.
 */
function filledIn({ controls }: HtmlForm): Control[][] {
  const once = new Map<string, Control>();
  for (const control of controls) {
    if (control.kind !== 'button' && !once.has(control.name)) once.set(control.name, control);
  }
  const filled = [...once.values()].map((control) => ({
    ...control,
    value: control.value || (samples[control.name] ?? ''),
  }));
  const buttons = [...new Map(controls.filter(({ kind }) => kind === 'button').map((one) => [one.name, one])).values()];
  const sendings = buttons.map((button) => (button.name === '' ? filled : [...filled, button]));
  return sendings.map((sending) =>
    sending.length === 0 ? [{ name: 'anything', kind: 'hidden', value: '' }] : sending,
  );
}

/** Each way one field of a form can be wrong: its value, or how often and under what name it is there. */
function wrongSendings(controls: Control[], field: Control): [string, [string, string][]][] {
  const others = controls.filter(({ name }) => name !== field.name).map(pairOf);
  return [
    ['missing', others],
    ['twice', [...others, pairOf(field), pairOf(field)]],
    ['as a list', [...others, [`${field.name}[0]`, field.value]]],
    ['as an object', [...others, [`${field.name}.a.b`, field.value]]],
    ...Object.entries(wrongTexts).map(([name, value]): [string, [string, string][]] => [
      name,
      [...others, [field.name, value]],
    ]),
  ];
}

function pairOf({ name, value }: Control): [string, string] {
  return [name, value];
}

/** As another person would send it: whoever signs up has a mail address of his own, and an order a key of its own. */
function personal(pairs: [string, string][], controls: Control[], turn: number): [string, string][] {
  const key = controls.find(({ name }) => name === 'key')?.value;
  return pairs.map(([name, value]) => {
    if (value === samples.email) return [name, `lin${turn}@example.com`];
    return [name, value === key ? `${key.slice(0, -6)}${String(turn).padStart(6, '0')}` : value];
  });
}

function requestOf({ action, method }: HtmlForm, sent: [string, string][]): Request {
  const values = new URLSearchParams(sent.map(([name, value]) => [name, value.toWellFormed()]));
  if (method === 'get') return new Request(`${action.split('?')[0]}?${values}`);
  return new Request(action, { method: 'POST', body: values });
}

/** What a form typed into has to show again after it was refused, and does not. */
function lostIn(html: string, page: string, controls: Control[], sent: [string, string][]): string[] {
  const shown = formsIn(html, page).flatMap((form) => form.controls);
  return controls
    .filter(({ kind }) => typedKinds.has(kind))
    .flatMap(({ name }) => {
      const value = sent.find(([key]) => key === name)?.[1];
      const kept = value?.toWellFormed().replaceAll('\u0000', '');
      const isThere = shown.some((control) => control.name === name && sameText(control.value, kept ?? ''));
      return value === undefined || isThere ? [] : [name];
    });
}

/** Line breaks change their spelling on the way through a form. */
function sameText(a: string, b: string): boolean {
  return a.replace(/\r\n?/g, '\n') === b.replace(/\r\n?/g, '\n');
}

test(
  'every form refuses whatever is wrong in any of its fields, keeps what was typed, and never fails',
  async () => {
    await using world = await openWorld();
    const shop = await openShop(world);
    const { pages } = shop;
    const forms = await findForms(shop);
    const faults: string[] = [];

    const acting = Object.entries(pages.build.routes).filter(([, route]) => route?.module.action);
    const reached = new Set(forms.filter(({ form }) => form.method === 'post').map(({ routeId }) => routeId));
    expect(acting.map(([id]) => id).filter((id) => !reached.has(id) && !formless.has(id))).toEqual([]);

    let tried = 0;
    for (const { form, page, person, routeId } of forms) {
      for (const controls of filledIn(form)) {
        for (const field of controls) {
          const cartId = await shop.freshCart();
          for (const [name, pairs] of wrongSendings(controls, field)) {
            tried += 1;
            const language = tried % 2 === 0 ? 'zh-CN' : 'en';
            // Not the same stranger each time: he would be told to wait.
            const clientAddress = `2001:db8::${tried.toString(16)}`;
            const sent = personal(pairs, controls, tried);
            const response = await pages.ask(requestOf(form, sent), {
              actor: person.actor,
              cartId,
              language,
              clientAddress,
            });
            const html = await response.text();
            const where = `${routeId} ${field.name}, ${name}`;
            if (response.status >= 500) faults.push(`${where}: ${response.status} ${pages.bugs.splice(0)[0]}`);
            // Nobody types one field twice.
            const isForgivable = name === 'twice' || worthlessWithout.has(`${routeId} ${field.name}`);
            if (form.method === 'get' || response.status < 400 || isForgivable) continue;
            const lost = lostIn(html, page, controls, sent);
            if (lost.length > 0) faults.push(`${where}: ${response.status} forgets ${lost}`);
          }
        }
      }
    }

    expect(faults).toEqual([]);
    expect(forms.length).toBeGreaterThan(15);
    expect(await world.brokenProofs()).toEqual([]);
  },
  10 * MINUTE_MS,
);

test(
  'every address with something wrong in it leads to a page that says so, and never fails',
  async () => {
    await using world = await openWorld();
    const { pages, people } = await openShop(world);
    const faults: string[] = [];

    for (const path of pathsOf(pages).filter((known) => known.includes(':'))) {
      const { actor } = people.find(({ name }) => name === workerOf(path)) ?? { actor: anonymousActor };
      for (const [name, value] of Object.entries(wrongTexts)) {
        // What stands in front of the pages has turned away a NUL, and a value this long.
        if (name === 'NUL' || name === 'too long') continue;
        const address = path.replace(/:\w+/g, encodeURIComponent(value.toWellFormed()));
        for (const method of ['GET', 'POST']) {
          const response = await pages.ask(new Request(new URL(address, 'http://shop'), { method }), { actor });
          await response.text();
          if (response.status >= 500) faults.push(`${method} ${path}, ${name}: ${pages.bugs.splice(0)[0]}`);
        }
      }
    }

    expect(faults).toEqual([]);
  },
  2 * MINUTE_MS,
);

function workerOf(path: string): string {
  if (path.startsWith('/coop')) return 'clerk';
  return path.startsWith('/books') ? 'bookkeeper' : 'administrator';
}
