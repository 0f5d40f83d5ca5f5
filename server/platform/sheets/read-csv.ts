import { parse } from 'csv-parse/sync';
import { DomainError } from '#server/kernel/errors.ts';
import type { SheetLimits } from './limits.ts';
import { makeSheet, type Sheet, tooLarge } from './sheet.ts';

const DELIMITERS = [',', ';', '\t'] as const;
const LINES_LOOKED_AT = 30;

/** Reads CSV of whatever spelling: the encoding by what the bytes can be, the delimiter by what divides the lines. */
export function readCsv(bytes: Uint8Array, name: string, limits: SheetLimits): Sheet {
  const text = textOf(bytes);
  if (text.includes('\u0000')) throw new DomainError('invalid', 'sheets.not-a-sheet');
  const records = recordsOf(text, delimiterOf(text), limits);
  return makeSheet({ name, kind: 'csv' }, records, limits);
}

/** UTF-8 when the bytes can be that, else GB 18030, which holds GBK and GB 2312; UTF-16 by its mark, as Excel saves "Unicode text". */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decoded(bytes, 'gb18030');
  }
}

function decoded(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('invalid', 'sheets.encoding-unknown');
  }
}

/** The sign that stands most often outside quotes in the first lines; a comma where none does. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r\n|\r|\n/, LINES_LOOKED_AT).map((line) => line.replace(/"[^"]*"/g, ''));
  const counts = DELIMITERS.map((sign) => ({
    sign,
    count: lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0),
  }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

type Parsed = { record: string[]; info: { lines: number } };

function recordsOf(text: string, delimiter: string, limits: SheetLimits): { number: number; texts: string[] }[] {
  let parsed: Parsed[];
  try {
    parsed = parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      info: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: limits.rows * 2,
      max_record_size: limits.charactersInCell * limits.columns,
    }) as unknown as Parsed[];
  } catch {
    throw new DomainError('invalid', 'sheets.csv-broken');
  }
  if (parsed.length === limits.rows * 2) throw tooLarge('rows', limits.rows);
  // Excel numbers records, not lines: a quoted line break does not count.
  return parsed.map(({ record }, index) => ({ number: index + 1, texts: record }));
}
