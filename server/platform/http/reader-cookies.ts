import type { IncomingMessage } from 'node:http';
import { isUuid } from '#server/kernel/ids.ts';
import type { Language } from '#server/kernel/text.ts';
import type { Theme } from './reader.ts';

/** What a request says of its reader without asking the database. */
export type ReaderCookies = {
  readonly language: Language;
  readonly theme: Theme;
  readonly cartId: string | null;
  readonly cartCount: number;
  /** A session cookie came along; whether it is good is another question. */
  readonly hasSession: boolean;
  /** No cookie came along that a page could depend on beyond these: only then may a kept page answer. */
  readonly isStranger: boolean;
};

/** Above this the head of a page says `99+`, and a cookie anybody can write must not make endless variants of a page. */
const CART_COUNT_MAX = 100;
const nobody: ReaderCookies = {
  language: 'zh-CN',
  theme: null,
  cartId: null,
  cartCount: 0,
  hasSession: false,
  isStranger: true,
};

export function readerCookiesOf(incoming: IncomingMessage): ReaderCookies {
  const { cookie } = incoming.headers;
  return cookie === undefined ? nobody : readCookies(cookie);
}

export function readCookies(header: string): ReaderCookies {
  const read = { ...nobody };
  for (const pair of header.split(';')) {
    const equals = pair.indexOf('=');
    const name = pair.slice(0, equals).trim();
    const value = pair.slice(equals + 1).trim();
    if (name === 'lang') read.language = value === 'en' ? 'en' : 'zh-CN';
    else if (name === 'theme') read.theme = value === 'light' || value === 'dark' ? value : null;
    else if (name === 'cart') read.cartId = isUuid(value) ? value.toLowerCase() : null;
    else if (name === 'cart_count')
      read.cartCount = /^\d{1,3}$/.test(value) ? Math.min(Number(value), CART_COUNT_MAX) : 0;
    else if (name !== '') {
      read.isStranger = false;
      read.hasSession ||= name.endsWith('session_token');
    }
  }
  return read;
}

/**
 * The cookies again, as this floor read them. A page for strangers is made from these and not from what was sent, so it
 * cannot show what its key does not say: of two `lang` cookies two readers could read two languages.
 */
export function canonicalCookies({ language, theme, cartId, cartCount }: ReaderCookies): string {
  const cookies = [`lang=${language}`, `cart_count=${cartCount}`];
  if (theme) cookies.push(`theme=${theme}`);
  if (cartId) cookies.push(`cart=${cartId}`);
  return cookies.join('; ');
}

/** Marks of campaigns and shares. They choose nothing a page shows, and would make a variant of it per sender. */
const TRACKER = /^(?:utm_.*|spm|scm|isappinstalled|gclid|fbclid|msclkid|bd_vid)$/;

/** One spelling for all addresses of a page: parameters sorted by name, campaign marks left out. */
export function canonicalTarget(target: string): string {
  const question = target.indexOf('?');
  if (question === -1) return target;
  const parameters = new URLSearchParams(target.slice(question + 1));
  for (const name of [...parameters.keys()]) {
    if (TRACKER.test(name)) parameters.delete(name);
  }
  parameters.sort();
  return parameters.size === 0 ? target.slice(0, question) : `${target.slice(0, question)}?${parameters}`;
}

/** What a stranger's page depends on: its address, his language, colours, and the number on the basket. */
export function pageKey(target: string, host: string, reader: ReaderCookies): string {
  return `${host}${target}\n${reader.language}\n${reader.theme}\n${reader.cartCount}`;
}
