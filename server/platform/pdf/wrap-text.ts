/** What must not begin a line, and what must not end one (避头尾). */
const NOT_FIRST = /^[，。、；：！？）》」』】〕…—·,.;:!?)\]}%％~～]$/u;
const NOT_LAST = /^[（《「『【〔([{¥￥#]$/u;
/** Letters, digits and what ties them together stay on one line; Chinese breaks between any two characters. */
const WORD = /[\p{Script=Latin}\p{N}\u0021-\u007e¥·•]+|./gsu;

/** Breaks a text into lines no wider than there is room. A word wider than a line is cut where it must be. */
export function wrapText(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line !== '' && widthOf(line + piece.trimEnd()) > room) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
    while (widthOf(line.trimEnd()) > room && [...line].length > 1) {
      const fits = fitting(line, room, widthOf);
      lines.push(fits);
      line = line.slice(fits.length);
    }
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What may stand at the begin of a line, each with whatever must not be parted from it. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let holds = false;
  for (const [piece] of text.matchAll(WORD)) {
    const last = pieces.length - 1;
    if (last >= 0 && (holds || piece === ' ' || NOT_FIRST.test(piece))) pieces[last] += piece;
    else pieces.push(piece);
    holds = NOT_LAST.test(piece);
  }
  return pieces;
}

function fitting(text: string, room: number, widthOf: (text: string) => number): string {
  let fits = '';
  for (const character of text) {
    if (fits !== '' && widthOf(fits + character) > room) break;
    fits += character;
  }
  return fits;
}
