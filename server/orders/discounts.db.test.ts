import { expect, test } from 'vitest';
import { accounts } from '#server/orders/index.ts';
import { sql, transact } from '#server/platform/index.ts';
import { closePromotion } from '#server/promotions/index.ts';
import { bookRefund } from '#server/refunds/index.ts';
import {
  aDelivery,
  anOpenPromotion,
  aPaidOrder,
  aPlacedOrder,
  openWorld,
  pay,
  type World,
} from '#server/testing/index.ts';
import {
  addToCart,
  cancelOrder,
  enterCoupon,
  findCart,
  getReceipt,
  lapseOrders,
  placeOrder,
  priceCart,
} from './index.ts';

type Counted = { uses: number; spent: number; states: string };

async function counted(world: World, id: string): Promise<Counted | undefined> {
  const [row] = await world.rows<Counted>(
    sql`select uses, spent_fen as spent, coalesce((select string_agg(state, ' ' order by held_at) from promotion_use
          where promotion_id = promotion.id), '') as states from promotion where id = ${id}`,
  );
  return row;
}

async function balanceOf(world: World, code: string): Promise<number> {
  const [row] = await world.rows<{ fen: number }>(
    sql`select coalesce(sum(posting.amount), 0)::bigint as fen from posting
        join account on account.id = posting.account_id where account.code = ${code}`,
  );
  return row?.fen ?? 0;
}

test('a coupon of the platform and a price cut by the seller post to zero, and the household gets all of its own', async () => {
  await using world = await openWorld();
  const { seller, household, pack } = await world.jar({ packs: 10, price: 4500, agreedPrice: 5000 });
  const plain = await aPaidOrder(world, [{ pack: pack.code, count: 2 }]);
  const cut = await anOpenPromotion(world, {
    automatic: true,
    funderKind: 'seller',
    organization: seller.code,
    kind: 'percent',
    percent: '10',
  });
  const coupon = await anOpenPromotion(world, { usesMax: '10', budget: '100' });

  const order = await aPaidOrder(world, [{ pack: pack.code, count: 2 }], { coupon: coupon.code });

  const receipt = await getReceipt(world.system(), order.number, { accessKey: null });
  const before = await getReceipt(world.system(), plain.number, { accessKey: null });
  expect(receipt).toMatchObject({ goods: 9000, discount: 1400, total: before.total - 1400 });
  expect(receipt.parcels[0]?.lines[0]?.discounts).toMatchObject([
    { code: cut.code, funder: 'seller', fen: 900 },
    { code: coupon.code, funder: 'platform', fen: 500 },
  ]);
  expect(receipt.makeUp).toMatchObject({ household: before.makeUp?.household, platform: before.makeUp?.platform });
  expect(receipt.makeUp?.seller).toBe((before.makeUp?.seller ?? 0) - 900);
  expect(await balanceOf(world, 'promotion:platform')).toBe(500);
  expect(await balanceOf(world, accounts.householdEarned(household.id).code)).toBe(-10_000);
  expect(await counted(world, coupon.id)).toEqual({ uses: 1, spent: 500, states: 'used' });
  expect(await counted(world, cut.id)).toEqual({ uses: 1, spent: 900, states: 'used' });
  expect(await world.brokenProofs()).toEqual([]);
});

test('given back whole, the funder has his money again and every account of the order is at zero', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 10, price: 4500 });
  await anOpenPromotion(world, { automatic: true, funderKind: 'seller', organization: seller.code, amount: '1' });
  const coupon = await anOpenPromotion(world);
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 3 }], { coupon: coupon.code });
  const [line] = await world.rows<{ id: string; parcel: string }>(
    sql`select id, parcel_id as parcel from order_line where order_id = ${order.id}`,
  );
  const refund = (key: string, count: number) =>
    transact(world.system(), (tx) =>
      bookRefund(tx, {
        key,
        parcelId: line?.parcel ?? '',
        kind: 'cancelled',
        goods: 'unsent',
        bearer: 'source',
        lines: [{ lineId: line?.id ?? '', count }],
        freight: 'all-left',
        reason: 'test',
      }),
    );

  await refund('first', 1);
  expect(await world.brokenProofs()).toEqual([]);
  await refund('rest', 2);

  expect(await balanceOf(world, 'promotion:platform')).toBe(0);
  expect(await balanceOf(world, accounts.sellerEarned(seller.id).code)).toBe(0);
  expect(await counted(world, coupon.id)).toMatchObject({ uses: 1, states: 'used' });
  expect(await world.brokenProofs()).toEqual([]);
});

