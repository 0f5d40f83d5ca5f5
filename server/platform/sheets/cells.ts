import { type BusinessDay, isBusinessDay } from '#server/kernel/calendar.ts';
import { plainDigits } from '#server/kernel/input.ts';
import { type Fen, fen } from '#server/kernel/money.ts';

/** A cell read, or why it cannot be: a code whose sentence is `errors.<code>`. */
export type CellRead<T> = { readonly value: T } | { readonly wrong: string };

const YUAN_DIGITS_MAX = 12;

/**
 * Yuan as whole fen: `1,234.50`, `￥１２`, `12元`, `CNY 12.00`, `-3.2`, `(3.20)` below zero. Everything else is wrong and
 * never 0, nor something near: an empty cell, a third decimal, groups that are not of three, 万, words, exponents.
 */
export function fenOfCell(text: string): CellRead<Fen> {
  const typed = plainDigits(text)
    .replace(/[，]/g, ',')
    .replace(/[（]/g, '(')
    .replace(/[）]/g, ')')
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();
  if (typed === '') return { wrong: 'sheets.money-empty' };
  const bare = typed
    .replace(/^([+-]?) ?(?:[¥￥]|CNY|RMB|人民币) ?/i, '$1')
    .replace(/ ?(?:元|CNY|RMB)$/i, '')
    .replace(/^\(([^()+-]+)\)$/, '-$1')
    .replace(/^(-?) ?(?:[¥￥]) ?/, '$1')
    .trim();
  const found = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/.exec(bare);
  if (!found) return { wrong: 'sheets.money-wrong' };
  const [, sign, grouped = '', decimals = ''] = found;
  const yuan = grouped.replaceAll(',', '').replace(/^0+(?=\d)/, '');
  if (yuan.length > YUAN_DIGITS_MAX) return { wrong: 'sheets.money-too-big' };
  if (/[^0]/.test(decimals.slice(2))) return { wrong: 'sheets.money-decimals' };
  const amount = Number(yuan) * 100 + Number(decimals.slice(0, 2).padEnd(2, '0'));
  return { value: fen(sign === '-' && amount !== 0 ? -amount : amount) };
}

/** A day: `2026-03-01`, `2026/3/1`, `2026.3.1`, `20260301`, `2026年3月1日`, each also with a time behind it. */
export function dayOfCell(text: string): CellRead<BusinessDay> {
  const typed = plainDigits(text).trim();
  if (typed === '') return { wrong: 'sheets.day-empty' };
  const time = String.raw`(?:[ T]*\d{1,2}[:：]?\d{2}(?:[:：]?\d{2})?(?:\.\d+)?)?`;
  const found =
    new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`).exec(typed) ??
    new RegExp(`^(\\d{4})(年)(\\d{1,2})月(\\d{1,2})日${time}$`).exec(typed) ??
    new RegExp(`^(\\d{4})()(\\d{2})(\\d{2})${time}$`).exec(typed);
  if (!found) return { wrong: 'sheets.day-wrong' };
  const [, year = '', , month = '', date = ''] = found;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isBusinessDay(day) ? { value: day } : { wrong: 'sheets.day-wrong' };
}
