import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkCharacter, drawRemittanceCode, isRemittanceCode, readRemittanceCodes } from './remittance-code.ts';

const CHARACTERS = [...'23456789ABCDEFGHJKMNPQRSTVWXYZ'];
const aCode = fc
  .string({ unit: fc.constantFrom(...CHARACTERS), minLength: 7, maxLength: 7 })
  .filter((drawn) => checkCharacter(drawn) !== null && !drawn.startsWith('QX'))
  .map((drawn) => `QX${drawn}${checkCharacter(drawn)}`);

test('a code drawn is a code', () => {
  for (let count = 0; count < 200; count += 1) expect(isRemittanceCode(drawRemittanceCode())).toBe(true);
});

test('one wrong character is always seen', () => {
  fc.assert(
    fc.property(aCode, fc.integer({ min: 2, max: 9 }), fc.constantFrom(...CHARACTERS), (code, at, other) => {
      fc.pre(code[at] !== other);
      expect(isRemittanceCode(code.slice(0, at) + other + code.slice(at + 1))).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});

test('two characters exchanged, next to each other or not, are always seen', () => {
  fc.assert(
    fc.property(aCode, fc.integer({ min: 2, max: 9 }), fc.integer({ min: 2, max: 9 }), (code, a, b) => {
      fc.pre(code[a] !== code[b]);
      const characters = [...code];
      [characters[a], characters[b]] = [characters[b] as string, characters[a] as string];
      expect(isRemittanceCode(characters.join(''))).toBe(false);
    }),
    { numRuns: 5_000 },
  );
});

test('a code is found however it was written, and each once', () => {
  const separators = fc.string({ unit: fc.constantFrom(' ', '　', '-', '.', '，', '_', '\t', ''), maxLength: 2 });
  const written = fc.tuple(aCode, fc.array(separators, { minLength: 10, maxLength: 10 }), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(fc.array(written, { minLength: 1, maxLength: 3 }), (all) => {
      const memo = all
        .map(([code, gaps, isLower, isWide]) => {
          const spaced = [...code].map((character, index) => character + gaps[index]).join('');
          const cased = isLower ? spaced.toLowerCase() : spaced;
          return `货款${isWide ? wide(cased) : cased}`;
        })
        .join('；');
      expect(readRemittanceCodes(memo)).toEqual({ codes: [...new Set(all.map(([code]) => code))], slips: [] });
    }),
    { numRuns: 2_000 },
  );
});

test('a slip is told as one and never as a code', () => {
  const code = drawRemittanceCode();
  const wrong = code.slice(0, 9) + CHARACTERS[(CHARACTERS.indexOf(code[9] ?? '') + 1) % CHARACTERS.length];

  expect(readRemittanceCodes(`付 ${wrong} 货款`)).toEqual({ codes: [], slips: [wrong] });
  expect(readRemittanceCodes('货款，谢谢')).toEqual({ codes: [], slips: [] });
});

test('a prefix written twice is read one way', () => {
  for (let turn = 0; turn < 500; turn += 1) {
    const code = drawRemittanceCode();
    expect(readRemittanceCodes(`QX ${code}`)).toEqual({ codes: [code], slips: [] });
  }
});

function wide(text: string): string {
  return text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}
