/** How much of a table is taken; beyond it the file is refused before anything is made of it. */
export const SHEET_LIMITS = {
  bytes: 8 * 1_048_576,
  /** Of an xlsx, which is packed: all its parts together. */
  unpackedBytes: 64 * 1_048_576,
  parts: 500,
  rows: 20_000,
  columns: 200,
  cells: 400_000,
  /** Cells covered by merges, and by named ranges. */
  coveredCells: 200_000,
  charactersInCell: 10_000,
} as const;

export type SheetLimits = { [Name in keyof typeof SHEET_LIMITS]: number };
