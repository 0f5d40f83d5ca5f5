import { randomInt } from 'node:crypto';

/** Letters and digits nobody mistakes for one another; their place is their value. */
const CHARACTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const PREFIX = 'QX';
const DRAWN = 7;
/** A prime just above the number of characters: one wrong character, or two exchanged, never leaves the sum divisible by it. */
const MODULUS = 31;
const CODE_LENGTH = PREFIX.length + DRAWN + 1;

/** A code to write on a bank transfer: `QX`, seven characters drawn at random, and one that shows a slip. */
export function drawRemittanceCode(): string {
  for (;;) {
    let drawn = '';
    for (let index = 0; index < DRAWN; index += 1) drawn += CHARACTERS[randomInt(CHARACTERS.length)];
    const check = checkCharacter(drawn);
    // One of 31 sums has no character for it. No code says its prefix twice: who writes `QX QX…` is read one way.
    if (check !== null && !drawn.startsWith(PREFIX)) return PREFIX + drawn + check;
  }
}

/** The character that makes the weighted sum of all eight divisible by 31; null where none does. */
export function checkCharacter(drawn: string): string | null {
  const rest = weightedSum(drawn) % MODULUS;
  // Its own weight is 8, whose inverse modulo 31 is 4.
  return CHARACTERS[(((MODULUS - rest) % MODULUS) * 4) % MODULUS] ?? null;
}

/** Whether a text is a code as we draw them, with the right check character. */
export function isRemittanceCode(text: string): boolean {
  if (text.length !== CODE_LENGTH || !text.startsWith(PREFIX)) return false;
  const body = text.slice(PREFIX.length);
  if (body.startsWith(PREFIX)) return false;
  return [...body].every((character) => CHARACTERS.includes(character)) && weightedSum(body) % MODULUS === 0;
}

function weightedSum(characters: string): number {
  return [...characters].reduce((sum, character, index) => sum + (index + 1) * CHARACTERS.indexOf(character), 0);
}

/** What a memo says: the codes in it, and what looks like one and is not. */
export type CodesRead = { codes: string[]; slips: string[] };

/**
 * Finds codes in what a payer wrote: in full width, in lower case, with blanks, dots and dashes anywhere, run together.
 * A code said twice counts once. What begins like a code and fails its check character is a slip, and pays for nothing.
 */
export function readRemittanceCodes(memo: string): CodesRead {
  const text = memo
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '');
  const codes = new Set<string>();
  const slips = new Set<string>();
  for (let at = text.indexOf(PREFIX); at >= 0; ) {
    const candidate = text.slice(at, at + CODE_LENGTH);
    const isCode = isRemittanceCode(candidate);
    if (isCode) codes.add(candidate);
    else if (/^QX[0-9A-Z]{8}$/.test(candidate) && !startsInside(text, at)) slips.add(candidate);
    at = text.indexOf(PREFIX, isCode ? at + CODE_LENGTH : at + 1);
  }
  return { codes: [...codes], slips: [...slips] };
}

/** Whether a true code begins within what looks like a wrong one: then the wrong one is only what stands before it. */
function startsInside(text: string, at: number): boolean {
  for (let next = at + 1; next < at + CODE_LENGTH; next += 1) {
    if (isRemittanceCode(text.slice(next, next + CODE_LENGTH))) return true;
  }
  return false;
}
