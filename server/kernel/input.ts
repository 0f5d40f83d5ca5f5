import { z } from 'zod';

const FULL_WIDTH_OFFSET = 0xfee0;

/** Full-width digits, letters and signs as people type them on Chinese keyboards, in their half-width form. */
export function halfWidth(value: string): string {
  return value
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(/　/g, ' ');
}

/** One or more lines of text: trimmed, without control characters, counted in characters a reader sees as one. */
export function text({ min = 0, max }: { min?: number; max: number }) {
  const cleaned = z.preprocess(
    (value) => (typeof value === 'string' ? withoutControls(value).trim() : (value ?? (min === 0 ? '' : value))),
    z.string(),
  );
  return cleaned.refine((value) => [...value].length >= min, { params: { key: min <= 1 ? 'form.required' : 'form.too-short', min } })
    .refine((value) => [...value].length <= max, { params: { key: 'form.too-long', max } });
}

/** A whole number as a form or an API sends it: digits of either width, no sign but a leading minus, no exponent. */
export function wholeNumber({ min, max }: { min: number; max: number }) {
  return z
    .preprocess((value) => (typeof value === 'string' ? readWholeNumber(value) : value), z.number({ error: 'form.whole-number' }))
    .refine((value) => Number.isSafeInteger(value), { params: { key: 'form.whole-number' } })
    .refine((value) => value >= min, { params: { key: 'form.too-small', min } })
    .refine((value) => value <= max, { params: { key: 'form.too-large', max } });
}

/** A mainland mobile number or a landline with area code; spaces and dashes are forgiven. */
export function chinesePhone() {
  return z
    .preprocess((value) => (typeof value === 'string' ? halfWidth(value).replace(/[\s-]/g, '') : value), z.string())
    .refine((value) => /^1[3-9]\d{9}$/.test(value) || /^0\d{9,11}$/.test(value), { params: { key: 'form.phone' } });
}

/** An amount in yuan with up to two decimals, as integer fen. */
export function yuanAsFen({ min, max }: { min: number; max: number }) {
  return z
    .preprocess((value) => (typeof value === 'string' ? readYuan(value) : value), z.number({ error: 'form.yuan' }))
    .refine((value) => Number.isSafeInteger(value), { params: { key: 'form.yuan' } })
    .refine((value) => value >= min, { params: { key: 'form.too-small', min: min / 100 } })
    .refine((value) => value <= max, { params: { key: 'form.too-large', max: max / 100 } });
}

function readWholeNumber(value: string): unknown {
  const digits = halfWidth(value).trim();
  if (digits === '') return undefined;
  return /^-?\d{1,15}$/.test(digits) ? Number(digits) : Number.NaN;
}

function readYuan(value: string): unknown {
  const amount = halfWidth(value).replace(/[¥,\s]/g, '');
  if (amount === '') return undefined;
  const match = /^(-?)(\d{1,11})(?:\.(\d{1,2}))?$/.exec(amount);
  if (!match) return Number.NaN;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return match[1] ? -fen : fen;
}

function withoutControls(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out; a line break and a tab stay.
  return value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}
