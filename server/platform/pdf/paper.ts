import type { Language } from '#server/kernel/text.ts';

/** Whether a text stands in ink, is quiet beside it, or has to be seen: in the paper's own colour. */
export type Tone = 'ink' | 'quiet' | 'accent';

/** A cell: one text, or a text with a quieter line below it. */
export type PaperCell = string | { text: string; below: string };

type PaperColumn = {
  head: PaperCell;
  /** Its part of the width; the parts of all columns share the whole. */
  width: number;
  align?: 'left' | 'right';
};

export type PaperBlock =
  /** What is on record, label beside value, in one or two columns. An empty value stands as a dash. */
  | { kind: 'facts'; title?: PaperCell; columns?: 1 | 2; rows: [label: PaperCell, value: string][] }
  /** Rows under a head that is repeated on every page; the sums stay with the last row. */
  | { kind: 'table'; title?: PaperCell; columns: PaperColumn[]; rows: PaperCell[][]; sums?: PaperCell[][] }
  /** A column of amounts at the right, the last of them the one that counts. */
  | { kind: 'sums'; rows: [label: PaperCell, value: string][] }
  | { kind: 'text'; text: string; title?: PaperCell; tone?: Tone; size?: number }
  /** Must not be overlooked: framed. */
  | { kind: 'notice'; text: string; below?: string }
  /** One figure, large. */
  | { kind: 'figure'; label: string; value: string }
  /** Lines to sign on. */
  | { kind: 'signatures'; labels: PaperCell[] };

/** A paper as plain values, ready to be printed: the same values give the same bytes. */
export type Paper = {
  /** The paper's name, `送货单`, and the same in another language where both are to be read. */
  title: PaperCell;
  number: string;
  issuer: string;
  /** Small lines under the issuer's name. */
  issuerLines: string[];
  /** What stands at the upper right: number, day. */
  marks: [label: PaperCell, value: string][];
  blocks: PaperBlock[];
  language: Language;
  issuedAt: Date;
  /** Whose paper it is, at the foot of each page. */
  foot: string;
  pageWords: (page: number, pages: number) => string;
  /** Said at the foot where a character was not in the font and a sign stands in its place. */
  missingWords: string;
  /** Read at arm's length. */
  large?: boolean;
  colour?: 'tea' | 'seal';
};
