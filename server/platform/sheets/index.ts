export { type CellRead, dayOfCell, fenOfCell } from './cells.ts';
export { SHEET_LIMITS, type SheetLimits } from './limits.ts';
export { readSheet } from './read-sheet.ts';
export { cellAddress, type Sheet, type SheetCell, type SheetRow } from './sheet.ts';
export { type CellToWrite, writeCsv, writeXlsx } from './write-sheet.ts';