test('of 20 buyers at once with a coupon that is for 5, exactly 5 have it and 15 are told that it is used up', async () => {
  await using world = await openWorld({ poolMax: 30 });
  const { pack } = await world.jar({ packs: 100 });
  const coupon = await anOpenPromotion(world, { usesMax: '5', budget: '1000' });
  const runners = Array.from(
    { length: 20 },
    (_, buyer) => () =>
      aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }], {
        coupon: coupon.code,
        phone: `138000012${String(buyer).padStart(2, '0')}`,
      }),
  );

  const outcomes = await world.raceForRow('promotion', coupon.id, ...runners);

  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map((outcome) => outcome.reason.code)).toEqual(Array.from({ length: 15 }, () => 'promotions.used-up'));
  expect(await counted(world, coupon.id)).toMatchObject({ uses: 5, spent: 2500 });
  expect(await world.brokenProofs()).toEqual([]);
});

test('a budget is never exceeded: whoever comes when less is left is told so, not charged more', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const coupon = await anOpenPromotion(world, { budget: '8' });
  const items = [{ pack: pack.code, count: 1 }];
  const buy = (phone: string) => () => aPlacedOrder(world.visitor(), items, { coupon: coupon.code, phone });

  const outcomes = await world.raceForRow('promotion', coupon.id, buy('13800001111'), buy('13800002222'));

  const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
  expect(refused.map((outcome) => outcome.reason.code)).toEqual(['orders.price-changed']);
  expect(await counted(world, coupon.id)).toMatchObject({ uses: 1, spent: 500 });
  expect((await buy('13800003333')()).total).toBe(4500 - 300 + 600);
  expect(await counted(world, coupon.id)).toMatchObject({ uses: 2, spent: 800 });
});

test('an order that lapses or is taken back gives its coupon to the next buyer', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const coupon = await anOpenPromotion(world, { usesMax: '1' });
  const buy = () => aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }], { coupon: coupon.code });
  await buy();
  await expect(buy()).rejects.toMatchObject({ code: 'promotions.used-up' });
  world.later(16);
  await lapseOrders(world.system());

  const second = await buy();
  await cancelOrder(world.visitor(), second.number, { accessKey: second.accessKey });
  const third = await buy();

  expect(third.total).toBe(second.total);
  expect(await counted(world, coupon.id)).toEqual({ uses: 1, spent: 500, states: 'released released held' });
  expect(await world.brokenProofs()).toEqual([]);
});

test('paid late, an order takes its coupon again while there is one, and keeps its price where there is none', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10 });
  const coupon = await anOpenPromotion(world, { usesMax: '2' });
  const buy = () => aPlacedOrder(world.visitor(), [{ pack: pack.code, count: 1 }], { coupon: coupon.code });
  const [early, late] = [await buy(), await buy()];
  world.later(16);
  await lapseOrders(world.system());
  await pay(world, await buy());

  await pay(world, early);
  await pay(world, late);

  expect(await counted(world, coupon.id)).toMatchObject({ uses: 2, spent: 1000 });
  const states = await world.rows<{ state: string }>(sql`select state from promotion_use order by state`);
  expect(states.map(({ state }) => state)).toEqual(['honoured', 'used', 'used']);
  const orders = await world.rows<{ state: string; total: number }>(
    sql`select state, total_fen as total from trade_order where id = any(${[early.id, late.id]}::uuid[])`,
  );
  expect(orders).toEqual([0, 1].map(() => ({ state: 'paid', total: early.total })));
  expect(await balanceOf(world, 'promotion:platform')).toBe(1500);
  expect(await world.brokenProofs()).toEqual([]);
});

