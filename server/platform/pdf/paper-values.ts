import { type BaseUnit, GRAMS_PER_JIN, GRAMS_PER_KILO } from '#server/kernel/quantity.ts';
import type { Language } from '#server/kernel/text.ts';

/** `1,234.50`: the sign of the yuan stands in the head of the column. */
export function plainAmount(amount: number): string {
  const whole = Math.abs(amount);
  const yuan = String(Math.floor(whole / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${yuan}.${String(whole % 100).padStart(2, '0')}`;
}

/** `2 斤 (1 kg)`, `12 个`; in English `1 kg`, `12`. */
export function quantityWords(quantity: number, unit: BaseUnit, language: Language): string {
  if (unit === 'piece') return language === 'en' ? String(quantity) : `${quantity} 个`;
  const metric = quantity >= GRAMS_PER_KILO ? `${trimmed(quantity / GRAMS_PER_KILO)} kg` : `${quantity} g`;
  if (language === 'en' || quantity < GRAMS_PER_JIN / 2) return metric;
  return `${trimmed(quantity / GRAMS_PER_JIN)} 斤 (${metric})`;
}

function trimmed(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** `2026年6月3日`, `3 June 2026`. */
export function dayWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  return language === 'en' ? `${date} ${MONTHS[Number(month) - 1]} ${year}` : `${year}年${month}月${date}日`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
