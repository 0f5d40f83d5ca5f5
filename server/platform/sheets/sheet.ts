import { DomainError } from '#server/kernel/errors.ts';
import type { SheetLimits } from './limits.ts';

/** One cell: what it says, and where it stands (`B7`). */
export type SheetCell = { readonly address: string; readonly text: string };

/** A row by its number in the file, from 1, with a cell for every column up to the last one used. */
export type SheetRow = { readonly number: number; readonly cells: readonly SheetCell[] };

/** A table as it was read. Rows without any text are left out; numbers say where the others stood. */
export type Sheet = { readonly name: string; readonly kind: 'csv' | 'xlsx'; readonly rows: readonly SheetRow[] };

/** `1` is A, `27` is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

/** `B7` of the second column in the seventh row. */
export function cellAddress(column: number, row: number): string {
  return `${columnName(column)}${row}`;
}

/** Makes rows of texts: trimmed, empty ones left out, within the limits. */
export function makeSheet(
  from: Pick<Sheet, 'name' | 'kind'>,
  texts: Iterable<{ number: number; texts: readonly string[] }>,
  limits: SheetLimits,
): Sheet {
  const rows: SheetRow[] = [];
  let cells = 0;
  for (const row of texts) {
    const trimmed = row.texts.map((text) => cleaned(text, limits));
    const used = trimmed.findLastIndex((text) => text !== '') + 1;
    if (used === 0) continue;
    if (used > limits.columns) throw tooLarge('columns', limits.columns);
    cells += used;
    if (rows.length >= limits.rows) throw tooLarge('rows', limits.rows);
    if (cells > limits.cells) throw tooLarge('cells', limits.cells);
    rows.push({
      number: row.number,
      cells: trimmed.slice(0, used).map((text, index) => ({ address: cellAddress(index + 1, row.number), text })),
    });
  }
  return { ...from, rows };
}

export function tooLarge(what: 'bytes' | 'rows' | 'columns' | 'cells' | 'text', max: number): DomainError {
  return new DomainError('invalid', `sheets.too-many-${what}`, { max });
}

/** Blanks of every width around a text go, and what cannot be seen; line breaks inside become blanks. */
function cleaned(text: string, limits: SheetLimits): string {
  if (text.length > limits.charactersInCell) throw tooLarge('text', limits.charactersInCell);
  return text
    .toWellFormed()
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
}
