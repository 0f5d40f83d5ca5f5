import { formatYuan } from '#server/kernel/money.ts';
import { PlaceOrder } from '#server/orders/contract.ts';
import {
  addToCart,
  checkPayment,
  enterCoupon,
  findCart,
  getReceipt,
  type PlacedOrder,
  placeOrder,
  priceCart,
} from '#server/orders/index.ts';
import { DraftPromotion } from '#server/promotions/contract.ts';
import { draftPromotion, openPromotion } from '#server/promotions/index.ts';
import { goToStripe, hearWebhook } from '#server/testing/stripe.ts';
import { postingsOf, tellPostings } from '../balances.ts';
import type { Stage } from './stage.ts';

const FUZHOU = '350102';
const COUPON = 'DAOHU15';

/** Three sellers in one cart, a coupon the platform bears, paid at Stripe: split to the fen, however often it is told. */
export async function buyAndPay(stage: Stage): Promise<PlacedOrder> {
  await promise(stage);
  const order = await place(stage);
  await pay(stage, order);
  return order;
}

async function promise({ story, cast }: Stage): Promise<void> {
  story.step(
    '平台出资一张优惠券：满 200 元减 15 元。农户的钱不因它少一分。',
    'The platform bears a coupon: 15 yuan off from 200 on. It takes no fen from any household.',
  );
  const promotion = await draftPromotion(
    cast.administrator(),
    DraftPromotion.parse({
      code: COUPON,
      name: '到户券',
      nameEn: 'Reach-the-household coupon',
      funderKind: 'platform',
      kind: 'amount',
      amount: '15',
      threshold: '200',
    }),
  );
  await openPromotion(cast.administrator(), promotion.id);
}

async function place({ story, cast, honey, tea, berries, books }: Stage): Promise<PlacedOrder> {
  story.step(
    '福州的买家把三家的货放进一个购物车：三瓶蜂蜜、两罐茶、两篮杨梅，用上优惠券，提交订单。',
    'A buyer in Fuzhou puts the goods of three sellers into one cart, three jars of honey, two tins of tea, two baskets of bayberries, with the coupon, and orders.',
  );
  const { cartId } = await addToCart(cast.visitor(), null, { pack: honey.pack, count: 3 });
  await addToCart(cast.visitor(), cartId, { pack: tea.pack, count: 2 });
  await addToCart(cast.visitor(), cartId, { pack: berries.pack, count: 2 });
  await enterCoupon(cast.visitor(), cartId, { code: COUPON });
  const { items, coupon } = await findCart(cast.visitor(), cartId);
  const cart = await priceCart(cast.visitor(), items, FUZHOU, coupon);
  story.expect(
    'goods, discount, freight and total',
    [cart.goods, cart.discount, cart.freight, cart.total],
    [28_200, 1500, 1800, 28_500],
  );
  for (const [name, fen] of [
    ['货款 / goods', cart.goods],
    ['优惠 / off', cart.discount],
    ['运费 / freight', cart.freight],
    ['应付 / to pay', cart.total],
  ] as const) {
    story.seen(`${name}  ${formatYuan(fen ?? 0)}`);
  }
  cast.later(3);
  const input = PlaceOrder.parse({
    recipient: '林晓',
    phone: '13800001234',
    region: FUZHOU,
    address: '示例路 8 号',
    perishableConfirmed: true,
    total: cart.total,
    coupon,
    key: 'full-money-0001',
  });
  const origin = { channel: 'ecommerce', route: null, language: 'zh-CN', cartId } as const;
  const order = await placeOrder(cast.visitor(), items, input, origin);
  story.expect('the total of the order', order.total, 28_500);
  await books.moved({});
  return order;
}

/**
 * 96.00 of honey are 75.00 to two households, 9.00 packing, 2.88 fee and 9.12 to the cooperative; 90.00 of tea are 40.00
 * (39.998 by price), 8.00, 2.70 and 39.30; 96.00 of bayberries are 56.00, 10.00, 2.88 and 27.12. The platform's 15.00 are
 * its own debt, nobody else's.
 */
const split = {
  'clearing stripe': -28_500,
  promotion: -1500,
  'household-earned NP-0001': 5000,
  'household-earned NP-0002': 2500,
  'household-earned NP-0003': 4000,
  'household-earned NP-0004': 2800,
  'household-earned NP-0005': 2800,
  'packing fushi-bees': 900,
  'packing xingcun-tea': 800,
  'packing xudun-fruit': 1000,
  'seller-earned fushi-bees': 912,
  'seller-earned xingcun-tea': 3930,
  'seller-earned xudun-fruit': 2712,
  'freight fushi-bees': 600,
  'freight xingcun-tea': 600,
  'freight xudun-fruit': 600,
  'platform-fee': 846,
};

async function pay({ story, cast, stripe, providers, books }: Stage, order: PlacedOrder): Promise<void> {
  story.step(
    '买家在 Stripe 付款。通知来了两次，买家又自己回到页面：一笔付款，一个订单，每户一分不差。',
    'The buyer pays at Stripe. The webhook comes twice and the buyer comes back too: one payment, one order, each household to the fen.',
  );
  cast.later(2);
  const { paymentId, sessionId } = await goToStripe(cast.visitor(), providers, order);
  await books.moved({ 'clearing stripe': 0 });
  const before = stripe.events.length;
  stripe.pay(sessionId);
  const events = stripe.events.slice(before);
  for (const event of [...events, ...events]) await hearWebhook(cast.system(), providers, stripe, event);
  await checkPayment(cast.visitor(), providers, paymentId);

  tellPostings(story, await postingsOf(cast.bookkeeper(), `sale:${order.id}`));
  story.seen('');
  await books.moved(split);
  const receipt = await getReceipt(cast.visitor(), order.number, { accessKey: order.accessKey });
  story.expect('state and households on the receipt', [receipt.state, receipt.householdCount], ['paid', 5]);
}
