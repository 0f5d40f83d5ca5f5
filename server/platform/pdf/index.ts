export type { Paper, PaperBlock, PaperCell, PaperColumn } from './paper.ts';
export { printPaper } from './print-paper.ts';
