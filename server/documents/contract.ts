import { z } from 'zod';
import { isSocialCreditCode } from '#server/kernel/codes.ts';
import { mailAddress, plainDigits, trimmedText } from '#server/kernel/input.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { Language, LocalizedText } from '#server/kernel/text.ts';

export const documentKinds = ['order-confirmation', 'delivery-note', 'invoice', 'credit-note'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** For whom an invoice is: a person gives no tax number, an organization gives its social credit code. */
export const buyerTitles = ['person', 'organization'] as const;

/** Asks for the invoice data of a paid order. The tax number is checked by its check character. */
export const RequestInvoice = z
  .object({
    titleKind: z.enum(buyerTitles),
    title: trimmedText({ min: 2, max: 100 }),
    taxNumber: trimmedText({ min: 0, max: 30 })
      .overwrite((text) => plainDigits(text).replaceAll(' ', '').toUpperCase())
      .default(''),
    mail: z.preprocess((typed) => (typed === '' ? undefined : typed), mailAddress.optional()),
    remark: trimmedText({ min: 0, max: 100 }).default(''),
  })
  .refine((input) => input.titleKind === 'person' || isSocialCreditCode(input.taxNumber), {
    path: ['taxNumber'],
    error: 'form.tax-number',
  })
  // Who typed one and left the title at a person means an organization: dropping it would be a wrong invoice.
  .refine((input) => input.titleKind === 'organization' || input.taxNumber === '', {
    path: ['titleKind'],
    error: 'form.tax-number-of-person',
  });
export type RequestInvoice = z.infer<typeof RequestInvoice>;

export type PaperSeller = {
  code: string;
  name: LocalizedText;
  creditCode: string | null;
  phone: string | null;
  region: LocalizedText;
};

/** What every paper says of itself and of what it is for. */
export type PaperHead = {
  number: string;
  issuedOn: string;
  language: Language;
  seller: PaperSeller;
  orderNumber: string;
  parcelNumber: string;
  placedOn: string;
  paidOn: string;
};

export type PaperDelivery = { recipient: string; phone: string; region: LocalizedText; address: string };

export type ConfirmationSnapshot = PaperHead & {
  kind: 'order-confirmation';
  delivery: PaperDelivery;
  lines: { item: LocalizedText; spec: LocalizedText; count: number; unitPrice: Fen; amount: Fen; discount: Fen }[];
  goods: Fen;
  discount: Fen;
  freight: Fen;
  total: Fen;
  note: string;
};

export type DeliveryNoteSnapshot = PaperHead & {
  kind: 'delivery-note';
  delivery: PaperDelivery;
  shipment: { seq: number; courier: string; trackingNumber: string | null; shippedOn: string };
  lines: { item: LocalizedText; spec: LocalizedText; count: number }[];
  origins: {
    item: LocalizedText;
    /** What lies in the pack; of a set each produce has its lots. Papers of the first days do not say it. */
    produce?: LocalizedText;
    lotCode: string;
    certificate: string | null;
    household: string;
    village: LocalizedText;
    quantity: number;
    baseUnit: BaseUnit;
    harvestedOn: string;
  }[];
};

/** A line of a tax paper. `rate` null is exempt; amount and tax together are what the buyer paid. */
export type TaxLine = {
  item: LocalizedText;
  spec: LocalizedText | null;
  measure: 'pack' | 'freight';
  quantity: number;
  amount: Fen;
  rate: number | null;
  tax: Fen;
};

export type PaperBuyer = { titleKind: 'person' | 'organization'; title: string; taxNumber: string; mail: string };

type TaxPaper = PaperHead & { buyer: PaperBuyer; lines: TaxLine[]; amount: Fen; tax: Fen; total: Fen; drawer: string };
export type InvoiceSnapshot = TaxPaper & { kind: 'invoice'; remark: string; refundsBefore: string[] };
export type CreditNoteSnapshot = TaxPaper & {
  kind: 'credit-note';
  corrects: { number: string; issuedOn: string };
  refundNumber: string;
  reason: string;
};

/** All that is printed on a paper, as it stood when it was issued. */
export type PaperSnapshot = ConfirmationSnapshot | DeliveryNoteSnapshot | InvoiceSnapshot | CreditNoteSnapshot;

/** A paper as it is printed. */
export type DocumentPaper = { snapshot: PaperSnapshot; issuedAt: string };

export type DocumentView = {
  id: string;
  kind: DocumentKind;
  number: string;
  seller: LocalizedText;
  sellerCode: string;
  orderNumber: string;
  parcelNumber: string;
  total: Fen;
  issuedAt: string;
};

/** The papers of one order, and whether its invoice can still be asked for. */
export type OrderPapersView = { documents: DocumentView[]; mayAskInvoice: boolean };

export type DocumentListView = { documents: DocumentView[]; page: number; pages: number };
