import { stringify } from 'csv-stringify/sync';
import exceljs from 'exceljs';

/** What may stand in a cell that is written. A number stays a number; a text never becomes a formula. */
export type CellToWrite = string | number | null;

/** Excel takes a CSV for UTF-8 only when it begins like this. */
const BYTE_ORDER_MARK = '\uFEFF';
/** A text that begins so would be worked out as a formula, also behind blanks. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠\t\r]/;

/** A table as CSV, to be opened by a double click. */
export function writeCsv(head: readonly string[], rows: readonly (readonly CellToWrite[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => (typeof cell === 'string' ? asText(cell) : cell)));
  return BYTE_ORDER_MARK + stringify(cells, { record_delimiter: 'windows', cast: { number: String } });
}

/** The same as xlsx. Its cells say themselves that they are text, so what begins like a formula needs no mark. */
export async function writeXlsx(
  name: string,
  head: readonly string[],
  rows: readonly (readonly CellToWrite[])[],
): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow([...head]).font = { bold: true };
  for (const row of rows) sheet.addRow([...row]);
  sheet.columns.forEach((column, index) => {
    column.width = Math.min(40, Math.max(10, ...[head, ...rows].map((row) => widthOf(row[index] ?? ''))));
  });
  sheet.eachRow((row) => {
    row.eachCell((cell) => {
      if (typeof cell.value === 'string') cell.numFmt = '@';
    });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function asText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** A Chinese character takes the room of two letters. */
function widthOf(cell: CellToWrite): number {
  return [...String(cell ?? '')].reduce((width, character) => width + (character > '\u2e7f' ? 2 : 1), 2);
}

function sheetName(name: string): string {
  return (
    name
      .replace(/[*?:\\/[\]]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1'
  );
}
