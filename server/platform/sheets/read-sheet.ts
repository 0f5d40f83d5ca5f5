import { DomainError } from '#server/kernel/errors.ts';
import { SHEET_LIMITS, type SheetLimits } from './limits.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { type Sheet, tooLarge } from './sheet.ts';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** What Excel wrote before 2007, and what it writes today behind a password. */
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const OTHER_KINDS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
  [0x47, 0x49, 0x46, 0x38],
];

/**
 * Reads a table somebody handed in: CSV or xlsx, told apart by its first bytes and never by its name. Refuses (invalid,
 * `sheets.…`) what is empty, too large, of another kind, or broken.
 */
export async function readSheet(
  bytes: Uint8Array,
  filename: string,
  limits: SheetLimits = SHEET_LIMITS,
): Promise<Sheet> {
  if (bytes.length > limits.bytes) throw tooLarge('bytes', limits.bytes);
  if (bytes.length === 0) throw new DomainError('invalid', 'sheets.empty');
  const begins = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  if (begins(OLD_EXCEL)) throw new DomainError('invalid', 'sheets.old-excel');
  if (OTHER_KINDS.some(begins)) throw new DomainError('invalid', 'sheets.not-a-sheet');
  const sheet = begins(ZIP) ? await readXlsx(Buffer.from(bytes), limits) : readCsv(bytes, filename, limits);
  if (sheet.rows.length === 0) throw new DomainError('invalid', 'sheets.empty');
  return sheet;
}
