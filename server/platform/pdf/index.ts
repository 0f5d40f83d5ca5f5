export type { Paper, PaperBlock, PaperCell } from './paper.ts';
export { dayWords, plainAmount, quantityWords } from './paper-values.ts';
export { printPaper } from './print-paper.ts';
