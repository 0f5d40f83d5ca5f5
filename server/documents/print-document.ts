import { type Paper, type PaperBlock, printPaper } from '#server/platform/pdf/index.ts';
import { confirmationBlocks } from './confirmation-paper.ts';
import type { DocumentPaper, PaperSnapshot } from './contract.ts';
import { deliveryBlocks } from './delivery-paper.ts';
import { missingWordsIn, type PaperWords, pageWordsIn, paperWords } from './paper-words.ts';
import { creditNoteBlocks, invoiceBlocks } from './tax-paper.ts';

type PrintedDocument = {
  /** As a person would name it, and in plain letters for who cannot read that. */
  fileName: string;
  plainFileName: string;
  bytes: Buffer;
};

/** Prints a paper from what was kept when it was issued, so it is the same whenever it is printed. */
export async function printDocument({ snapshot, issuedAt }: DocumentPaper): Promise<PrintedDocument> {
  const bytes = await printPaper(paperOf(snapshot, new Date(issuedAt)));
  const name = `${snapshot.number}-${snapshot.parcelNumber}`;
  const kind = paperWords('zh-CN').line(snapshot.kind);
  return { fileName: `${kind}-${name}.pdf`, plainFileName: `${name}.pdf`, bytes };
}

function paperOf(snapshot: PaperSnapshot, issuedAt: Date): Paper {
  const { language, seller, kind } = snapshot;
  const words = paperWords(language);
  const { line } = words;
  return {
    title: words.cell(kind),
    number: snapshot.number,
    issuer: seller.name['zh-CN'],
    issuerLines: [
      language === 'en' ? (seller.name.en ?? '') : '',
      seller.creditCode ? `${line('creditCode')} ${seller.creditCode}` : line('noCreditCode'),
      [words.flat(seller.region), seller.phone ? `${line('phone')} ${seller.phone}` : ''].filter(Boolean).join('  '),
    ].filter((text) => text !== ''),
    marks: [
      [words.cell('number'), snapshot.number],
      [words.cell('issuedOn'), snapshot.issuedOn],
      [words.cell('order'), snapshot.orderNumber],
      [words.cell('parcel'), snapshot.parcelNumber],
    ],
    blocks: blocksOf(snapshot, words),
    language,
    issuedAt,
    foot: '七销 Qixiao',
    pageWords: pageWordsIn(language),
    missingWords: missingWordsIn[language],
    colour: kind === 'credit-note' ? 'seal' : 'tea',
  };
}

function blocksOf(snapshot: PaperSnapshot, words: PaperWords): PaperBlock[] {
  switch (snapshot.kind) {
    case 'order-confirmation':
      return confirmationBlocks(snapshot, words);
    case 'delivery-note':
      return deliveryBlocks(snapshot, words);
    case 'invoice':
      return invoiceBlocks(snapshot, words);
    case 'credit-note':
      return creditNoteBlocks(snapshot, words);
  }
}
