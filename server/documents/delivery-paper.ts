import type { Language } from '#server/kernel/text.ts';
import { type PaperBlock, type PaperCell, quantityWords } from '#server/platform/pdf/index.ts';
import { addressOf, recipientOf } from './confirmation-paper.ts';
import type { DeliveryNoteSnapshot } from './contract.ts';
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
        [cell('shipmentSeq'), language === 'en' ? String(of.shipment.seq) : `第 ${of.shipment.seq} 次`],
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
        { head: cell('item'), width: 2.6 },
        { head: cell('lot'), width: 3 },
        { head: cell('household'), width: 2.4 },
        { head: cell('harvestedOn'), width: 1.4 },
        { head: cell('quantity'), width: 1.8, align: 'right' },
      ],
      rows: of.origins.map((origin) => [
        originOf(origin, words),
        { text: origin.lotCode, below: origin.certificate ? `${words.line('certificate')} ${origin.certificate}` : '' },
        { text: origin.household, below: words.flat(origin.village) },
        origin.harvestedOn,
        quantityWords(origin.quantity, origin.baseUnit, language),
      ]),
    },
    { kind: 'text', text: words.sentence('trace'), tone: 'quiet' },
    { kind: 'signatures', labels: [cell('sender'), cell('receiver'), cell('receivedOn')] },
  ];
}

/** The produce, and under it the pack it lies in where that is called otherwise. */
function originOf({ item, produce = item }: DeliveryNoteSnapshot['origins'][number], words: PaperWords): PaperCell {
  if (produce['zh-CN'] === item['zh-CN']) return words.text(produce);
  return { text: words.flat(produce), below: words.flat(item) };
}
