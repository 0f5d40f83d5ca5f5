import type { PaperBlock, PaperCell } from './paper.ts';
import { heightOf, type Line, type LineStyle, type Sheet } from './sheet.ts';

type Table = Extract<PaperBlock, { kind: 'table' }>;
type Laid = { cells: Line[][]; levels: number[] };

const CELL_GAP = 10;
const ROW_PADDING = 4;

/** Draws a table over as many pages as it takes. The head stands on each; a row stays whole where a page can hold it. */
export function printTable(sheet: Sheet, { columns, rows, sums = [] }: Table): void {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => (width / parts) * (sheet.width + CELL_GAP) - CELL_GAP);
  const lay = (cells: readonly PaperCell[], style: LineStyle): Laid => {
    const laid = widths.map((width, index) => sheet.cell(cells[index] ?? '', width, style));
    const levels = Array.from({ length: Math.max(...laid.map((lines) => lines.length)) }, (_, level) =>
      Math.max(...laid.map((lines) => (lines[level] ? heightOf(lines[level]) : 0))),
    );
    return { cells: laid, levels };
  };
  const draw = ({ cells, levels }: Laid, from: number, to: number) => {
    for (let level = from; level < to; level += 1) {
      let x = sheet.left;
      for (const [index, lines] of cells.entries()) {
        const line = lines[level];
        const width = widths[index] ?? 0;
        if (line) sheet.draw(line, x, sheet.y, { width, to: columns[index]?.align ?? 'left' });
        x += width + CELL_GAP;
      }
      sheet.y += levels[level] ?? 0;
    }
  };

  const head = lay(
    columns.map((column) => column.head),
    { size: sheet.size * 0.88, tone: 'quiet' },
  );
  const drawHead = () => {
    draw(head, 0, head.levels.length);
    sheet.y += ROW_PADDING;
    sheet.rule(sheet.y, 'strong');
    sheet.y += ROW_PADDING;
  };
  const drawRow = (row: Laid, follows: number) => {
    if (tall(row) + follows > sheet.room()) {
      sheet.nextPage();
      drawHead();
    }
    let from = 0;
    while (from < row.levels.length) {
      const to = from + fitting(row.levels.slice(from), sheet.room());
      draw(row, from, to);
      from = to;
      if (from < row.levels.length) {
        sheet.nextPage();
        drawHead();
      }
    }
    sheet.y += ROW_PADDING;
    sheet.rule(sheet.y);
    sheet.y += ROW_PADDING;
  };

  const body = rows.map((cells) => lay(cells, { size: sheet.size }));
  const foot = sums.map((cells) => lay(cells, { size: sheet.size, bold: true }));
  const footTall = foot.reduce((sum, row) => sum + tall(row), 0);
  const first = body[0] ?? foot[0];
  sheet.need(tall(head) + (first ? tall(first) : 0) + (body.length > 1 ? 0 : footTall));
  drawHead();
  for (const [index, row] of body.entries()) drawRow(row, index === body.length - 1 ? footTall : 0);
  for (const row of foot) drawRow(row, 0);
}

function tall({ levels }: Laid): number {
  return levels.reduce((sum, height) => sum + height, 0) + 2 * ROW_PADDING;
}

/** How many lines go into the room, at least one, so that it ends. */
function fitting(levels: readonly number[], room: number): number {
  let height = 0;
  const over = levels.findIndex((level) => {
    height += level;
    return height > room;
  });
  return over < 0 ? levels.length : Math.max(1, over);
}
