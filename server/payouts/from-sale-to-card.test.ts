import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen } from '#server/kernel/money.ts';
import type { LineLeft } from '#server/refunds/line-money.ts';
import { aSale, book, sell, send } from '#server/refunds/sale.factory.ts';
import { type GoodsBack, type RefundLine, unwindLine } from '#server/refunds/unwind-line.ts';
import { netLines, type OpenLine } from '#server/statements/net-lines.ts';

const RUNS = 10_000;

type Sold = { line: LineLeft; packQuantity: number; matured: boolean };

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('send', 'unsent', 'returned', 'kept', 'amount', 'mature', 'state', 'paid', 'bank-returns'),
    which: fc.nat(2),
    part: fc.integer({ min: 1, max: 100 }),
  }),
  { minLength: 10, maxLength: 40, size: 'max' },
);

/** The trade's books in small: every entry adds up to nothing, and an account is owed what its entries say. */
function openBooks() {
  const owed = new Map<string, number>();
  return {
    owed: (account: string) => owed.get(account) ?? 0,
    post(entry: readonly (readonly [account: string, change: number])[]): void {
      expect(entry.reduce((sum, [, change]) => sum + change, 0)).toBe(0);
      for (const [account, change] of entry) owed.set(account, (owed.get(account) ?? 0) + change);
    },
    others: () => [...owed].filter(([account, fen]) => fen !== 0 && !/^(payable|card):/.test(account)),
  };
}

/** One play: some sales, whatever becomes of them, statements and payouts between, over households that share lines. */
function play(sales: Sold[], capBasisPoints: number) {
  const books = openBooks();
  const households = [...new Set(sales.flatMap(({ line }) => line.allocations.map((one) => one.householdId)))];
  const open = new Map<string, OpenLine[]>(households.map((id) => [id, []]));
  const agreed = new Map<string, number>(households.map((id) => [id, 0]));
  let lines = 0;

  const parts = ({ money }: Pick<LineLeft, 'money'>, sign: 1 | -1) => [
    ['buyer', -sign * money.paid] as const,
    ...money.funded.map(({ funder, fen }) => [`funder:${funder}`, -sign * fen] as const),
    ['seller', sign * money.seller] as const,
    ['packing', sign * money.packing] as const,
    ['platform', sign * money.platform] as const,
  ];
  const owe = (household: string, amount: number) => {
    lines += 1;
    open.get(household)?.push({ id: `line-${lines}`, amount: fen(amount), setOffWhole: false });
  };
  const householdOf = (line: LineLeft, allocationId: string) =>
    line.allocations.find(({ id }) => id === allocationId)?.householdId ?? '';

  for (const { line } of sales) {
    const shares = line.allocations.map(({ householdId, left }) => [`earned:${householdId}`, left] as const);
    books.post([...parts(line, 1), ...shares]);
  }

  return {
    books,
    households,
    refund({ line, matured }: Sold, wanted: RefundLine, goods: GoodsBack): void {
      const back = unwindLine(line, wanted, goods, 'source');
      book(line, back, goods);
      const given = back.money.households.map(({ allocationId, fen }) => ({
        household: householdOf(line, allocationId),
        fen,
      }));
      const account = matured ? 'payable' : 'earned';
      books.post([
        ...parts(back, -1),
        ...given.map(({ household, fen }) => [`${account}:${household}`, -fen] as const),
      ]);
      // What was payable already is a line of its own on the next statement, never a silent debt.
      if (matured) for (const { household, fen } of given) if (fen > 0) owe(household, -fen);
    },
    mature(sold: Sold): void {
      if (sold.matured) return;
      sold.matured = true;
      for (const { householdId, left } of sold.line.allocations) {
        books.post([
          [`earned:${householdId}`, -left],
          [`payable:${householdId}`, left],
        ]);
        if (left > 0) owe(householdId, left);
      }
    },
    state(household: string): void {
      const waiting = open.get(household) ?? [];
      const { taken, total } = netLines(waiting, capBasisPoints);
      expect(total).toBeGreaterThanOrEqual(0);
      const rests = new Map(taken.map(({ id, rest }) => [id, rest]));
      const left = waiting.map((one) => ({ ...one, amount: rests.get(one.id) ?? one.amount }));
      open.set(
        household,
        left.filter(({ amount }) => amount !== 0),
      );
      agreed.set(household, (agreed.get(household) ?? 0) + total);
    },
    pay(household: string, outcome: 'paid' | 'bank-returns'): void {
      const amount = agreed.get(household) ?? 0;
      books.post([
        [`payable:${household}`, -amount],
        [`paying:${household}`, amount],
      ]);
      const to = outcome === 'paid' ? 'card' : 'payable';
      books.post([
        [`paying:${household}`, -amount],
        [`${to}:${household}`, amount],
      ]);
      if (outcome === 'paid') agreed.set(household, 0);
    },
    check(): void {
      for (const household of households) {
        const on = (kind: string) => books.owed(`${kind}:${household}`);
        const sold = sales
          .flatMap(({ line }) => line.allocations)
          .filter(({ householdId }) => householdId === household);
        expect(on('earned') + on('payable') + on('card')).toBe(sold.reduce((sum, { left }) => sum + left, 0));
        const waiting = (open.get(household) ?? []).reduce((sum, { amount }) => sum + amount, 0);
        expect(on('payable'), 'lines tell all that is payable').toBe((agreed.get(household) ?? 0) + waiting);
      }
    },
  };
}

