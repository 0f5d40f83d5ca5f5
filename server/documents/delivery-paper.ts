import type { Language } from '#server/kernel/text.ts';
import type { PaperBlock } from '#server/platform/pdf/index.ts';
import { addressOf, recipientOf } from './confirmation-paper.ts';
import type { DeliveryNoteSnapshot } from './contract.ts';
import { quantityWords } from './paper-values.ts';
import { courierName, type PaperWords } from './paper-words.ts';

/** What lies in the box, and which lots and households it came from. */
export function deliveryBlocks(of: DeliveryNoteSnapshot, words: PaperWords): PaperBlock[] {
  const { cell, text } = words;
  const language: Language = of.language;
  const packs = of.lines.reduce((sum, { count }) => sum + count, 0);
  return [
    {
      kind: 'facts',
      title: cell('delivery'),
      columns: 2,
      rows: [
        [cell('recipient'), recipientOf(of.delivery)],
        [cell('shipment'), courierName(of.shipment.courier, language)],
        [cell('address'), addressOf(of.delivery, words)],
        [cell('tracking'), of.shipment.trackingNumber ?? ''],
        [cell('shipmentSeq'), String(of.shipment.seq)],
        [cell('shippedOn'), of.shipment.shippedOn],
      ],
    },
    {
      kind: 'table',
      columns: [
        { head: cell('item'), width: 4 },
        { head: cell('spec'), width: 3 },
        { head: cell('count'), width: 1, align: 'right' },
      ],
      rows: of.lines.map((line) => [text(line.item), text(line.spec), String(line.count)]),
      sums: [[cell('sum'), '', String(packs)]],
    },
    {
      kind: 'table',
      title: cell('origins'),
      columns: [
        { head: cell('item'), width: 2.4 },
        { head: cell('lot'), width: 2.1 },
        { head: cell('household'), width: 2.2 },
        { head: cell('quantity'), width: 1.7, align: 'right' },
        { head: cell('harvestedOn'), width: 1.5 },
        { head: cell('certificate'), width: 1.9 },
      ],
      rows: of.origins.map((origin) => [
        text(origin.item),
        origin.lotCode,
        { text: origin.household, below: words.flat(origin.village) },
        quantityWords(origin.quantity, origin.baseUnit, language),
        origin.harvestedOn,
        origin.certificate ?? '—',
      ]),
    },
    { kind: 'text', text: words.line('trace'), tone: 'quiet' },
    { kind: 'signatures', labels: [cell('sender'), cell('receiver'), cell('receivedOn')] },
  ];
}
