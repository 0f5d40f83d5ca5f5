import { addMinutes, businessDayOf } from '#server/kernel/calendar.ts';
import { type Fen, fen } from '#server/kernel/money.ts';
import type { ClaimPhoto } from './claim-photos.ts';
import type { SampleLot } from './lots.ts';
import type { SampleOrder } from './orders.ts';

type Answer =
  | { step: 'granted'; hoursAgo: number; amount: Fen; words: string }
  | { step: 'rejected'; hoursAgo: number; words: string }
  | { step: 'escalated'; hoursAgo: number; words: string };

/** What a buyer found wrong with the only line of an order, with a drawn picture, and what was answered since. */
export type SampleClaim = {
  order: SampleOrder;
  hoursAgo: number;
  reason: 'spoiled' | 'broken';
  count: number;
  words: string;
  photo: ClaimPhoto;
  answers: readonly Answer[];
};

const HOUR = 60;
const TO_SHIP_HOURS = 20;
const ON_THE_WAY_HOURS = 44;

/** One that waits for the cooperative whose clerk one can be, one it granted in part, and one that lies with the platform. */
export function makeClaims(now: Date, lots: readonly SampleLot[]): SampleClaim[] {
  return [
    waitingClaim(now, lots),
    {
      order: orderOf(now, 'granted', { buyer: 'shopper-01', pack: 'shunchang-honey-500g', count: 2, hoursAgo: 130 }),
      hoursAgo: 120,
      reason: 'broken',
      count: 1,
      words: '一瓶的盖子裂了，蜜流出来一些，另一瓶是好的。',
      photo: 'cracked-lid',
      answers: [
        {
          step: 'granted',
          hoursAgo: 101,
          amount: fen(30_00),
          words: '是我们装箱时少垫了一层，对不起。按漏掉的分量退 30 元，这笔钱由合作社出，不动农户的货款。',
        },
      ],
    },
    {
      order: orderOf(now, 'escalated', {
        buyer: 'shopper-05',
        pack: 'centre-shunchang-honey-500g',
        count: 1,
        hoursAgo: 70,
      }),
      hoursAgo: 64,
      reason: 'broken',
      count: 1,
      words: '收到时瓶身已经裂开，蜜漏了大半，没法吃了。',
      photo: 'broken-jar',
      answers: [
        { step: 'rejected', hoursAgo: 45, words: '照片里看不到外箱，不能确定是路上碎的。' },
        { step: 'escalated', hoursAgo: 8, words: '外箱已经扔了，但是瓶子和漏出来的蜜都在照片里，请平台看看。' },
      ],
    },
  ];
}

/** Bruised fruit; where none was in season when it would have been bought, a jar. */
function waitingClaim(now: Date, lots: readonly SampleLot[]): SampleClaim {
  const wish = { buyer: 'shopper-01', count: 2, hoursAgo: 21 };
  const fruit = orderOf(now, 'waiting', { ...wish, pack: 'shunchang-ponkan-5kg' });
  const day = businessDayOf(fruit.placedAt);
  const inSeason = lots.some((lot) => lot.produce === 'shunchang-ponkan' && lot.receivedDay < day);
  if (!inSeason) {
    return {
      order: orderOf(now, 'waiting', { ...wish, pack: 'shunchang-honey-250g' }),
      hoursAgo: 6,
      reason: 'broken',
      count: 1,
      words: '两瓶里有一瓶裂了，蜜漏在箱子里。',
      photo: 'broken-jar',
      answers: [],
    };
  }
  return {
    order: fruit,
    hoursAgo: 6,
    reason: 'spoiled',
    count: 1,
    words: '两箱里有一箱压坏了，底下一层有七八个果子发软、流汁。上面的都好，已经在吃了。',
    photo: 'bruised-ponkan',
    answers: [],
  };
}

type Wish = { buyer: string; pack: string; count: number; hoursAgo: number };

/** An order that reached its buyer so many hours ago. */
function orderOf(now: Date, key: string, { buyer, pack, count, hoursAgo }: Wish): SampleOrder {
  const deliveredAt = addMinutes(now, -hoursAgo * HOUR);
  const shippedAt = addMinutes(deliveredAt, -ON_THE_WAY_HOURS * HOUR);
  return {
    key: `order-claim-${key}`,
    placedAt: addMinutes(shippedAt, -TO_SHIP_HOURS * HOUR),
    buyer,
    lines: [{ pack, count }],
    fate: 'delivered',
    shippedAt,
    deliveredAt,
  };
}
