import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { assert } from '#server/kernel/errors.ts';

/** What Chinese printers set where a character is missing. */
const MISSING_SIGN = '〓';

/** Joiners and variation marks: they draw nothing, and without a shaping table they change nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu;

/** In a Chinese font the closing quote is as wide as a character; between Latin letters it is an apostrophe. */
const APOSTROPHE = /(?<=\p{Script=Latin})’/gu;

/** The part of a parsed font that is asked here; pdfkit takes the same object for every document. */
type ParsedFont = {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  glyphForCodePoint(codePoint: number): { id: number; advanceWidth: number; codePoints: number[] };
  stringsForGlyph(id: number): string[];
};

type Document = PDFKit.PDFDocument;
type DocumentOptions = PDFKit.PDFDocumentOptions;

type Drawn = { character: string; em: number; missing: boolean };

export type PaperFont = {
  /** An empty document that draws with this font. */
  openDocument(options: DocumentOptions): Document;
  /** The text as the font can draw it, and whether a sign had to stand for a character. */
  drawable(text: string): { text: string; missing: boolean };
  /** How wide a drawable text is at a size. */
  widthOf(text: string, size: number): number;
};

let opening: Promise<PaperFont> | undefined;

/**
 * The one font of all papers. Library and font are loaded by the process that first prints, once: in every other they
 * would only be 40 MB and part of its start.
 */
export function paperFont(): Promise<PaperFont> {
  opening ??= openFont().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function openFont(): Promise<PaperFont> {
  const { default: PDFDocument } = await import('pdfkit');
  // The same file from the source tree and from the build: both stand in the package that names `#server`.
  const file = createRequire(import.meta.url).resolve('#server/platform/pdf/fonts/noto-sans-sc.otf');
  const parsed = parse(new PDFDocument({ font: '', autoFirstPage: false }), await readFile(file));
  const known = new Map<string, Drawn>();
  const drawn = (character: string): Drawn => {
    let found = known.get(character);
    if (!found) {
      found = look(parsed, character);
      known.set(character, found);
    }
    return found;
  };
  return {
    openDocument: (options) => new PDFDocument({ ...options, font: '' }).font(parsed as unknown as Buffer),
    drawable(text) {
      const plain = text.normalize('NFC').replace(/\s/g, ' ').replace(INVISIBLE, '').replace(APOSTROPHE, "'");
      const characters = [...plain].map(drawn);
      return {
        text: characters.map(({ character }) => character).join(''),
        missing: characters.some(({ missing }) => missing),
      };
    },
    widthOf: (text, size) => [...text].reduce((sum, character) => sum + drawn(character).em, 0) * size,
  };
}

/**
 * pdfkit parses a font when a document first takes it, and takes a parsed one as well. Its type does not say so, which is
 * why a test prints two papers in one process.
 */
function parse(empty: Document, bytes: Buffer): ParsedFont {
  const document = empty.font(bytes) as unknown as { _font?: { font?: ParsedFont } };
  const parsed = document._font?.font;
  assert(parsed, 'the font of papers can be read');
  return parsed;
}

/**
 * One glyph may serve several characters. The first of them stands for all, else the text read out of a paper would
 * depend on what this process printed before.
 */
function look(parsed: ParsedFont, character: string): Drawn {
  const codePoint = [character, character.normalize('NFKC')]
    .filter((text) => [...text].length === 1)
    .map((text) => text.codePointAt(0) ?? 0)
    .find((value) => parsed.hasGlyphForCodePoint(value));
  const missing = codePoint === undefined;
  const glyph = parsed.glyphForCodePoint(codePoint ?? MISSING_SIGN.charCodeAt(0));
  const [first = MISSING_SIGN] = parsed.stringsForGlyph(glyph.id).sort(byCodePoint);
  // The parsed font remembers for whom it was first asked for a glyph.
  glyph.codePoints = [first.codePointAt(0) ?? 0];
  return { character: first, em: glyph.advanceWidth / parsed.unitsPerEm, missing };
}

function byCodePoint(a: string, b: string): number {
  return (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0);
}
