import { deliverParcel, getPickList, shipParcel } from '#server/fulfilment/index.ts';
import { proveBooks } from '#server/insight/index.ts';
import { formatYuan } from '#server/kernel/money.ts';
import { PlaceOrder } from '#server/orders/contract.ts';
import {
  addToCart,
  findCartItems,
  getReceipt,
  type PlacedOrder,
  payInSandbox,
  placeOrder,
  priceCart,
  startPayment,
} from '#server/orders/index.ts';
import { type Ctx, type MikroORM, rowOf, sql } from '#server/platform/index.ts';
import { type Balance, balances, postingsOf, tellBalances, tellPostings } from './balances.ts';
import { type Cast, openCast } from './cast.ts';
import { furnish } from './honey-and-tea.ts';
import type { Goods } from './open-shop.ts';
import type { Story } from './story.ts';

/** A Monday noon in Nanping, in season for honey and tea. */
const MONDAY_NOON = new Date('2026-06-01T04:00:00Z');
const FUZHOU = '350102';

type Play = { story: Story; cast: Cast; honey: Goods; tea: Goods };

/**
 * The first sale of all: honey of two households and tea of a third, from two cooperatives, in one cart. It is paid, every
 * fen finds its household, both parcels travel, and the books hold.
 */
export async function playFirstSale(orm: MikroORM, story: Story): Promise<void> {
  const cast = openCast(orm, MONDAY_NOON);
  story.step(
    '富石蜂业收下两户的蜂蜜，合成一批；星村茶叶收下一户的肉桂。两家都上了架。',
    'Fushi Beekeepers take in the honey of two households as one lot, Xingcun Tea Growers the tea of one. Both list it.',
  );
  const play = { story, cast, ...(await furnish(cast)) };
  await tellShelf(play, '张春生 6 公斤、李秀英 3 公斤 / Zhang 6 kg, Li 3 kg', play.honey, 9000, 0, 0);
  await tellShelf(play, '王金木 2 公斤 / Wang 2 kg', play.tea, 2000, 0, 0);

  const order = await fillAndPlace(play);
  await pay(play, order);
  await packAndShip(play, order);
  await arrive(play, order);
  await prove(play);
}

async function fillAndPlace(play: Play): Promise<PlacedOrder> {
  const { story, cast, honey, tea } = play;
  story.step(
    '福州的一位访客没有登录，往购物车里放了三瓶蜂蜜、两罐茶。',
    'A visitor from Fuzhou, not signed in, puts three jars of honey and two tins of tea into the cart.',
  );
  const { cartId } = await addToCart(cast.visitor(), null, { pack: honey.pack, count: 3 });
  await addToCart(cast.visitor(), cartId, { pack: tea.pack, count: 2 });
  const items = await findCartItems(cast.visitor(), cartId);
  const cart = await priceCart(cast.visitor(), items, FUZHOU);
  story.expect('goods, freight and total', [cart.goods, cart.freight, cart.total], [18_600, 1200, 19_800]);
  story.seen(
    `货款 / goods ${yuan(cart.goods)}，运费 / freight ${yuan(cart.freight)}，合计 / total ${yuan(cart.total)}`,
  );

  story.step(
    '提交订单：价格定住，货占住 15 分钟，还没有人欠谁的钱。',
    'The order is placed: prices are frozen, the goods are held for 15 minutes, and nobody owes anybody yet.',
  );
  cast.later(3);
  const input = PlaceOrder.parse({
    recipient: '林晓',
    phone: '13800001234',
    region: FUZHOU,
    address: '示例路 8 号',
    total: cart.total,
    key: 'first-sale-0001',
  });
  const origin = { channel: 'ecommerce', route: null, language: 'zh-CN', cartId } as const;
  const order = await placeOrder(cast.visitor(), items, input, origin);
  story.expect('the total of the order', order.total, 19_800);
  await tellShelf(play, '蜂蜜 / honey', honey, 9000, 1500, 0);
  await tellShelf(play, '茶叶 / tea', tea, 2000, 200, 0);
  story.expect('balances before the payment', await balances(cast.bookkeeper()), []);
  return order;
}

/** Three jars at 32.00: each household in turn by the part it has sold. Two tins at 45.00: 39.998 yuan make 40.00. */
const owedAfterPayment: Balance[] = [
  { kind: 'clearing', owner: 'sandbox', owed: -19_800 },
  { kind: 'freight', owner: 'fushi-bees', owed: 600 },
  { kind: 'freight', owner: 'xingcun-tea', owed: 600 },
  { kind: 'household-earned', owner: 'NP-0001', owed: 5000 },
  { kind: 'household-earned', owner: 'NP-0002', owed: 2500 },
  { kind: 'household-earned', owner: 'NP-0003', owed: 4000 },
  { kind: 'packing', owner: 'fushi-bees', owed: 900 },
  { kind: 'packing', owner: 'xingcun-tea', owed: 800 },
  { kind: 'platform-fee', owner: '', owed: 558 },
  { kind: 'seller-earned', owner: 'fushi-bees', owed: 912 },
  { kind: 'seller-earned', owner: 'xingcun-tea', owed: 3930 },
];

