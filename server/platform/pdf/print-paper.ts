import type { Paper, PaperBlock, PaperCell } from './paper.ts';
import { paperFont } from './paper-font.ts';
import { printTable } from './print-table.ts';
import { BELOW, heightOf, type Line, openSheet, type Sheet, textsOf } from './sheet.ts';

const AFTER_BLOCK = 16;
const AFTER_TITLE = 5;
const NOTICE_PADDING = 10;
const SIGNATURES = 46;
const SIGNED_BESIDE = SIGNATURES + 56;

/** Prints a paper as a PDF. Nothing of the moment or the machine goes in: the same paper gives the same bytes. */
export async function printPaper(paper: Paper): Promise<Buffer> {
  const sheet = openSheet(paper, await paperFont());
  printHead(sheet, paper);
  for (const [index, block] of paper.blocks.entries()) {
    // Nobody signs an empty page: what is signed goes along.
    if (paper.blocks[index + 1]?.kind === 'signatures' && block.kind !== 'table') sheet.need(SIGNED_BESIDE);
    printBlock(sheet, block);
    sheet.y += AFTER_BLOCK;
  }
  return sheet.finish();
}

function printHead(sheet: Sheet, paper: Paper): void {
  const half = sheet.width / 2 - 10;
  const [title = '', subtitle = ''] = textsOf(paper.title);
  const left = [
    ...sheet.lines(title, half + 40, { size: paper.large ? 24 : 22, tone: 'accent', bold: true }),
    ...(subtitle === '' ? [] : sheet.lines(subtitle, half, { size: 10.5, tone: 'accent' })),
    ...sheet.lines(paper.issuer, half + 40, { size: sheet.size + 1.5, bold: true }),
    ...paper.issuerLines.flatMap((line) => sheet.lines(line, half + 40, { size: sheet.size - 1, tone: 'quiet' })),
  ];
  const leftHeight = sheet.drawAll(left, sheet.left);
  let y = sheet.y + 9;
  const labelWidth = widest(
    sheet,
    paper.marks.map(([label]) => label),
    sheet.size,
  );
  const valueWidth = Math.max(0, ...paper.marks.map(([, value]) => sheet.widthOf(value, sheet.size)));
  const x = Math.max(sheet.left + half + 50, sheet.right - labelWidth - valueWidth - 14);
  for (const [label, value] of paper.marks) {
    const [words] = sheet.lines(textsOf(label).join(' '), labelWidth + 1, { size: sheet.size, tone: 'quiet' });
    const lines = sheet.lines(value, sheet.right - x - labelWidth - 10, { size: sheet.size });
    if (words) sheet.draw(words, x, y);
    for (const line of lines) {
      sheet.draw(line, x + labelWidth, y, { width: sheet.right - x - labelWidth, to: 'right' });
      y += heightOf(line);
    }
  }
  sheet.y = Math.max(sheet.y + leftHeight, y) + 10;
  sheet.rule(sheet.y, 'strong');
  sheet.y += AFTER_BLOCK;
}

function printBlock(sheet: Sheet, block: PaperBlock): void {
  if (block.kind === 'facts') printFacts(sheet, block);
  else if (block.kind === 'table') printRows(sheet, block);
  else if (block.kind === 'sums') printSums(sheet, block.rows);
  else if (block.kind === 'text') printText(sheet, block);
  else if (block.kind === 'notice') printNotice(sheet, block.text, block.below ?? '');
  else if (block.kind === 'figure') printFigure(sheet, block);
  else printSignatures(sheet, block.labels);
}

function printRows(sheet: Sheet, block: Extract<PaperBlock, { kind: 'table' }>): void {
  printTitle(sheet, block.title, 60);
  printTable(sheet, block);
}

function printText(
  sheet: Sheet,
  { title, text, size = sheet.size, tone = 'ink' }: Extract<PaperBlock, { kind: 'text' }>,
): void {
  printTitle(sheet, title, 20);
  flow(sheet, sheet.lines(text, sheet.width, { size, tone }));
}

/** A title stays with what it is the title of. */
function printTitle(sheet: Sheet, title: PaperCell | undefined, follows: number): void {
  if (title === undefined) return;
  const lines = sheet.lines(textsOf(title).join(' '), sheet.width, {
    size: sheet.size + 1,
    tone: 'accent',
    bold: true,
  });
  sheet.need(tall(lines) + AFTER_TITLE + follows);
  sheet.y += sheet.drawAll(lines, sheet.left) + AFTER_TITLE;
}

