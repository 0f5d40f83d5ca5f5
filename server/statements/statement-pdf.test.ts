import { expect, test } from 'vitest';
import type { DueLineView } from '#server/dues/contract.ts';
import { fen } from '#server/kernel/money.ts';
import { textOfPdf } from '#server/testing/text-of-pdf.ts';
import type { StatementView } from './contract.ts';
import { printStatement } from './statement-pdf.ts';

function aLine(different: Partial<DueLineView> = {}): DueLineView {
  return {
    id: '019-1',
    kind: 'sale',
    state: 'stated',
    amount: fen(2_500),
    aroseOn: '2026-06-02',
    organization: null,
    orderNumber: '260602-K7QXWA',
    parcelNumber: null,
    refundNumber: null,
    product: null,
    produce: { 'zh-CN': '百花蜜', en: 'Wildflower honey' },
    lotCode: null,
    quantity: 500,
    baseUnit: 'gram',
    agreedPrice: fen(5_000),
    note: null,
    statementNumber: null,
    isRest: false,
    ...different,
  };
}

function aStatement(different: Partial<StatementView> = {}): StatementView {
  const lines = [aLine(), aLine({ kind: 'deduction', amount: fen(-300), note: '蜂箱押金', orderNumber: null })];
  return {
    id: '019-2',
    number: 'JS260608-7KQ2MB',
    household: { code: 'NP-7KQ2M', name: '䶮春生', village: { 'zh-CN': '富石村', en: 'Fushi Village' } },
    payer: { code: 'platform', name: null },
    way: 'bank',
    cycle: 'weekly',
    from: '2026-06-01',
    to: '2026-06-07',
    amount: fen(2_200),
    state: 'stated',
    madeAt: '2026-06-08T02:00:00Z',
    answerUntil: '2026-06-11T15:59:59Z',
    answeredAt: null,
    answeredBy: null,
    overdue: false,
    cardTail: '1111',
    accessCode: 'K7QX2MB9WA',
    sums: {
      sales: fen(2_500),
      returns: fen(0),
      deductions: fen(-300),
      advances: fen(0),
      advancesRepaid: fen(0),
      adjustments: fen(0),
    },
    lines,
    transfers: [],
    objections: [],
    moves: [],
    carriedOver: fen(0),
    mayAnswer: true,
    ...different,
  };
}

async function textOf(statement: StatementView, language: 'zh-CN' | 'en' = 'zh-CN'): Promise<string> {
  return textOfPdf((await printStatement(statement, language)).bytes)
    .join('')
    .replaceAll('\n', '');
}

test('a statement on paper says whose money it is, how much, for what, where it goes and how to answer', async () => {
  const text = await textOf(aStatement());

  for (const words of [
    '富石村 䶮春生，您好',
    '应付给您',
    '¥22.00',
    '尾号 1111',
    '请在 2026年6月11日 前看一看',
    '百花蜜 1 斤 (500 g)，每公斤 ¥50.00',
    '要扣：蜂箱押金',
    '-3.00',
    'K7QX2MB9WA',
    '户主签字',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('退货');
});

test('it speaks the language of who prints it, and has the same bytes each time', async () => {
  const text = await textOf(aStatement(), 'en');
  const [first, again] = [await printStatement(aStatement(), 'en'), await printStatement(aStatement(), 'en')];

  for (const words of ['Hello 䶮春生, Fushi Village', 'by 11 June 2026', 'Wildflower honey 500 g, ¥50.00 a kilo']) {
    expect(text).toContain(words);
  }
  expect(again.bytes.equals(first.bytes)).toBe(true);
});

test('a paid one says when and to which card, and no longer asks for an answer', async () => {
  const transfer = {
    number: 'T1',
    way: 'bank',
    state: 'paid',
    amount: fen(2_200),
    cardTail: '1111',
    reason: null,
    paidAt: '2026-06-12T03:00:00Z',
  } as const;
  const text = await textOf(aStatement({ state: 'paid', transfers: [transfer] }));

  expect(text).toContain('已付给您');
  expect(text).toContain('2026年6月12日 已经付到您尾号 1111 的银行卡');
  expect(text).not.toContain('前看一看');
});

test('a season of lines goes on over the pages and loses none', async () => {
  const lines = Array.from({ length: 200 }, (_, index) =>
    aLine({ orderNumber: `260602-N${String(index).padStart(4, '0')}` }),
  );
  const pages = textOfPdf((await printStatement(aStatement({ lines }), 'zh-CN')).bytes);

  expect(pages.length).toBeGreaterThan(5);
  const text = pages.join('\n');
  expect(lines.every(({ orderNumber }) => text.includes(orderNumber ?? '-'))).toBe(true);
  expect(pages.at(-1)).toContain('户主签字');
});
