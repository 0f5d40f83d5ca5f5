import { assert, DomainError } from '#server/kernel/errors.ts';
import { type Fen, fen, multiplyRatio } from '#server/kernel/money.ts';
import type { AllocationLeft, LineLeft } from './line-money.ts';
import { type Bearer, householdBack, type LineMoney, splitRefund } from './split-refund.ts';

/** Where the goods of a refund are: never sent, come back from the buyer, or left with him. */
export type GoodsBack = 'unsent' | 'returned' | 'kept';

/**
 * What of a line goes back: so many packs of it with their goods, so many base units of a line sold by weight, or so
 * many fen while the goods stay where they are.
 */
export type RefundLine =
  | { lineId: string; count: number }
  | { lineId: string; quantity: number }
  | { lineId: string; amount: Fen };

/** A line's refund worked out: the money of each party, and from which allocations goods go back. */
export type Unwound = {
  lineId: string;
  count: number;
  money: LineMoney;
  quantities: { allocation: AllocationLeft; quantity: number }[];
  /** Whose an allocation is, by its id. */
  owners: ReadonlyMap<string, string>;
  /** The pages that show what changes. */
  tags: string[];
};

/**
 * Works out what goes back of a line. Goods go back last drawn first; whose goods go back gives back what he earned by
 * them, so that a household whose honey was sent keeps all of its money when a neighbour's jar was missing. Refuses
 * (conflict, `refunds.more-than-left`) more than is left of the line.
 */
export function unwindLine(line: LineLeft, wanted: RefundLine, goods: GoodsBack, bearer: Bearer): Unwound {
  return {
    ...workOut(line, wanted, goods, bearer),
    owners: new Map(line.allocations.map(({ id, householdId }) => [id, householdId])),
    tags: line.allocations.flatMap(({ householdCode, lotCode }) => [`household:${householdCode}`, `lot:${lotCode}`]),
  };
}

type WorkedOut = Omit<Unwound, 'owners' | 'tags'>;

function workOut(line: LineLeft, wanted: RefundLine, goods: GoodsBack, bearer: Bearer): WorkedOut {
  if ('amount' in wanted) {
    assert(goods === 'kept', 'money alone goes back only where the goods stay');
    if (wanted.amount > line.money.paid) throw moreThanLeft(line.money.paid);
    return {
      lineId: line.id,
      count: 0,
      money: splitRefund(line.money, wanted.amount, bearer),
      quantities: [],
    };
  }
  const count = 'count' in wanted ? wanted.count : 0;
  assert(count >= 0, 'no packs below zero');
  const packsLeft = Math.min(line.countLeft, packsFor(line, goods));
  if (count > packsLeft) throw moreThanLeft(packsLeft);
  if (goods === 'kept') {
    const paid = fen(multiplyRatio(line.money.paid, count, line.countLeft));
    return { lineId: line.id, count, money: splitRefund(line.money, paid, bearer), quantities: [] };
  }
  assert(bearer === 'source', 'goods that go back were not sold: nobody keeps their money');
  const quantities =
    'count' in wanted ? goodsOfPacks(line, wanted.count, goods) : goodsOf(line.allocations, wanted.quantity, goods);
  const paid = 'count' in wanted ? partOfCount(line, wanted.count) : partOfQuantity(line, wanted.quantity);
  const households = new Map(
    quantities.map(({ allocation, quantity }) => [
      allocation.id,
      householdBack(allocation.left, soldLeft(allocation), quantity),
    ]),
  );
  return { lineId: line.id, count, money: splitRefund(line.money, paid, bearer, households), quantities };
}

/** How many packs of a line there are where the goods are said to be: what was sent cannot go back as unsent. */
function packsFor(line: LineLeft, goods: GoodsBack): number {
  if (goods === 'unsent') return line.toSend;
  return goods === 'returned' ? line.withBuyer : line.countLeft;
}

function partOfCount(line: LineLeft, count: number): Fen {
  return fen(multiplyRatio(line.money.paid, count, line.countLeft));
}

function partOfQuantity(line: LineLeft, quantity: number): Fen {
  const left = line.allocations.reduce((sum, allocation) => sum + soldLeft(allocation), 0);
  return fen(multiplyRatio(line.money.paid, quantity, left));
}

/** Of each produce of a pack so much as so many packs hold. */
function goodsOfPacks(line: LineLeft, count: number, goods: 'unsent' | 'returned'): Unwound['quantities'] {
  const byProduce = Map.groupBy(line.allocations, (allocation) => allocation.produceId);
  return [...byProduce.values()].flatMap((allocations) => {
    // A line sold by weight has given back some of it at the scale: of its last packs all that is left goes.
    const left = allocations.reduce((sum, allocation) => sum + availableOf(allocation, goods), 0);
    const bought = allocations.reduce((sum, allocation) => sum + allocation.quantity, 0);
    const held = (bought / line.count) * count;
    const wanted = !line.catchWeight ? held : count === line.countLeft ? left : Math.min(left, held);
    return goodsOf(allocations, wanted, goods);
  });
}

function goodsOf(allocations: AllocationLeft[], wanted: number, goods: 'unsent' | 'returned'): Unwound['quantities'] {
  let missing = wanted;
  const taken: Unwound['quantities'] = [];
  for (const allocation of allocations.toReversed()) {
    const quantity = Math.min(missing, availableOf(allocation, goods));
    if (quantity > 0) taken.push({ allocation, quantity });
    missing -= quantity;
  }
  if (missing > 0) throw moreThanLeft(wanted - missing);
  return taken;
}

function availableOf(allocation: AllocationLeft, goods: 'unsent' | 'returned'): number {
  return goods === 'unsent'
    ? allocation.quantity - allocation.sent - allocation.unsent
    : allocation.sent - allocation.returned;
}

/** What of an allocation still counts as sold. */
function soldLeft(allocation: AllocationLeft): number {
  return allocation.quantity - allocation.unsent - allocation.returned;
}

function moreThanLeft(left: number): DomainError {
  return new DomainError('conflict', 'refunds.more-than-left', { left });
}
