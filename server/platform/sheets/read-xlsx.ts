import exceljs, { type CellValue, type Worksheet } from 'exceljs';
import { DomainError } from '#server/kernel/errors.ts';
import type { SheetLimits } from './limits.ts';
import { makeSheet, type Sheet, tooLarge } from './sheet.ts';
import { unpack } from './unpack.ts';

/** What a table says does not hang on these, and the library opens some of them cell by cell. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'extLst',
  'drawing',
  'tableParts',
  'picture',
];
const RANGE = /\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})/g;

/** Reads the first visible sheet with anything in it. */
export async function readXlsx(bytes: Buffer, limits: SheetLimits): Promise<Sheet> {
  const parts = unpack(bytes, limits);
  if (!parts.has('xl/workbook.xml')) throw new DomainError('invalid', 'sheets.not-a-sheet');
  refuseWideRanges(parts, limits);
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes as never, { ignoreNodes: IGNORED } as never);
  } catch {
    throw new DomainError('invalid', 'sheets.broken');
  }
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible');
  const sheet = visible.find((one) => one.actualRowCount > 0) ?? visible[0] ?? workbook.worksheets[0];
  if (!sheet) throw new DomainError('invalid', 'sheets.not-a-sheet');
  return makeSheet({ name: sheet.name, kind: 'xlsx' }, rowsOf(sheet, limits), limits);
}

/** A merge or a named range over the whole sheet is one line of XML, and seventeen thousand million cells to the library. */
function refuseWideRanges(parts: ReadonlyMap<string, Buffer>, limits: SheetLimits): void {
  let covered = 0;
  for (const [name, content] of parts) {
    const isSheet = name.startsWith('xl/worksheets/');
    if (!isSheet && name !== 'xl/workbook.xml') continue;
    const wanted = isSheet ? /<(?:\w+:)?mergeCell\b[^>]*>/g : /<(?:\w+:)?definedName\b[^>]*>[^<]*/g;
    for (const [found] of content.toString('utf8').matchAll(wanted)) {
      for (const [, from = '', top, to = '', bottom] of found.matchAll(RANGE)) {
        covered += (columnNumber(to) - columnNumber(from) + 1) * (Number(bottom) - Number(top) + 1);
        if (covered > limits.coveredCells) throw tooLarge('cells', limits.coveredCells);
      }
    }
  }
}

function columnNumber(name: string): number {
  return [...name].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function* rowsOf(sheet: Worksheet, limits: SheetLimits): Generator<{ number: number; texts: string[] }> {
  if (sheet.actualRowCount > limits.rows) throw tooLarge('rows', limits.rows);
  const rows: { number: number; texts: string[] }[] = [];
  sheet.eachRow({ includeEmpty: false }, (row, number) => {
    const texts: string[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      if (column > limits.columns) throw tooLarge('columns', limits.columns);
      while (texts.length < column) texts.push('');
      // A merged cell says what the first of its cells says.
      texts[column - 1] = textOf(cell.isMerged ? cell.master.value : cell.value);
    });
    rows.push({ number, texts });
  });
  yield* rows;
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return plainNumber(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value instanceof Date) return dayAndTime(value);
  if (typeof value === 'string') return value;
  if ('richText' in value) return value.richText.map((part) => part.text).join('');
  if ('error' in value) return value.error;
  if ('hyperlink' in value) return textOf(value.text as CellValue);
  if ('result' in value) return textOf(value.result as CellValue);
  // A formula nobody has worked out says nothing; as text it is seen to be wrong.
  return 'formula' in value ? `=${value.formula}` : '';
}

/** Excel keeps fifteen digits; what a float has beyond them (`0.30000000000000004`) nobody typed. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  return Number(value.toPrecision(15)).toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 12 });
}

/** Excel's days have no zone; the library tells them as UTC. Its instants are a little off the second. */
function dayAndTime(value: Date): string {
  if (Number.isNaN(value.getTime())) return '';
  const [day = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .split('T');
  return time === '00:00:00' ? day : `${day} ${time}`;
}
