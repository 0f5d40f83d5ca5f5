import { fen, formatYuan } from '#server/kernel/money.ts';
import { type PaperBlock, type PaperCell, plainAmount } from '#server/platform/pdf/index.ts';
import { capitalYuan } from './capital-numerals.ts';
import type { CreditNoteSnapshot, InvoiceSnapshot, TaxLine } from './contract.ts';
import { type PaperWords, refundReason } from './paper-words.ts';
import { spellRate, unitPriceOf } from './tax-lines.ts';

/** What stands in the column of the tax where goods are exempt. */
const NO_TAX = '***';

/** The fields of a digital invoice. */
export function invoiceBlocks(of: InvoiceSnapshot, words: PaperWords): PaperBlock[] {
  const { cell } = words;
  return [
    { kind: 'notice', text: words.sentence('notAnInvoice'), below: words.sentence('notAnInvoiceMeans') },
    ...parties(of, words),
    ...amounts(of, words, 1),
    {
      kind: 'facts',
      rows: [
        [cell('withTaxCapital'), capitalYuan(of.total)],
        [cell('remark'), of.remark],
        [cell('drawer'), drawerOf(of, words)],
      ],
    },
    { kind: 'signatures', labels: [cell('invoiceNumber'), cell('invoiceDate')] },
  ];
}

/** What is taken back of an invoice: the same fields, below zero. */
export function creditNoteBlocks(of: CreditNoteSnapshot, words: PaperWords): PaperBlock[] {
  const { cell } = words;
  return [
    { kind: 'notice', text: words.sentence('notACreditNote'), below: words.sentence('notACreditNoteMeans') },
    {
      kind: 'facts',
      rows: [
        [cell('corrects'), `${of.corrects.number}  ${of.corrects.issuedOn}`],
        [cell('refund'), of.refundNumber],
        [cell('reason'), refundReason(of.reason, words)],
      ],
    },
    ...parties(of, words),
    ...amounts(of, words, -1),
    {
      kind: 'facts',
      rows: [
        [cell('withTaxCapital'), capitalYuan(fen(-of.total))],
        [cell('drawer'), drawerOf(of, words)],
      ],
    },
    { kind: 'signatures', labels: [cell('invoiceNumber'), cell('invoiceDate')] },
  ];
}

type TaxPaper = InvoiceSnapshot | CreditNoteSnapshot;

/** Papers issued before drawers were kept have none. */
function drawerOf({ drawer }: TaxPaper, words: PaperWords): string {
  return drawer === '' ? words.line('drawerOpen') : drawer;
}

function parties({ buyer, seller }: TaxPaper, { cell, line, flat }: PaperWords): PaperBlock[] {
  const bought: [PaperCell, string][] = [
    [cell('title'), buyer.title],
    [cell('titleKind'), line(buyer.titleKind)],
    [cell('taxNumber'), buyer.taxNumber],
    [cell('mail'), buyer.mail],
  ];
  const sold: [PaperCell, string][] = [
    [cell('name'), flat(seller.name)],
    [cell('taxNumber'), seller.creditCode ?? ''],
  ];
  return [
    { kind: 'facts', title: cell('buyer'), columns: 2, rows: bought },
    { kind: 'facts', title: cell('seller'), columns: 2, rows: sold },
  ];
}

function amounts(of: TaxPaper, { cell, text }: PaperWords, sign: 1 | -1): PaperBlock[] {
  const row = ({ item, spec, measure, quantity, amount, rate, tax }: TaxLine): PaperCell[] => [
    text(item),
    spec === null ? '' : text(spec),
    cell(measure === 'pack' ? 'pack' : 'freightTurn'),
    // Money given back while the goods stay has no quantity.
    quantity === 0 ? '' : String(sign * quantity),
    quantity === 0 ? '' : unitPriceOf(amount, quantity),
    plainAmount(sign * amount),
    rate === null ? cell('exempt') : spellRate(rate),
    rate === null ? NO_TAX : plainAmount(sign * tax),
  ];
  const exempt = of.lines.every(({ rate }) => rate === null);
  return [
    {
      kind: 'table',
      columns: [
        { head: cell('item'), width: 2.6 },
        { head: cell('spec'), width: 1.8 },
        { head: cell('measure'), width: 0.8 },
        { head: cell('count'), width: 0.8, align: 'right' },
        { head: cell('unitPrice'), width: 1.5, align: 'right' },
        { head: cell('amount'), width: 1.4, align: 'right' },
        { head: cell('taxRate'), width: 0.9, align: 'right' },
        { head: cell('tax'), width: 1.2, align: 'right' },
      ],
      rows: of.lines.map(row),
      sums: [
        [cell('sum'), '', '', '', '', plainAmount(sign * of.amount), '', exempt ? NO_TAX : plainAmount(sign * of.tax)],
      ],
    },
    { kind: 'sums', rows: [[cell('withTax'), formatYuan(sign * of.total)]] },
  ];
}
