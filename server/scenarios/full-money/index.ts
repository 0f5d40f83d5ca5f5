import type { MikroORM } from '#server/platform/index.ts';
import { openCast } from '../cast.ts';
import type { Story } from '../story.ts';
import { furnishThree } from '../three-sellers.ts';
import { buyAndPay } from './buy-and-pay.ts';
import { sendAndGiveBack } from './send-and-give-back.ts';
import { settleAndClose } from './settle-and-close.ts';
import { openExpectedBooks, openStripe } from './stage.ts';

/** A Monday noon in Nanping, when bayberries begin. */
const MONDAY_NOON = new Date('2026-06-01T04:00:00Z');

/**
 * All of the money of one order: three sellers, a coupon, Stripe, a missing basket, a claim, statements, an objection, a
 * transfer the bank returns, and the month closed. After each step the whole ledger is compared to the fen.
 */
export async function playFullMoney(orm: MikroORM, story: Story): Promise<void> {
  const cast = openCast(orm, MONDAY_NOON);
  story.step(
    '三家合作社、五户农家：富石的蜂蜜、星村的肉桂、徐墩的杨梅，各自上架。每户都登记了银行卡。',
    'Three cooperatives and five households list their goods: honey of Fushi, tea of Xingcun, bayberries of Xudun. Each household has a bank card.',
  );
  const goods = await furnishThree(cast);
  const { stripe, providers } = await openStripe(cast);
  await using _ = stripe;
  const stage = { story, cast, ...goods, stripe, providers, books: openExpectedBooks(story, cast, stripe) };
  await stage.books.moved({});

  const order = await buyAndPay(stage);
  await sendAndGiveBack(stage, order);
  await settleAndClose(stage);
}
