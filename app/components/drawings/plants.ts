import { flat, group, type Hand, ink, line, n, ovalPath, type Tone, tones } from './hand.ts';

/** One leaf from its stalk, lit on the half that looks to the upper left. */
export function leaf(x: number, y: number, length: number, angle: number, tone: Tone, width = 0.3): string {
  const w = length * width;
  const upper = `M0 0C${n(length * 0.28)} ${n(-w * 1.25)} ${n(length * 0.72)} ${n(-w)} ${n(length)} 0`;
  const lower = `C${n(length * 0.72)} ${n(w)} ${n(length * 0.28)} ${n(w * 1.25)} 0 0Z`;
  const turned = ((angle % 360) + 360) % 360;
  const upperLit = turned < 120 || turned > 300;
  const half = upperLit ? `${upper}L0 0Z` : `M0 0L${n(length)} 0${lower}`;
  const veins = `M0 0H${n(length * 0.9)}M${n(length * 0.3)} 0l${n(w * 0.5)} ${n(-w * 0.55)}M${n(length * 0.55)} 0l${n(w * 0.45)} ${n(-w * 0.5)}M${n(length * 0.3)} 0l${n(w * 0.5)} ${n(w * 0.55)}M${n(length * 0.55)} 0l${n(w * 0.45)} ${n(w * 0.5)}`;
  const fine =
    length > 34
      ? line(veins, { width: 1.1, opacity: 0.55 })
      : line(`M0 0H${n(length * 0.8)}`, { width: 1, opacity: 0.6 });
  return group(
    flat(`${upper}${lower}`, tone.shade) + flat(half, tone.lit) + fine + line(`${upper}${lower}`, { width: 2.2 }),
    x,
    y,
    angle,
  );
}

/** A tea shoot: a bud between two leaves. */
export function teaShoot(x: number, y: number, size: number, turn: number, tone: Tone = tones.leaf): string {
  const bud = `M0 ${n(-size * 0.3)}C${n(-size * 0.16)} ${n(-size * 0.6)} ${n(-size * 0.06)} ${n(-size)} ${n(size * 0.02)} ${n(-size * 1.1)}C${n(size * 0.16)} ${n(-size * 0.8)} ${n(size * 0.16)} ${n(-size * 0.5)} 0 ${n(-size * 0.3)}Z`;
  return group(
    line(`M0 ${n(size * 0.3)}V${n(-size * 0.4)}`, { width: 3.4 }) +
      leaf(0, -size * 0.1, size * 0.95, -28, tone) +
      leaf(0, 0, size * 0.85, 205, tone) +
      flat(bud, tone.glint) +
      line(bud, { width: 2.2 }),
    x,
    y,
    turn,
  );
}

/** A strip of twisted dry tea. */
export function twist(x: number, y: number, size: number, turn: number, tone: Tone): string {
  const d = `M0 0C${n(size * 0.2)} ${n(-size * 0.42)} ${n(size * 0.7)} ${n(-size * 0.4)} ${n(size)} ${n(-size * 0.12)}C${n(size * 0.72)} ${n(-size * 0.18)} ${n(size * 0.4)} ${n(size * 0.02)} 0 0Z`;
  return group(
    flat(d, tone.lit) +
      line(d, { width: 1.7 }) +
      line(
        `M${n(size * 0.2)} ${n(-size * 0.14)}Q${n(size * 0.5)} ${n(-size * 0.3)} ${n(size * 0.8)} ${n(-size * 0.18)}`,
        { width: 1.3, colour: tone.glint },
      ),
    x,
    y,
    turn,
  );
}

/** A loose heap, back rows first. `one` draws a single thing at a place. */
export function heap(
  x: number,
  y: number,
  w: number,
  h: number,
  rows: number,
  one: (x: number, y: number, index: number) => string,
): string {
  let drawn = '';
  let index = 0;
  for (let row = 0; row < rows; row += 1) {
    const share = rows === 1 ? 0 : 1 - row / (rows - 1);
    const width = w * (1 - share * 0.62);
    const count = Math.max(1, Math.round((width / w) * rows * 1.6));
    for (let k = 0; k < count; k += 1) {
      const across = count === 1 ? 0 : k / (count - 1) - 0.5;
      const sag = Math.abs(across) * h * 0.16;
      drawn += one(x + across * width, y - share * h + sag, index);
      index += 1;
    }
  }
  return drawn;
}

/** A five-petalled blossom, or four for osmanthus. */
export function blossom(x: number, y: number, r: number, petals: number, colour: string, heart: string): string {
  let d = '';
  for (let k = 0; k < petals; k += 1) {
    const angle = (k / petals) * Math.PI * 2 - 0.5;
    d += ovalPath(x + Math.cos(angle) * r * 0.58, y + Math.sin(angle) * r * 0.58, r * 0.5, r * 0.5);
  }
  return `<path d="${d}" fill="${colour}" stroke="${ink}" stroke-width="3" paint-order="stroke"/>${flat(ovalPath(x, y, r * 0.24, r * 0.24), heart)}`;
}

/** A stalk of ripe rice bowing under its grains. */
export function riceEar(hand: Hand, x: number, y: number, reach: number, rise: number, tone: Tone): string {
  let grains = '';
  for (let k = 0; k < 11; k += 1) {
    const s = 0.42 + k * 0.055;
    const px = x + reach * s * s * 0.55 + reach * s * 0.45;
    const py = y - rise * (1.9 * s - 1.15 * s * s);
    const side = k % 2 ? 1 : -1;
    grains += group(
      hand.oval(0, 0, 8.5, 4.1, tone, { line: 1.6, reach: 2.2 }),
      px + side * 3,
      py + side * 4,
      38 + k * 4 + side * 24,
    );
  }
  const stalk = `M${n(x)} ${n(y)}Q${n(x + reach * 0.2)} ${n(y - rise * 0.85)} ${n(x + reach * 0.58)} ${n(y - rise * 0.78)}T${n(x + reach)} ${n(y - rise * 0.6)}`;
  return line(stalk, { width: 4.6 }) + line(stalk, { width: 2.2, colour: tone.lit }) + grains;
}
