import QRCode from 'qrcode';

/** A QR code as one SVG path on a grid of `size` modules, with nothing around it. */
export type QrView = { size: number; path: string };

/** Drawn here, so that it stands on the page without a script and on paper without a blur. */
export function qrOf(text: string): QrView {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      let end = column + 1;
      while (end < modules.size && modules.get(row, end)) end += 1;
      path += `M${column} ${row}h${end - column}v1h${column - end}z`;
      column = end;
    }
  }
  return { size: modules.size, path };
}

/** The address a lot's label leads to: capitals and one path, so that the code stays small. */
export function traceAddress(request: Request, lotCode: string): string {
  return new URL(`/trace/${lotCode}`, request.url).href;
}
