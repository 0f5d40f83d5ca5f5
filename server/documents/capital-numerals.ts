import { assert } from '#server/kernel/errors.ts';
import { type Fen, fen } from '#server/kernel/money.ts';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿', '万亿'];

/**
 * An amount in capital numerals (大写金额) as it stands on a Chinese paper: 壹仟贰佰叁拾肆元伍角陆分. Whole yuan and
 * whole jiao end in 整; between digits any run of zeros is one 零; an amount below zero begins with 负.
 */
export function capitalYuan(amount: Fen): string {
  const sign = amount < 0 ? '负' : '';
  const whole = Math.abs(amount);
  const yuan = Math.floor(whole / 100);
  const jiao = Math.floor(whole / 10) % 10;
  const cents = whole % 10;
  if (whole === 0) return '零元整';
  const head = yuan === 0 ? '' : `${capitalWhole(yuan)}元`;
  if (jiao === 0 && cents === 0) return `${sign}${head}整`;
  if (cents === 0) return `${sign}${head}${DIGITS[jiao]}角整`;
  if (jiao === 0) return `${sign}${head}${yuan === 0 ? '' : '零'}${DIGITS[cents]}分`;
  return `${sign}${head}${DIGITS[jiao]}角${DIGITS[cents]}分`;
}

/** Four digits at a time from the right; a section that does not fill its thousands is led in by a 零. */
function capitalWhole(value: number): string {
  const text = String(value);
  const sections = text.padStart(Math.ceil(text.length / 4) * 4, '0').match(/\d{4}/g) ?? [];
  let written = '';
  let gap = false;
  for (const [index, section] of sections.entries()) {
    if (section === '0000') {
      gap = written !== '';
      continue;
    }
    if (written !== '' && (gap || section.startsWith('0'))) written += '零';
    written += `${capitalSection(section)}${SECTIONS[sections.length - 1 - index]}`;
    gap = false;
  }
  return written;
}

function capitalSection(section: string): string {
  const digits = section.replace(/0+$/, '');
  let written = '';
  for (const [index, digit] of [...digits].entries()) {
    if (digit !== '0') written += `${DIGITS[Number(digit)]}${PLACES[3 - index]}`;
    else if (written !== '' && !written.endsWith('零')) written += '零';
  }
  return written;
}

/** Reads capital numerals back; what capitalYuan writes comes back to the fen. */
export function readCapitalYuan(text: string): Fen {
  const [, sign, yuan = '', jiao, cents] =
    /^(负)?(?:([^元]+)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(text) ?? ([] as undefined[]);
  const digit = (character: string | undefined) => {
    const value = character ? DIGITS.indexOf(character) : 0;
    assert(value >= 0, `a capital numeral: ${character}`);
    return value;
  };
  const whole = readWhole(yuan) * 100 + digit(jiao) * 10 + digit(cents);
  return fen(sign ? -whole : whole);
}

function readWhole(text: string): number {
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const character of text) {
    const place = PLACES.indexOf(character);
    if (character === '亿') {
      total = (total + section + digit) * 1_0000_0000;
      section = digit = 0;
    } else if (character === '万') {
      total += (section + digit) * 1_0000;
      section = digit = 0;
    } else if (place > 0) {
      section += digit * 10 ** place;
      digit = 0;
    } else {
      digit = DIGITS.indexOf(character);
    }
  }
  return total + section + digit;
}
