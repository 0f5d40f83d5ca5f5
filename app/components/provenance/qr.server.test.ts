import QRCode from 'qrcode';
import { expect, test } from 'vitest';
import { qrOf, traceAddress } from './qr.server.ts';

/** Which modules a path of `M x y h w v1 h -w z` runs makes dark. */
function darkModules(path: string): Set<string> {
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].map((run) => run.slice(1).map(Number));
  expect(runs.map(([x, y, width]) => `M${x} ${y}h${width}v1h-${width}z`).join('')).toBe(path);
  return new Set(
    runs.flatMap(([x = 0, y = 0, width = 0]) => Array.from({ length: width }, (_, step) => `${x + step} ${y}`)),
  );
}

test('the path darkens exactly the modules of the code', () => {
  const text = 'https://qixiao.example/trace/L438NWJE7T';
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });

  const { size, path } = qrOf(text);
  const dark = darkModules(path);

  expect(size).toBe(modules.size);
  const expected = Array.from({ length: size * size }, (_, at) => [at % size, Math.floor(at / size)] as const);
  for (const [x, y] of expected) expect(dark.has(`${x} ${y}`)).toBe(modules.get(y, x) === 1);
});

test('a label leads to the lot by its code, whatever address the page was asked by', () => {
  const request = new Request('https://qixiao.example/trace/l438nwje7t/label?x=1');

  expect(traceAddress(request, 'L438NWJE7T')).toBe('https://qixiao.example/trace/L438NWJE7T');
});
