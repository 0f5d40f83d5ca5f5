import { GRAMS_PER_JIN, GRAMS_PER_KILO } from '#server/kernel/quantity.ts';
import type { Language } from '#server/kernel/text.ts';

const timeZone = 'Asia/Shanghai';
const locales: Record<Language, string> = { 'zh-CN': 'zh-CN', en: 'en-GB' };

type Style = keyof typeof styles;
const styles = {
  day: { month: 'short', day: 'numeric', weekday: 'short' },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  dayOfYear: { month: 'short', day: 'numeric' },
  year: { year: 'numeric' },
  month: { year: 'numeric', month: 'long' },
  moment: { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(style: Style, language: Language): Intl.DateTimeFormat {
  const key = `${style} ${language}`;
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locales[language], { timeZone, ...styles[style] });
    formatters.set(key, formatter);
  }
  return formatter;
}

/** A BusinessDay is the same day everywhere, so it is read at noon in Shanghai; an instant is what it is. */
function instantOf(when: Date | string): Date {
  if (typeof when !== 'string') return when;
  return new Date(when.length === 10 ? `${when}T12:00:00+08:00` : when);
}

/** `11月23日 周一`, `Mon, 23 Nov` */
export function formatDay(when: Date | string, language: Language): string {
  const text = formatterOf('day', language).format(instantOf(when));
  return language === 'zh-CN' ? text.replace(/日(?=周)/, '日 ') : text;
}

/** `2026年11月23日`, `23 Nov 2026` */
export function formatDate(when: Date | string, language: Language): string {
  return formatterOf('date', language).format(instantOf(when));
}

/** The same without its year where that is the year of `beside`, and never broken over two lines by its spaces. */
export function formatDateBeside(when: Date | string, beside: Date | string, language: Language): string {
  const isSameYear =
    formatterOf('year', language).format(instantOf(when)) === formatterOf('year', language).format(instantOf(beside));
  return unbroken(formatterOf(isSameYear ? 'dayOfYear' : 'date', language).format(instantOf(when)));
}

/** A date or a price as one piece: its spaces break no line. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

/** `2026年11月`, `November 2026` */
export function formatMonth(when: Date | string, language: Language): string {
  return formatterOf('month', language).format(instantOf(when));
}

/** `11月23日 18:05`, `23 Nov, 18:05` */
export function formatMoment(when: Date | string, language: Language): string {
  return formatterOf('moment', language).format(instantOf(when));
}

/** `1 斤 (500 g)`, `20 斤 (10 kg)`; in English `500 g`, `10 kg`. Below half a jin grams alone say more. */
export function formatWeight(grams: number, language: Language): string {
  const metric =
    Math.abs(grams) >= GRAMS_PER_KILO ? `${trimmed(grams / GRAMS_PER_KILO, language)}\u00a0kg` : `${grams}\u00a0g`;
  if (language === 'en' || Math.abs(grams) < GRAMS_PER_JIN / 2) return metric;
  return `${trimmed(grams / GRAMS_PER_JIN, language)} 斤 (${metric})`;
}

/** `12,480` */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `138 0000 1234`; a masked or foreign number is left as it is. */
export function formatPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}` : phone;
}

function trimmed(value: number, language: Language): string {
  return value.toLocaleString(locales[language], { maximumFractionDigits: 3 });
}
