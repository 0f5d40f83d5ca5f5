import type { MutableGroup } from './contract.ts';

/** What each kind of notice says, as values its words are made of: money in fen, days and instants as ISO text. */
export type NoticeFacts = {
  'order-paid': { number: string; total: number };
  'order-lapsed': { number: string };
  'payment-unused': { number: string; amount: number };
  'refund-booked': { number: string; amount: number };
  'refund-sent': { number: string; amount: number };
  'parcel-shipped': { number: string; courier: string; tracking: string; complete: string };
  'parcel-delivered': { number: string; until: string };
  'claim-evidence-asked': { number: string };
  'claim-send-back': { number: string };
  'claim-rejected': { number: string };
  'claim-refunded': { number: string; amount: number };
  'claim-escalated': { number: string };
  'claim-upheld': { number: string };
  'statement-made': { amount: number; until: string };
  'statement-answered': { amount: number };
  'objection-resolved': { number: string };
  'payout-paid': { amount: number; card: string };
  'payout-returned': { amount: number; card: string };
  'household-advanced': { amount: number };
  'parcel-to-pack': { number: string };
  'claim-to-decide': { number: string };
  'claim-goods-back': { number: string };
  'claim-to-arbitrate': { number: string };
  'refund-stuck': { number: string; amount: number };
  'payment-disputed': { number: string };
  'statement-objected': { number: string };
  'transfer-returned': { number: string; amount: number };
  'payout-to-approve': { number: string; amount: number };
  'payout-approved': { number: string };
};
export type NoticeKind = keyof NoticeFacts;

type Rule = {
  /** Null: always told. */
  group: MutableGroup | null;
  /** By text to who has no mail address. A text costs, and rings. */
  sms: boolean;
  mail: boolean;
  /** A text says where: its reader is not expected to have an account. */
  linked?: true;
  /** Once by mail until the reader has looked, however much of it there is. */
  digest?: true;
};

const told = { sms: true, mail: true };
const mailed = { sms: false, mail: true };
const work = { group: 'work', ...mailed, digest: true } as const;
const books = { group: 'books', ...mailed, digest: true } as const;

/** How each kind is told, besides standing on the reader's page of notices. */
export const noticeKinds: Record<NoticeKind, Rule> = {
  'order-paid': { group: null, ...told },
  'order-lapsed': { group: null, sms: false, mail: false },
  'payment-unused': { group: null, ...told },
  'refund-booked': { group: null, ...mailed },
  'refund-sent': { group: null, ...told },
  'parcel-shipped': { group: 'shipment', ...told },
  'parcel-delivered': { group: 'shipment', ...mailed },
  'claim-evidence-asked': { group: 'claim', ...told },
  'claim-send-back': { group: 'claim', ...told },
  'claim-rejected': { group: 'claim', ...told },
  'claim-refunded': { group: 'claim', ...told },
  'claim-escalated': { group: 'claim', ...mailed },
  'claim-upheld': { group: 'claim', ...told },
  'statement-made': { group: null, ...told, linked: true },
  'statement-answered': { group: null, ...told, linked: true },
  'objection-resolved': { group: null, ...told, linked: true },
  'payout-paid': { group: null, ...told },
  'payout-returned': { group: null, ...told },
  'household-advanced': { group: null, ...told },
  'parcel-to-pack': work,
  'claim-to-decide': work,
  'claim-goods-back': work,
  'claim-to-arbitrate': work,
  'refund-stuck': books,
  'payment-disputed': books,
  'statement-objected': books,
  'transfer-returned': books,
  'payout-to-approve': books,
  'payout-approved': books,
};
