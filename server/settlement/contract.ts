import type { BusinessDay } from '#server/kernel/calendar.ts';
import type { ChannelCode } from '#server/kernel/channel.ts';
import type { MakeUp } from '#server/kernel/make-up.ts';
import type { Fen } from '#server/kernel/money.ts';
import type { BaseUnit } from '#server/kernel/quantity.ts';
import type { LocalizedText } from '#server/kernel/text.ts';
import type { AccountBalance, AccountsView, AccountView, BookedPosting, EntryHead } from '#server/ledger/contract.ts';
import type { OrderState } from '#server/orders/contract.ts';

/** Two days of the books, both included. */
export type Period = { from: BusinessDay; to: BusinessDay };

export type HouseholdSalesRow = {
  code: string;
  name: string;
  village: LocalizedText;
  county: LocalizedText;
  orders: number;
  /** What the ledger owes the household for paid sales, and what its allocations say; the audit proves them equal. */
  earned: Fen;
};

export type HouseholdSalesView = {
  from: string;
  to: string;
  page: number;
  pages: number;
  households: number;
  total: Fen;
  rows: HouseholdSalesRow[];
};

/** Every posting behind one household's figure. */
export type HouseholdLedgerView = {
  household: { code: string; name: string; village: LocalizedText };
  /** All that was ever sold of its goods less what came back, whatever became of the money. */
  earned: Fen;
  /** What of it was paid to the household. */
  paid: Fen;
  /** What its accounts say is owed to it today: not due, payable, at the bank. */
  accounts: { code: string; kind: string; owed: Fen }[];
  /** The days asked for and what the postings listed add up to; null when all days were. */
  period: (Period & { total: Fen }) | null;
  page: number;
  pages: number;
  entries: {
    at: string;
    kind: string;
    reference: string;
    orderNumber: string | null;
    product: LocalizedText | null;
    lotCode: string | null;
    quantity: number | null;
    baseUnit: BaseUnit | null;
    agreedPrice: Fen | null;
    amount: Fen;
  }[];
};

/** What the trade of some days came to, from the ledger. */
export type BooksWeekView = Period & { orders: number; households: number; makeUp: MakeUp };

export type BooksOverviewView = {
  thisWeek: BooksWeekView;
  lastWeek: BooksWeekView;
  /** Money that came in and that no order has taken account of, oldest first. */
  unapplied: { id: string; orderNumber: string; amount: Fen; since: string }[];
  overdueJobs: { name: string; dueAt: string }[];
};

/** One amount on one account: above zero it came in or is owed to us, below zero we owe it. */
export type PostingView = {
  id: number;
  account: { kind: string; code: string; owner: { code: string | null; name: LocalizedText } | null };
  product: LocalizedText | null;
  lotCode: string | null;
  quantity: number | null;
  baseUnit: BaseUnit | null;
  agreedPrice: Fen | null;
  amount: Fen;
};

export type EntryView = { key: string; kind: string; at: string; by: string | null; postings: PostingView[]; sum: Fen };

/** What an entry was booked for, by the number or code it has on its own page. */
export type EntrySubject = {
  what: 'order' | 'bank-line' | 'bank-credit' | 'statement' | 'payout' | 'objection' | 'advance';
  number: string;
};

type Owned = Pick<PostingView['account'], 'owner'>;

export type LedgerAccountsView = Omit<AccountsView, 'rows'> & { rows: (AccountBalance & Owned)[] };

export type LedgerAccountView = Omit<AccountView, 'rows'> &
  Owned & { rows: (BookedPosting & { subject: EntrySubject | null })[] };

export type LedgerEntryView = Omit<EntryHead, 'postings'> & {
  subject: EntrySubject | null;
  /** Of all its postings; those of one page follow. */
  count: number;
  page: number;
  pages: number;
  postings: PostingView[];
};

/** All that was ever booked for one order. */
export type OrderEntriesView = {
  number: string;
  state: OrderState;
  channel: ChannelCode;
  placedAt: string;
  paidAt: string | null;
  total: Fen;
  makeUp: MakeUp | null;
  entries: EntryView[];
};

/** Which households of its area an office looks at: all, or those no order has reached yet. */
export const reachFilters = ['all', 'unreached'] as const;
export type ReachFilter = (typeof reachFilters)[number];

export type OfficeHouseholdRow = {
  code: string;
  name: string;
  village: LocalizedText;
  township: LocalizedText;
  county: LocalizedText;
  makes: LocalizedText[];
  orders: number;
  earned: Fen;
  lastEarnedAt: string | null;
};

export type OfficeFigures = { orders: number; households: number; earned: Fen };

export type OfficeHouseholdsView = {
  /** The areas the office answers for; none when it answers for all. */
  areas: { code: string; name: LocalizedText }[];
  /** The place looked at now, where it is a part of them. */
  place: { code: string; name: LocalizedText } | null;
  filter: ReachFilter;
  counts: Record<ReachFilter, number>;
  /** What reached households since that day: of the area, and of each of its county units. */
  since: BusinessDay;
  total: OfficeFigures;
  counties: (OfficeFigures & { code: string })[];
  page: number;
  pages: number;
  rows: OfficeHouseholdRow[];
};

/** One kind of money between an organization and us: above zero it is owed to the organization. */
export type SellerAccountPart = { kind: string; opening: Fen; more: Fen; less: Fen; closing: Fen };

export type SellerAccountRow = { id: string; at: string; kind: string; orderNumber: string | null; amount: Fen };

export type SellerAccountView = Period & {
  organization: { code: string; name: LocalizedText };
  parts: SellerAccountPart[];
  sums: Omit<SellerAccountPart, 'kind'>;
  page: number;
  pages: number;
  /** What changed it, entry by entry, newest first. */
  rows: SellerAccountRow[];
};
