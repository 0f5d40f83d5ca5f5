import sharp from 'sharp';
import { ApplyForClaim, ApproveClaim } from '#server/after-sales/contract.ts';
import { applyForClaim, approveClaim, getClaimAsBuyer } from '#server/after-sales/index.ts';
import { deliverParcel, getPickList, reportShort, shipParcel, startPacking } from '#server/fulfilment/index.ts';
import { present } from '#server/kernel/errors.ts';
import { getReceipt, type PlacedOrder } from '#server/orders/index.ts';
import { sendOwedRefunds } from '#server/payments/index.ts';
import type { Stage } from './stage.ts';

const BY_OURSELVES = { courier: 'SELF', trackingNumber: '' } as const;

/** Two parcels leave whole, of the third a basket is missing; what arrives bruised is claimed and paid for in part. */
export async function sendAndGiveBack(stage: Stage, order: PlacedOrder): Promise<void> {
  await ship(stage, order);
  await missOne(stage, order);
  await arrive(stage, order);
  await claim(stage, order);
}

async function ship({ story, cast, honey, tea, books }: Stage, order: PlacedOrder): Promise<void> {
  story.step(
    '蜂蜜和茶叶两个包裹都装齐发走。货走了，钱不动。',
    'Honey and tea are packed whole and leave. The goods move, the money does not.',
  );
  cast.later(60);
  for (const [index, goods] of [honey, tea].entries()) {
    await startPacking(cast.clerkOf(goods.organizationId), `${order.number}-${index + 1}`);
    await shipParcel(cast.clerkOf(goods.organizationId), `${order.number}-${index + 1}`, BY_OURSELVES);
  }
  await books.moved({});
}

/** 48.00 of bayberries less: 45.45 the buyer paid for it and 2.55 the platform's coupon, and everybody's part of 48.00. */
const missing = {
  promotion: 255,
  'household-earned NP-0005': -2800,
  'packing xudun-fruit': -500,
  'platform-fee': -144,
  'seller-earned xudun-fruit': -1356,
};

async function missOne(stage: Stage, order: PlacedOrder): Promise<void> {
  const { story, cast, berries, books } = stage;
  story.step(
    '杨梅少了一篮：那一篮的钱当场退，只动少了那一篮的那一户；另一篮照发。',
    'A basket of bayberries is missing: its money goes back at once, out of the part of the household it was of; the other basket is sent.',
  );
  const clerk = cast.clerkOf(berries.organizationId);
  const parcel = `${order.number}-3`;
  await startPacking(clerk, parcel);
  const short = { line: await berryLine(stage, order), count: 1, reason: 'missing', key: 'missing-basket' } as const;
  await reportShort(clerk, parcel, short);
  await reportShort(clerk, parcel, short);
  await books.moved({ ...missing, [`buyer-credit ${order.number}`]: 4545 });
  await shipParcel(clerk, parcel, BY_OURSELVES);
  await refundAtStripe(stage, order, 4545);
}

async function arrive({ story, cast, honey, tea, berries, books }: Stage, order: PlacedOrder): Promise<void> {
  story.step('三个包裹都到了，订单完成。', 'All three parcels arrive, and the order is complete.');
  cast.later(2 * 24 * 60);
  for (const [index, goods] of [honey, tea, berries].entries()) {
    await deliverParcel(cast.clerkOf(goods.organizationId), `${order.number}-${index + 1}`);
  }
  const receipt = await getReceipt(cast.visitor(), order.number, { accessKey: order.accessKey });
  story.expect('the order with everything delivered', receipt.state as string, 'completed');
  await books.moved({});
}

/** Of the basket that is left, 45.45 paid, 20.00 go back, and of everybody's part as much in a hundred; the seller the rest. */
const bruised = {
  promotion: 112,
  'household-earned NP-0004': -1232,
  'packing xudun-fruit': -220,
  'platform-fee': -63,
  'seller-earned xudun-fruit': -597,
};

async function claim(stage: Stage, order: PlacedOrder): Promise<void> {
  const { story, cast, berries, books } = stage;
  story.step(
    '杨梅压坏了几颗，买家当天拍照申请售后；合作社同意退 20 元，货不用寄回。',
    'Some bayberries are bruised; the buyer claims the same day with a photo, and the cooperative grants 20 yuan; nothing goes back.',
  );
  cast.later(3 * 60);
  const reader = { accessKey: order.accessKey };
  const line = await berryLine(stage, order);
  const { number } = await applyForClaim(
    cast.visitor(),
    `${order.number}-3`,
    reader,
    ApplyForClaim.parse({
      kind: 'fresh-damage',
      reason: 'spoiled',
      lines: [{ line, count: 1 }],
      words: '有几颗压坏了',
      photos: [await aPhoto()],
    }),
  );
  await books.moved({});
  cast.later(30);
  await approveClaim(
    cast.clerkOf(berries.organizationId),
    number,
    ApproveClaim.parse({ bearer: 'source', lines: [{ line, amount: '20.00' }], words: '照片看到了，退您一部分' }),
  );
  await books.moved({ ...bruised, [`buyer-credit ${order.number}`]: 2000 });
  await refundAtStripe(stage, order, 2000);
  story.expect('the claim', (await getClaimAsBuyer(cast.visitor(), number, reader)).state as string, 'refunded');
}

/** The line of the bayberries, as the packing table names it. */
async function berryLine({ cast, berries }: Stage, order: PlacedOrder): Promise<number> {
  const { lines } = await getPickList(cast.clerkOf(berries.organizationId), `${order.number}-3`);
  return present(lines[0], 'the line of the bayberries').line;
}

/** What is owed to the buyer leaves through Stripe, outside of any transaction; asking twice sends it once. */
async function refundAtStripe({ story, cast, providers, books, stripe }: Stage, order: PlacedOrder, fen: number) {
  await sendOwedRefunds(cast.system(), providers);
  await sendOwedRefunds(cast.system(), providers);
  await books.moved({ [`buyer-credit ${order.number}`]: -fen, 'clearing stripe': fen });
  story.expect('the last refund at Stripe', stripe.refunds().at(-1)?.amount, fen);
}

async function aPhoto(): Promise<File> {
  const create = { width: 640, height: 480, channels: 3, background: '#7c2d3a' } as const;
  const bytes = await sharp({ create }).jpeg().toBuffer();
  return new File([new Uint8Array(bytes)], 'bayberries.jpg', { type: 'image/jpeg' });
}