function printFacts(sheet: Sheet, { title, rows, columns = 1 }: Extract<PaperBlock, { kind: 'facts' }>): void {
  printTitle(sheet, title, 30);
  const gap = 24;
  const width = (sheet.width - gap * (columns - 1)) / columns;
  // Side by side there is no room for two languages in one line.
  const stacked = columns > 1;
  const labels = rows.map(([label]) => label);
  const labelWidth = Math.min(
    width / 2,
    (stacked ? widestCell(sheet, labels) : widest(sheet, labels, sheet.size)) + 12,
  );
  const labelLines = (label: PaperCell) =>
    sheet.cell(stacked ? label : textsOf(label).join(' '), labelWidth - 6, { size: sheet.size, tone: 'quiet' });
  for (let index = 0; index < rows.length; index += columns) {
    const laid = rows.slice(index, index + columns).map(([label, value]) => ({
      label: labelLines(label),
      value: sheet.lines(value === '' ? '—' : value, width - labelWidth, { size: sheet.size }),
    }));
    const height = Math.max(...laid.flatMap(({ label, value }) => [tall(label), tall(value)]));
    if (height <= sheet.roomOfPage()) sheet.need(height);
    if (height > sheet.room()) {
      for (const { label, value } of laid) flow(sheet, [...label, ...value]);
      continue;
    }
    for (const [column, { label, value }] of laid.entries()) {
      const x = sheet.left + column * (width + gap);
      sheet.drawAll(label, x);
      sheet.drawAll(value, x + labelWidth);
    }
    sheet.y += height + 2;
  }
}

function printSums(sheet: Sheet, rows: [PaperCell, string][]): void {
  const width = sheet.width * 0.5;
  const x = sheet.right - width;
  sheet.need(rows.length * (sheet.size * 1.5 + 4) + 20);
  for (const [index, [label, value]] of rows.entries()) {
    const last = index === rows.length - 1;
    const size = last ? sheet.size + 4 : sheet.size;
    if (last && rows.length > 1) {
      sheet.rule(sheet.y + 2, 'strong', x);
      sheet.y += 7;
    }
    const [words] = sheet.lines(textsOf(label).join(' '), width, {
      size: last ? sheet.size + 1 : size,
      tone: last ? 'ink' : 'quiet',
    });
    const [amount] = sheet.lines(value, width, { size, bold: last });
    const drop = last ? 4 : 0;
    if (words) sheet.draw(words, x, sheet.y + drop);
    if (amount) sheet.draw(amount, x, sheet.y, { width, to: 'right' });
    sheet.y += size * 1.5 + 3;
  }
}

function printNotice(sheet: Sheet, text: string, below: string): void {
  const width = sheet.width - 2 * NOTICE_PADDING;
  const lines = [
    ...sheet.lines(text, width, { size: sheet.size + 0.5, tone: 'accent', bold: true }),
    ...(below === '' ? [] : sheet.lines(below, width, { size: sheet.size - 0.5, tone: 'quiet' })),
  ];
  const height = tall(lines) + NOTICE_PADDING * 1.4;
  sheet.need(height);
  sheet.frame(sheet.y, height);
  sheet.y += NOTICE_PADDING * 0.7;
  sheet.y += sheet.drawAll(lines, sheet.left + NOTICE_PADDING) + NOTICE_PADDING * 0.7;
}

function printFigure(sheet: Sheet, { label, value }: Extract<PaperBlock, { kind: 'figure' }>): void {
  const lines = [
    ...sheet.lines(label, sheet.width, { size: sheet.size + 1 }),
    ...sheet.lines(value, sheet.width, { size: 44, tone: 'accent', bold: true }),
  ];
  sheet.need(tall(lines));
  sheet.y += sheet.drawAll(lines, sheet.left);
}

function printSignatures(sheet: Sheet, labels: readonly PaperCell[]): void {
  const gap = 20;
  const width = (sheet.width - gap * (labels.length - 1)) / labels.length;
  sheet.need(SIGNATURES);
  sheet.y += 26;
  for (const [index, label] of labels.entries()) {
    const x = sheet.left + index * (width + gap);
    const lines = sheet.lines(textsOf(label).join(' '), width, { size: sheet.size, tone: 'quiet' });
    const used = lines[0] ? sheet.widthOf(lines[0].text, sheet.size) : 0;
    sheet.drawAll(lines, x);
    sheet.rule(sheet.y + sheet.size * 1.45, 'hair', x + used + 6, x + width);
  }
  sheet.y += sheet.size * 1.5;
}

/** Lines one below the other, over as many pages as they take. */
function flow(sheet: Sheet, lines: readonly Line[]): void {
  for (const line of lines) {
    sheet.need(heightOf(line));
    sheet.draw(line, sheet.left, sheet.y);
    sheet.y += heightOf(line);
  }
}

function widest(sheet: Sheet, labels: readonly PaperCell[], size: number): number {
  return Math.max(0, ...labels.map((label) => sheet.widthOf(textsOf(label).join(' '), size))) + 1;
}

function widestCell(sheet: Sheet, labels: readonly PaperCell[]): number {
  const widths = labels.map((label) => {
    const [text = '', below = ''] = textsOf(label);
    return Math.max(sheet.widthOf(text, sheet.size), sheet.widthOf(below, sheet.size * BELOW));
  });
  return Math.max(0, ...widths) + 1;
}

function tall(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + heightOf(line), 0);
}
