import { fen, formatYuan } from '#server/kernel/money.ts';
import { type PaperBlock, type PaperCell, plainAmount } from '#server/platform/pdf/index.ts';
import { capitalYuan } from './capital-numerals.ts';
import type { ConfirmationSnapshot, PaperDelivery } from './contract.ts';
import type { PaperWords } from './paper-words.ts';

/** What was bought at what price, and that it is paid. */
export function confirmationBlocks(of: ConfirmationSnapshot, words: PaperWords): PaperBlock[] {
  const { cell, text } = words;
  const discounted = of.discount !== 0;
  const note: [PaperCell, string][] = of.note === '' ? [] : [[cell('note'), of.note]];
  const discount: [PaperCell, string][] = discounted ? [[cell('discounts'), formatYuan(-of.discount)]] : [];
  return [
    {
      kind: 'facts',
      title: cell('delivery'),
      columns: 2,
      rows: [
        [cell('recipient'), recipientOf(of.delivery)],
        [cell('placedOn'), of.placedOn],
        [cell('address'), addressOf(of.delivery, words)],
        [cell('paidOn'), of.paidOn],
        ...note,
      ],
    },
    {
      kind: 'table',
      columns: [
        { head: cell('item'), width: 3.2 },
        { head: cell('spec'), width: 2.2 },
        { head: cell('unitPrice'), width: 1.4, align: 'right' },
        { head: cell('count'), width: 0.9, align: 'right' },
        { head: cell('amount'), width: 1.5, align: 'right' },
        ...(discounted ? ([{ head: cell('discount'), width: 1.4, align: 'right' }] as const) : []),
      ],
      rows: of.lines.map((line) => [
        text(line.item),
        text(line.spec),
        plainAmount(line.unitPrice),
        String(line.count),
        plainAmount(line.amount),
        line.discount === 0 ? '' : plainAmount(-line.discount),
      ]),
    },
    {
      kind: 'sums',
      rows: [
        [cell('goods'), formatYuan(of.goods)],
        ...discount,
        [cell('freight'), formatYuan(of.freight)],
        [cell('total'), formatYuan(of.total)],
      ],
    },
    { kind: 'facts', rows: [[cell('capital'), capitalYuan(fen(of.total))]] },
    { kind: 'text', text: words.sentence('confirmed'), tone: 'quiet' },
  ];
}

export function recipientOf({ recipient, phone }: PaperDelivery): string {
  return `${recipient}  ${phone}`;
}

export function addressOf({ region, address }: PaperDelivery, { flat }: PaperWords): string {
  return `${flat(region)} ${address}`;
}
