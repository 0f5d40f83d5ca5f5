import { inflateSync } from 'node:zlib';
import { assert } from '#server/kernel/errors.ts';

/** Glyph numbers as characters: the map that a font of a PDF brings, by which readers search and copy. */
type GlyphNames = Map<number, string>;

/**
 * What a reader can search for in a PDF of ours, page by page, read by the characters each font says its glyphs are.
 * Knows just what pdfkit writes; the fragments of a page are joined by line ends in the order they were drawn.
 */
export function textOfPdf(bytes: Uint8Array): string[] {
  const objects = objectsOf(Buffer.from(bytes));
  const maps = [...objects.values()].map(({ stream }) => stream).filter((stream) => stream.includes('beginbfrange'));
  const names: GlyphNames = new Map(maps.flatMap((map) => [...namesOf(map)]));
  assert(maps.length === 1, 'a paper has one font');
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const contents = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '');
    assert(contents, 'a page has contents');
    return [...contents.stream.matchAll(/\[([^\]]*)\] TJ/g)].map(([, drawn = '']) => read(drawn, names)).join('\n');
  });
}

type PdfObject = { head: string; stream: string };

function objectsOf(bytes: Buffer): Map<string, PdfObject> {
  const text = bytes.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [, number = '', content = ''] = match;
    const begin = content.indexOf('\nstream\n');
    const head = begin < 0 ? content : content.slice(0, begin);
    const stream = begin < 0 ? '' : content.slice(begin + 8).replace(/\nendstream$/, '');
    const unpack = () => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
    objects.set(number, { head, stream: head.includes('/FlateDecode') ? unpack() : stream });
  }
  return objects;
}

/** `<0000> <00ff> [<4e00> <4e8c>]`: the characters of glyphs from the first number on, as UTF-16. */
function* namesOf(map: string): Generator<[number, string]> {
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    for (const [index, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries()) {
      const units = hex.replaceAll(' ', '').match(/.{4}/g) ?? [];
      yield [
        Number.parseInt(first, 16) + index,
        String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))),
      ];
    }
  }
}

function read(drawn: string, names: GlyphNames): string {
  const glyphs = [...drawn.matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
  return glyphs.map((glyph) => names.get(Number.parseInt(glyph, 16)) ?? '\ufffd').join('');
}
