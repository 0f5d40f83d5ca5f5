import type { DueLineView } from '#server/dues/contract.ts';
import { businessDayOf } from '#server/kernel/calendar.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';
import { inLanguage, type Language } from '#server/kernel/text.ts';
import {
  dayWords,
  type Paper,
  type PaperBlock,
  type PaperCell,
  plainAmount,
  printPaper,
  quantityWords,
} from '#server/platform/pdf/index.ts';
import type { StatementView } from './contract.ts';
import { type StatementWords, statementWords } from './statement-words.ts';

const parts = ['sales', 'returns', 'deductions', 'advances', 'advancesRepaid', 'adjustments'] as const;

/** A statement on paper: large type and plain words, for who has no telephone to read it on, and a line to sign. */
export async function printStatement(
  statement: StatementView,
  language: Language,
): Promise<{ fileName: string; bytes: Buffer }> {
  const words = statementWords[language];
  const bytes = await printPaper(paperOf(statement, language, words));
  return { fileName: `${words.title}-${statement.number}.pdf`, bytes };
}

function paperOf(statement: StatementView, language: Language, words: StatementWords): Paper {
  const { household, payer } = statement;
  const day = (instant: string) => dayWords(businessDayOf(new Date(instant)), language);
  return {
    title: words.title,
    number: statement.number,
    issuer: payer.name ? inLanguage(payer.name, language) : words.platform,
    issuerLines: [],
    marks: [
      [words.number, statement.number],
      [words.made, day(statement.madeAt)],
      [words.household, household.code],
    ],
    blocks: [
      { kind: 'text', text: words.hello(household.name, inLanguage(household.village, language)), size: 16 },
      {
        kind: 'figure',
        label: statement.state === 'paid' ? words.paid : words.amount,
        value: formatYuan(statement.amount),
      },
      {
        kind: 'text',
        text: [
          words.period(dayWords(statement.from, language), dayWords(statement.to, language)),
          payment(statement, day, words),
        ].join('\n'),
      },
      ...(statement.state === 'stated'
        ? [{ kind: 'notice' as const, text: words.until(day(statement.answerUntil)), below: words.untilMeans }]
        : []),
      ...sumsOf(statement, words),
      linesOf(statement.lines, language, words),
      ...(statement.carriedOver === 0
        ? []
        : [{ kind: 'text' as const, text: words.carried(formatYuan(fen(-statement.carriedOver))) }]),
      { kind: 'text', text: `${words.help}\n${words.code(statement.accessCode)}`, tone: 'quiet' },
      { kind: 'signatures', labels: [words.signature, words.signedOn] },
    ],
    language,
    issuedAt: new Date(statement.madeAt),
    foot: '七销 Qixiao',
    pageWords: words.page,
    missingWords: words.missing,
    large: true,
  };
}

/** How the money came, or will come. */
function payment(statement: StatementView, day: (instant: string) => string, words: StatementWords): string {
  const [last] = statement.transfers;
  if (last?.state === 'paid' && last.paidAt) {
    return last.cardTail ? words.paidTo(day(last.paidAt), last.cardTail) : words.paidInCash(day(last.paidAt));
  }
  if (statement.way === 'cash') return words.inCash;
  return statement.cardTail ? words.toCard(statement.cardTail) : words.noCard;
}

/** Where the money comes from, if from more than one thing. */
function sumsOf({ sums, amount }: StatementView, words: StatementWords): PaperBlock[] {
  const rows = parts
    .filter((part) => sums[part] !== 0)
    .map((part): PaperCell[] => [words[part], plainAmount(sums[part])]);
  if (rows.length < 2) return [];
  const columns = [
    { head: words.what, width: 3 },
    { head: words.money, width: 1, align: 'right' as const },
  ];
  return [{ kind: 'table', title: words.sums, columns, rows, sums: [[words.total, plainAmount(amount)]] }];
}

function linesOf(lines: DueLineView[], language: Language, words: StatementWords): PaperBlock {
  return {
    kind: 'table',
    title: words.lines,
    columns: [
      { head: words.day, width: 1.4 },
      { head: words.what, width: 3.2 },
      { head: words.money, width: 1.2, align: 'right' },
    ],
    rows: lines.map((line): PaperCell[] => [
      dayWords(line.aroseOn, language),
      {
        text: lineWords(line, language, words),
        below: [line.isRest ? words.rest : '', line.orderNumber ? words.order(line.orderNumber) : '']
          .filter((text) => text !== '')
          .join('  '),
      },
      plainAmount(line.amount),
    ]),
  };
}

function lineWords(line: DueLineView, language: Language, words: StatementWords): string {
  const produce = line.produce ? inLanguage(line.produce, language) : '';
  if (line.kind === 'sale' && line.quantity !== null && line.agreedPrice !== null) {
    const unit = line.baseUnit ?? 'gram';
    const quantity = quantityWords(line.quantity, unit, language);
    return words.sale(produce, quantity, unit === 'piece' ? words.piece : words.kilo, formatYuan(line.agreedPrice));
  }
  if (line.kind === 'sale') return words.saleBare;
  if (line.kind === 'return') return words.return(produce);
  if (line.kind === 'deduction') return words.deduction(line.note ?? '');
  if (line.kind === 'adjustment') return words.adjustment(line.note ?? '');
  return line.kind === 'advance' ? words.advance : words.advanceRepaid;
}