async function pay({ story, cast, honey, tea, ...rest }: Play, order: PlacedOrder): Promise<void> {
  story.step(
    '沙箱付款成功：占住的变成答应的，每户的钱一分不差记进总账。',
    'The sandbox pays: what was held is promised, and what each household earned stands in the ledger to the fen.',
  );
  cast.later(2);
  const payment = await startPayment(cast.visitor(), order.number, { accessKey: order.accessKey }, 'sandbox');
  await payInSandbox(cast.visitor(), payment.id, 'succeeded', true);
  tellPostings(story, await postingsOf(cast.bookkeeper(), `sale:${order.id}`));
  story.seen('');
  const owed = await balances(cast.bookkeeper());
  story.expect('balances after the payment', owed, owedAfterPayment);
  tellBalances(story, owed);
  await tellShelf({ story, cast, honey, tea, ...rest }, '蜂蜜 / honey', honey, 9000, 0, 1500);
  const receipt = await getReceipt(cast.visitor(), order.number, { accessKey: order.accessKey });
  story.expect('households on the receipt', receipt.householdCount, 3);
}

async function packAndShip(play: Play, order: PlacedOrder): Promise<void> {
  const { story, cast, honey, tea } = play;
  story.step(
    '两家各打一个包裹，拣货单写明从哪一批、哪一户取。',
    'Each cooperative packs its parcel; the pick list says from which lot and which household to take.',
  );
  cast.later(60);
  const picked = [];
  for (const [index, goods] of [honey, tea].entries()) {
    const list = await getPickList(cast.clerkOf(goods.organizationId), `${order.number}-${index + 1}`);
    for (const { household, quantity, lotCode } of list.picks) {
      story.expect('the lot to pick from', lotCode, goods.lotCode);
      story.seen(`${list.number}  ${household.code} ${household.maskedName}  ${quantity} g`);
      picked.push([household.code, quantity]);
    }
  }
  const fairTurn = [
    ['NP-0001', 1000],
    ['NP-0002', 500],
    ['NP-0003', 200],
  ];
  story.expect('what is picked from whom', picked, fairTurn);

  story.step(
    '包裹交给快递：货离开库房，凭据就是包裹。',
    'The courier takes them: the goods leave the shelf, the parcel is the evidence.',
  );
  for (const [index, goods] of [honey, tea].entries()) {
    const ship = { courier: 'SELF', trackingNumber: '' } as const;
    await shipParcel(cast.clerkOf(goods.organizationId), `${order.number}-${index + 1}`, ship);
  }
  await tellShelf(play, '蜂蜜 / honey', honey, 7500, 0, 0);
  await tellShelf(play, '茶叶 / tea', tea, 1800, 0, 0);
}

async function arrive({ story, cast, honey, tea }: Play, order: PlacedOrder): Promise<void> {
  story.step(
    '第一个包裹到了，订单还没完；第二个也到了，订单完成。钱一分没动。',
    'One parcel arrives and the order is not complete; the other arrives and it is. Not a fen has moved.',
  );
  const stateOf = async () =>
    (await getReceipt(cast.visitor(), order.number, { accessKey: order.accessKey })).state as string;
  cast.later(2 * 24 * 60);
  await deliverParcel(cast.clerkOf(honey.organizationId), `${order.number}-1`);
  story.expect('the order with one parcel on its way', await stateOf(), 'paid');
  cast.later(60);
  await deliverParcel(cast.clerkOf(tea.organizationId), `${order.number}-2`);
  story.expect('the order with both parcels delivered', await stateOf(), 'completed');
  story.expect('balances at the end', await balances(cast.bookkeeper()), owedAfterPayment);
  story.seen(`订单 / order ${order.number}: 已完成 / completed`);
}

async function prove({ story, cast }: Play): Promise<void> {
  story.step('会计核账，每一项都成立。', 'The bookkeeper proves the books, and every proof holds.');
  const proof = await proveBooks(cast.bookkeeper());
  const broken = proof.results.filter((result) => !result.holds).map((result) => result.name);
  story.expect('proofs that break', broken, []);
  story.seen(`${proof.results.length} 项全部通过 / all ${proof.results.length} proofs hold`);
}

/** What a pool holds, checked and told: on hand, held by unpaid orders, promised to paid ones. */
async function tellShelf(
  { story, cast }: Play,
  what: string,
  goods: Goods,
  onHand: number,
  held: number,
  promised: number,
): Promise<void> {
  const shelf = await shelfOf(cast.bookkeeper(), goods);
  story.expect(`the shelf of ${what}`, shelf, [onHand, held, promised]);
  story.seen(`${what}：在库 / on hand ${onHand} g，占用 / held ${held} g，已售待发 / promised ${promised} g`);
}

async function shelfOf(ctx: Ctx, { organizationId, produceId }: Goods): Promise<number[] | null> {
  const row = await rowOf<{ on_hand: number; held: number; promised: number }>(
    ctx,
    sql`select on_hand, held, promised from pool
        where organization_id = ${organizationId} and produce_id = ${produceId}`,
  );
  return row && [row.on_hand, row.held, row.promised];
}

function yuan(amount: number | null): string {
  return formatYuan(amount ?? 0);
}
