import { z } from 'zod';
import type { Language } from '#server/kernel/text.ts';

/** What a reader may have no texts and mails about. Orders, payments and household money are always told. */
export const mutableGroups = ['shipment', 'claim', 'work', 'books'] as const;
export type MutableGroup = (typeof mutableGroups)[number];

export const SavePreferences = z.object({
  language: z.enum(['zh-CN', 'en']),
  shipment: z.literal('on').optional(),
  claim: z.literal('on').optional(),
  work: z.literal('on').optional(),
  books: z.literal('on').optional(),
});
export type SavePreferences = z.infer<typeof SavePreferences>;

export type PreferencesView = {
  language: Language;
  muted: MutableGroup[];
  /** The groups this reader can be told of at all. */
  groups: MutableGroup[];
  /** Where mails go; null where there is no address. */
  email: string | null;
  maskedPhone: string | null;
};

export type NoticeView = {
  id: string;
  kind: string;
  title: string;
  words: string;
  page: string | null;
  at: string;
  isRead: boolean;
  /** How it was also told: by which channel, and whether that has left. */
  messages: { channel: 'sms' | 'mail'; state: 'waiting' | 'sending' | 'sent' | 'given-up' | 'not-sent' }[];
};
export type NoticeListView = { notices: number; unread: number; page: number; pages: number; rows: NoticeView[] };