test('a coupon once for a buyer is known again by his phone, and by his account whatever the phone', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 10 });
  const coupon = await anOpenPromotion(world, { usesPerBuyer: '1' });
  const items = [{ pack: pack.code, count: 1 }];
  const wish = (phone: string) => ({ coupon: coupon.code, phone });
  const used = { code: 'promotions.buyer-used' };

  await aPlacedOrder(world.visitor(), items, wish('13800001111'));
  await expect(aPlacedOrder(world.visitor(), items, wish('13800001111'))).rejects.toMatchObject(used);
  await aPlacedOrder(world.visitor(), items, wish('13800002222'));
  await aPlacedOrder(world.clerk(seller), items, wish('13800003333'));
  await expect(aPlacedOrder(world.clerk(seller), items, wish('13800004444'))).rejects.toMatchObject(used);

  const cart = await priceCart(world.clerk(seller), items, null, coupon.code);
  expect(cart).toMatchObject({ discount: 0, coupon: { problem: { code: 'buyer-used' } } });
});

test('the cart says what a coupon takes off, or why it takes nothing, and the order is placed with what was seen', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const { cartId } = await addToCart(world.visitor(), null, { pack: pack.code, count: 1 });
  const priced = async (code: string) => {
    await enterCoupon(world.visitor(), cartId, { code });
    const { items, coupon } = await findCart(world.visitor(), cartId);
    return priceCart(world.visitor(), items, '350702', coupon);
  };
  const from = await anOpenPromotion(world, { threshold: '60', until: '2026-06-30' });
  const closed = await anOpenPromotion(world);
  await closePromotion(world.administrator(), closed.id);
  const future = await anOpenPromotion(world, { from: '2026-07-01' });

  expect((await priced('NO-SUCH')).coupon).toEqual({ code: 'NO-SUCH', problem: { code: 'unknown', missing: null } });
  expect((await priced(closed.code)).coupon?.problem?.code).toBe('over');
  expect((await priced(future.code)).coupon?.problem?.code).toBe('not-yet');
  expect((await priced(from.code)).coupon?.problem).toEqual({ code: 'min-not-reached', missing: 1500 });
  expect((await priced('')).coupon).toBeNull();
  await addToCart(world.visitor(), cartId, { pack: pack.code, count: 1 });
  const cart = await priced(from.code);
  expect(cart).toMatchObject({ goods: 9000, discount: 500, freight: 600, total: 9100, coupon: { problem: null } });
  expect(cart.discounts).toMatchObject([{ code: from.code, funder: 'platform', fen: 500 }]);
  const { items, coupon } = await findCart(world.visitor(), cartId);
  const input = aDelivery({ coupon: coupon ?? '', total: cart.total ?? 0 });
  const origin = { channel: 'ecommerce', route: null, language: 'zh-CN', cartId } as const;

  const order = await placeOrder(world.visitor(), items, input, origin);
  const again = await placeOrder(world.visitor(), [], { ...input, coupon: undefined }, origin);

  expect(order.total).toBe(9100);
  expect(again).toMatchObject({ number: order.number, repeated: true });
  expect(await findCart(world.visitor(), cartId)).toEqual({ items: [], coupon: null });
});

test('a coupon that does not help is told before anything is placed, unless the buyer saw the price without it', async () => {
  await using world = await openWorld();
  const { pack } = await world.jar({ packs: 10, price: 4500 });
  const items = [{ pack: pack.code, count: 1 }];

  await expect(aPlacedOrder(world.visitor(), items, { coupon: 'NO-SUCH' })).rejects.toMatchObject({
    code: 'promotions.unknown',
  });
  const seen = await aPlacedOrder(world.visitor(), items, { coupon: 'NO-SUCH', total: 5100 });
  expect(seen.total).toBe(5100);
});

test('where the agreed price leaves the seller nothing, his own promotion takes nothing off', async () => {
  await using world = await openWorld();
  // 500 g at 82.30 a kilo: 41.15 to the household, 2.00 packing, 1.35 platform leave the seller nothing to give.
  const { seller, pack } = await world.jar({ packs: 10, price: 4450, agreedPrice: 8230 });
  await anOpenPromotion(world, { automatic: true, funderKind: 'seller', organization: seller.code });

  const cart = await priceCart(world.visitor(), [{ pack: pack.code, count: 1 }], '350702');

  expect(cart.discount).toBe(0);
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  expect(order.total).toBe(5050);
  expect(await world.brokenProofs()).toEqual([]);
});