test('from the sale to the card, whatever comes back and whatever the bank returns: no fen is lost, made or paid twice', () => {
  let paidBefore = 0;
  fc.assert(
    fc.property(
      fc.array(aSale, { minLength: 1, maxLength: 3 }),
      steps,
      fc.integer({ min: 0, max: 10_000 }),
      (drawn, afterwards, cap) => {
        const sales = drawn.map((sale) => ({
          line: sell(sale).line,
          packQuantity: sale.packQuantity,
          matured: false,
        }));
        const trade = play(sales, cap);

        for (const { what, which, part } of afterwards) {
          const sold = sales[which % sales.length] as Sold;
          const { line } = sold;
          const some = (most: number) => Math.ceil((most * part) / 100);
          const [unsent, sent] = [Math.min(line.countLeft, line.toSend), Math.min(line.countLeft, line.withBuyer)];
          if (what === 'send') send(line, some(unsent), sold.packQuantity);
          if (what === 'unsent' && unsent > 0) trade.refund(sold, { lineId: 'line', count: some(unsent) }, 'unsent');
          if (what === 'returned' && sent > 0) trade.refund(sold, { lineId: 'line', count: some(sent) }, 'returned');
          if (what === 'kept' && line.countLeft > 0)
            trade.refund(sold, { lineId: 'line', count: some(line.countLeft) }, 'kept');
          if (what === 'amount' && line.money.paid > 0)
            trade.refund(sold, { lineId: 'line', amount: fen(some(line.money.paid)) }, 'kept');
          if (what === 'mature') trade.mature(sold);
          for (const household of trade.households) {
            if (what === 'state') trade.state(household);
            if (what === 'paid' || what === 'bank-returns') trade.pay(household, what);
          }
          trade.check();
        }
        paidBefore += trade.households.reduce((sum, one) => sum + Math.sign(trade.books.owed(`card:${one}`)), 0);

        for (const sold of sales) {
          if (sold.line.money.paid > 0) {
            trade.refund(sold, { lineId: 'line', amount: sold.line.money.paid }, 'kept');
          }
        }
        for (const household of trade.households) {
          trade.state(household);
          trade.pay(household, 'paid');
        }
        trade.check();

        // All given back: what a household was paid it owes, line by line, and everybody else stands at zero.
        expect(trade.books.others()).toEqual([]);
        for (const household of trade.households) {
          expect(trade.books.owed(`card:${household}`) + trade.books.owed(`payable:${household}`)).toBe(0);
        }
      },
    ),
    { numRuns: RUNS },
  );
  expect(paidBefore, 'cases in which households had been paid before everything came back').toBeGreaterThan(RUNS / 2);
}, 240_000);
