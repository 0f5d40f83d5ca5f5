import type { Paper, PaperCell, Tone } from './paper.ts';
import type { PaperFont } from './paper-font.ts';
import { wrapText } from './wrap-text.ts';

/** A4 in points, and the room that stays free around what is printed. */
const PAGE = { width: 595.28, height: 841.89 };
const MARGIN = { left: 46, right: 46, top: 44, bottom: 58 };
const LINE_HEIGHT = 1.5;
/** How thick the outline is that makes a letter bold, in parts of its size: the font comes in one weight. */
const BOLD_STROKE = 0.032;

/** How large the second language stands below the first. */
export const BELOW = 0.82;

const colours = {
  tea: { ink: '#1F2A24', quiet: '#56635B', accent: '#2F5D46', hairline: '#CFCABA', wash: '#F6F3EA' },
  seal: { ink: '#1F2A24', quiet: '#56635B', accent: '#A8322A', hairline: '#CFCABA', wash: '#FBF3F1' },
} as const;

export type Line = { text: string; size: number; tone: Tone; bold: boolean };
export type LineStyle = { size: number; tone?: Tone; bold?: boolean };

/** A page being filled from above; where the room ends the next page begins with its own head. */
export type Sheet = {
  left: number;
  right: number;
  width: number;
  y: number;
  size: number;
  /** How much is free on this page, and on an empty one. */
  room(): number;
  roomOfPage(): number;
  nextPage(): void;
  /** The next page, unless so much is free on this one. */
  need(height: number): void;
  lines(text: string, width: number, style: LineStyle): Line[];
  cell(cell: PaperCell, width: number, style: LineStyle): Line[];
  draw(line: Line, x: number, y: number, align?: { width: number; to: 'left' | 'right' }): void;
  drawAll(lines: readonly Line[], x: number): number;
  rule(y: number, weight?: 'hair' | 'strong', from?: number, to?: number): void;
  frame(y: number, height: number): void;
  widthOf(text: string, size: number): number;
  finish(): Promise<Buffer>;
};

export const heightOf = ({ size }: { size: number }) => size * LINE_HEIGHT;

export function openSheet(paper: Paper, font: PaperFont): Sheet {
  const colour = colours[paper.colour ?? 'tea'];
  const title = textsOf(paper.title);
  let missing = false;
  const document = font.openDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    autoFirstPage: false,
    lang: paper.language,
    displayTitle: true,
    // Without these the time of printing would be in the bytes.
    info: {
      Title: `${title[0]} ${paper.number}`,
      Author: paper.issuer,
      Creator: paper.foot,
      Producer: paper.foot,
      CreationDate: paper.issuedAt,
    },
  });
  const bytes: Buffer[] = [];
  document.on('data', (chunk: Buffer) => bytes.push(chunk));
  const done = new Promise<Buffer>((resolve, reject) => {
    document.on('end', () => resolve(Buffer.concat(bytes)));
    document.on('error', reject);
  });

  const sheet: Sheet = {
    left: MARGIN.left,
    right: PAGE.width - MARGIN.right,
    width: PAGE.width - MARGIN.left - MARGIN.right,
    y: MARGIN.top,
    size: paper.large ? 13 : 9.5,
    room: () => PAGE.height - MARGIN.bottom - sheet.y,
    roomOfPage: () => PAGE.height - MARGIN.bottom - MARGIN.top - runningHead,
    nextPage() {
      document.addPage();
      sheet.y = MARGIN.top;
      if (document.bufferedPageRange().count > 1) drawRunningHead();
    },
    need(height) {
      if (height > sheet.room()) sheet.nextPage();
    },
    lines(text, width, { size, tone = 'ink', bold = false }) {
      return text.split(/\r?\n/).flatMap((one) => {
        const drawable = font.drawable(one);
        missing ||= drawable.missing;
        const wrapped = wrapText(drawable.text, width, (part) => font.widthOf(part, size));
        return wrapped.map((part) => ({ text: part, size, tone, bold }));
      });
    },
    cell(cell, width, style) {
      if (typeof cell === 'string') return sheet.lines(cell, width, style);
      const below = { size: style.size * BELOW, tone: 'quiet' } as const;
      return [
        ...sheet.lines(cell.text, width, style),
        ...(cell.below === '' ? [] : sheet.lines(cell.below, width, below)),
      ];
    },
    draw({ text, size, tone, bold }, x, y, align) {
      if (text === '') return;
      const start = align?.to === 'right' ? x + align.width - font.widthOf(text, size) : x;
      document.fontSize(size).fillColor(colour[tone]);
      if (bold) document.lineWidth(size * BOLD_STROKE).strokeColor(colour[tone]);
      // Latin stands a little high in a Chinese line; this sets both in the middle of it.
      document.text(text, start, y + (heightOf({ size }) - size * LINE_HEIGHT_OF_FONT) / 2, {
        lineBreak: false,
        ...(bold ? { fill: true, stroke: true } : {}),
      });
    },
    drawAll(lines, x) {
      let y = sheet.y;
      for (const line of lines) {
        sheet.draw(line, x, y);
        y += heightOf(line);
      }
      return y - sheet.y;
    },
    rule(y, weight = 'hair', from = sheet.left, to = sheet.right) {
      document
        .lineWidth(weight === 'hair' ? 0.6 : 1.4)
        .strokeColor(weight === 'hair' ? colour.hairline : colour.accent);
      document.moveTo(from, y).lineTo(to, y).stroke();
    },
    frame(y, height) {
      document
        .lineWidth(0.8)
        .roundedRect(sheet.left, y, sheet.width, height, 4)
        .fillAndStroke(colour.wash, colour.accent);
    },
    widthOf: (text, size) => font.widthOf(font.drawable(text).text, size),
    finish() {
      const { count } = document.bufferedPageRange();
      for (let page = 0; page < count; page += 1) {
        document.switchToPage(page);
        drawFoot(page + 1, count);
      }
      document.end();
      return done;
    },
  };

  const runningHead = 30;
  function drawRunningHead(): void {
    const style = { size: 8.5, tone: 'quiet' } as const;
    const [line] = sheet.lines(`${title.join(' ')}  ${paper.number}`, sheet.width, style);
    const [issuer] = sheet.lines(paper.issuer, sheet.width / 2, style);
    if (line) sheet.draw(line, sheet.left, sheet.y);
    if (issuer) sheet.draw(issuer, sheet.left, sheet.y, { width: sheet.width, to: 'right' });
    sheet.rule(sheet.y + 17, 'strong');
    sheet.y += runningHead;
  }

  function drawFoot(page: number, pages: number): void {
    const y = PAGE.height - MARGIN.bottom + 18;
    const style = { size: 7.5, tone: 'quiet' } as const;
    sheet.rule(y - 5);
    const words = missing ? `${paper.foot}  ·  ${paper.missingWords}` : paper.foot;
    const [left] = sheet.lines(words, sheet.width, style);
    const [right] = sheet.lines(paper.pageWords(page, pages), sheet.width, style);
    if (left) sheet.draw(left, sheet.left, y);
    if (right) sheet.draw(right, sheet.left, y, { width: sheet.width, to: 'right' });
  }

  sheet.nextPage();
  return sheet;
}

/** Ascent and descent of the font together, in parts of its size. */
const LINE_HEIGHT_OF_FONT = 1.448;

export function textsOf(cell: PaperCell): string[] {
  return typeof cell === 'string' ? [cell] : [cell.text, cell.below].filter((text) => text !== '');
}
