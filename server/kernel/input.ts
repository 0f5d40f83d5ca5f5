import { z } from 'zod';

/**
 * What people type, made ready to be checked: full-width digits become plain ones, stray blanks and invisible
 * characters go, and what no database can hold is refused. A schema says codes, never sentences (see issue-codes.ts).
 */

const NUL = '\u0000';

/** How long a password may be. Length is all that is asked of it. */
export const PASSWORD_CHARACTERS = { min: 10, max: 128 };

/** Nothing typed is nothing stated: for a `preprocess` before what may be left out. */
export function blankIsNone(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value;
}

/** One line of text, without blanks around it or control characters in it. */
export function trimmedText({ min = 1, max }: { min?: number; max: number }) {
  return holdable().overwrite(oneLine).min(min).max(max);
}

/** Several lines of text; line breaks stay, everything else as in trimmedText. */
export function linesOfText({ min = 1, max }: { min?: number; max: number }) {
  return holdable().overwrite(manyLines).min(min).max(max);
}

/** A whole number, typed with plain or full-width digits and perhaps thousands separators. */
export function wholeNumber({ min = 0, max }: { min?: number; max: number }) {
  return z.preprocess(numberTyped, z.int().min(min).max(max));
}

/** An amount of yuan with at most two decimals, as integer fen. The bounds are fen. */
export function yuanAsFen({ min = 0, max }: { min?: number; max: number }) {
  return z.preprocess(
    fenTyped,
    z
      .number()
      .int('form.amount')
      .min(min, `form.too-small?min=${min / 100}`)
      .max(max, `form.too-big?max=${max / 100}`),
  );
}

/** A mobile number of the mainland, as its eleven digits. */
export const chinesePhone = holdable()
  .overwrite((text) => plainDigits(text).replace(/^(\+|00)?86(?=\D*1)|[\s\-()]/g, ''))
  .regex(/^1[3-9]\d{9}$/, 'form.phone');

/** A mail address, in lower case. */
export const mailAddress = trimmedText({ max: 254 }).toLowerCase().regex(z.regexes.email, 'form.email');

/** The digits of a code that was sent or printed. */
export function codeOfDigits(length: number) {
  return holdable()
    .overwrite((text) => plainDigits(text).replace(/\s/g, ''))
    .regex(new RegExp(`^\\d{${length}}$`), `form.code?length=${length}`);
}

/** A secret: kept exactly as typed. */
export function secretText({ min, max }: { min: number; max: number }) {
  return holdable().min(min).max(max);
}

/** Pictures a form sends; what they hold is only known when they are decoded. A field nothing was chosen in sends none. */
export function imageFiles({ max, bytesMax }: { max: number; bytesMax: number }) {
  const file = z
    .instanceof(File)
    .refine(({ size }) => size <= bytesMax, `files.too-large?megabytes=${Math.floor(bytesMax / 1_048_576)}`)
    .refine(({ type }) => type.startsWith('image/'), 'files.not-an-image');
  return z.preprocess(filesChosen, z.array(file).max(max));
}

function filesChosen(sent: unknown): unknown {
  const files = [sent ?? []].flat();
  return files.filter((file) => file !== '' && !(file instanceof File && file.size === 0 && file.name === ''));
}

function holdable() {
  return z.string().refine((text) => !text.includes(NUL), 'form.characters');
}

function oneLine(text: string): string {
  return visible(text.replace(/[\s\u0085]+/g, ' ')).trim();
}

function manyLines(text: string): string {
  return visible(text.replace(/\r\n?/g, '\n')).trim();
}

/** Without control characters and the marks that turn the reading direction; half a surrogate pair becomes a sign. */
function visible(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (character) =>
      character === '\n' ? character : '',
    );
}

/** `１２．５` as `12.5`. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９．－＋]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

function numberTyped(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed;
  const text = plainDigits(typed)
    .trim()
    .replace(/[,，](?=\d{3}(?!\d))/g, '');
  if (text === '') return undefined;
  return /^[+-]?\d{1,16}(\.\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
}

function fenTyped(typed: unknown): unknown {
  if (typeof typed !== 'string') return typed;
  const text = plainDigits(typed).replace(/[¥￥元\s]/g, '');
  if (text === '') return undefined;
  const [, sign = '', yuan, decimals = ''] =
    /^([+-]?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，](?=\d{3}(?!\d))/g, '')) ?? [];
  return yuan === undefined ? Number.NaN : Number(`${sign}${yuan}${decimals.padEnd(2, '0')}`);
}
