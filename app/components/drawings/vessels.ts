import { flat, type Hand, line, n, ovalPath, shadow, type Tone, tones } from './hand.ts';

/** The house mark as a red seal: seven strokes into one. */
export function sealMark(x: number, y: number, size = 20): string {
  const s = size / 20;
  return (
    flat(`M${n(x)} ${n(y)}h${n(size)}v${n(size)}h${n(-size)}Z`, tones.seal.shade) +
    `<path transform="translate(${n(x)} ${n(y)}) scale(${n(s)})" d="M3 4.500C8 4.500 8 10 11 10H17M3 15.500C8 15.500 8 10 11 10M3 10H11" fill="none" stroke="#FFF8EC" stroke-width="1.6"/>`
  );
}

/** A paper label with the seal and two lines of writing. */
export function label(x: number, y: number, w: number, h: number, paper = '#FFF8EA'): string {
  if (h < 44) return sealMark(x + w / 2 - 11, y + Math.max(0, (h - 22) / 2), 22);
  const mark = Math.min(w * 0.42, 22);
  const left = x + (w - mark) / 2;
  return (
    flat(`M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`, paper) +
    line(`M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`, { width: 1.5 }) +
    sealMark(left, y + h * 0.18, mark) +
    line(`M${n(x + w * 0.2)} ${n(y + h * 0.72)}h${n(w * 0.6)}M${n(x + w * 0.3)} ${n(y + h * 0.84)}h${n(w * 0.4)}`, {
      width: 1.8,
    })
  );
}

/** A glass jar, filled up to its shoulder. `cap`: cloth tied with a cord, or a wooden lid. */
export function jar(
  hand: Hand,
  x: number,
  base: number,
  w: number,
  h: number,
  content: Tone,
  cap: 'cloth' | 'wood',
  capTone: Tone,
): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const body = `M${n(l + 12)} ${n(t + 16)}C${n(l - 1)} ${n(t + 24)} ${n(l)} ${n(t + 34)} ${n(l)} ${n(t + 46)}V${n(base - 14)}Q${n(l)} ${n(base)} ${n(l + 14)} ${n(base)}H${n(r - 14)}Q${n(r)} ${n(base)} ${n(r)} ${n(base - 14)}V${n(t + 46)}C${n(r)} ${n(t + 34)} ${n(r + 1)} ${n(t + 24)} ${n(r - 12)} ${n(t + 16)}Z`;
  const air = flat(
    `M${n(l - 4)} ${n(t)}H${n(r + 4)}V${n(t + 38)}Q${n(x)} ${n(t + 46)} ${n(l - 4)} ${n(t + 38)}Z`,
    '#F3F4EA',
    0.75,
  );
  const glint = line(`M${n(l + 11)} ${n(t + 52)}V${n(base - 34)}M${n(l + 11)} ${n(base - 24)}v6`, {
    width: 6,
    colour: '#FFFDF4',
    opacity: 0.8,
  });
  const tag = label(x - w * 0.26, t + h * 0.45, w * 0.52, h * 0.4);
  const lid =
    cap === 'wood'
      ? hand.solid(`M${n(l + 8)} ${n(t)}q0 -5 5 -5H${n(r - 13)}q5 0 5 5v17H${n(l + 8)}Z`, capTone, {
          inside: line(`M${n(l + 18)} ${n(t - 5)}v22M${n(l + 40)} ${n(t - 5)}v22M${n(r - 24)} ${n(t - 5)}v22`, {
            width: 1.2,
            opacity: 0.4,
          }),
        })
      : clothCap(hand, x, t, w, capTone);
  return shadow(x, base, w * 0.6) + hand.solid(body, content, { inside: air + glint, reach: 11 }) + tag + lid;
}

function clothCap(hand: Hand, x: number, t: number, w: number, tone: Tone): string {
  const [l, r] = [x - w / 2 + 6, x + w / 2 - 6];
  const skirt = hand.solid(
    `M${n(l + 8)} ${n(t + 10)}L${n(l - 8)} ${n(t + 30)}q8 5 13 -2q6 8 14 1q7 7 ${n(w * 0.16)} 0q7 8 ${n(w * 0.17)} 0q8 7 14 -1q6 7 13 0L${n(r - 8)} ${n(t + 10)}Z`,
    tone,
  );
  const dome = hand.solid(
    `M${n(l + 8)} ${n(t + 11)}C${n(l + 6)} ${n(t - 16)} ${n(r - 6)} ${n(t - 16)} ${n(r - 8)} ${n(t + 11)}Z`,
    tone,
  );
  const cord = line(`M${n(l + 5)} ${n(t + 11)}Q${n(x)} ${n(t + 17)} ${n(r - 5)} ${n(t + 11)}`, { width: 4 });
  return (
    skirt +
    dome +
    cord +
    line(`M${n(x + 6)} ${n(t + 15)}q10 10 4 22M${n(x + 6)} ${n(t + 15)}q18 2 22 14`, { width: 2.2 })
  );
}

/** A lidded tin. */
export function caddy(hand: Hand, x: number, base: number, w: number, h: number, tone: Tone): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const e = w * 0.11;
  const body = `M${n(l)} ${n(t + 30)}V${n(base - e)}Q${n(x)} ${n(base + e * 0.9)} ${n(r)} ${n(base - e)}V${n(t + 30)}Z`;
  const lid = `M${n(l - 3)} ${n(t + e)}V${n(t + 34)}Q${n(x)} ${n(t + 34 + e * 1.9)} ${n(r + 3)} ${n(t + 34)}V${n(t + e)}Z`;
  const top = ovalPath(x, t + e, w / 2 + 3, e);
  const band = line(
    `M${n(l - 2)} ${n(base - e - 12)}Q${n(x)} ${n(base + e * 0.9 - 12)} ${n(r + 2)} ${n(base - e - 12)}`,
    { width: 3, colour: tone.glint },
  );
  const glint = line(`M${n(l + 11)} ${n(t + 52)}V${n(base - 30)}`, { width: 5, colour: tone.glint, opacity: 0.8 });
  return (
    shadow(x, base, w * 0.6) +
    hand.solid(body, tone, { inside: band + glint, reach: w * 0.16 }) +
    label(x - w * 0.23, t + h * 0.42, w * 0.46, h * 0.4) +
    hand.solid(lid, tone, { reach: w * 0.16 }) +
    hand.solid(top, { ...tone, lit: tone.glint }, { reach: 5 })
  );
}

/** A paper pouch with folded top; `window` shows what is inside. */
export function pouch(hand: Hand, x: number, base: number, w: number, h: number, tone: Tone, inside: Tone): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const body = `M${n(l + 7)} ${n(t + 26)}C${n(l - 2)} ${n(t + h * 0.5)} ${n(l - 4)} ${n(base - 26)} ${n(l + 3)} ${n(base - 3)}Q${n(x)} ${n(base + 7)} ${n(r - 3)} ${n(base - 3)}C${n(r + 4)} ${n(base - 26)} ${n(r + 2)} ${n(t + h * 0.5)} ${n(r - 7)} ${n(t + 26)}Z`;
  const fold = `M${n(l + 5)} ${n(t)}L${n(r - 5)} ${n(t - 2)}L${n(r - 6)} ${n(t + 28)}L${n(l + 6)} ${n(t + 29)}Z`;
  const creases = line(`M${n(l + 14)} ${n(base - 6)}q10 -16 6 -34M${n(r - 14)} ${n(base - 6)}q-10 -16 -6 -34`, {
    width: 1.4,
    opacity: 0.5,
  });
  const pane = `M${n(x - w * 0.2)} ${n(base - h * 0.2)}q0 -14 ${n(w * 0.2)} -14q${n(w * 0.2)} 0 ${n(w * 0.2)} 14q0 14 ${n(-w * 0.2)} 14q${n(-w * 0.2)} 0 ${n(-w * 0.2)} -14Z`;
  return (
    shadow(x, base, w * 0.58) +
    hand.solid(body, tone, { inside: creases, reach: 12 }) +
    label(x - w * 0.24, t + h * 0.3, w * 0.48, h * 0.34) +
    hand.solid(pane, inside, { line: 1.6, reach: 4 }) +
    hand.solid(fold, tone, { reach: 5, inside: line(`M${n(l)} ${n(t + 14)}H${n(r)}`, { width: 1.3, opacity: 0.5 }) })
  );
}

/** A parcel of folded paper under a cord, red slip on top. */
export function paperParcel(hand: Hand, x: number, base: number, w: number, h: number, tone: Tone): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const lift = 30;
  const front = `M${n(l)} ${n(t + lift)}H${n(r)}L${n(r - 3)} ${n(base)}H${n(l + 3)}Z`;
  const top = `M${n(l)} ${n(t + lift)}L${n(l + 18)} ${n(t)}H${n(r - 18)}L${n(r)} ${n(t + lift)}Z`;
  return (
    shadow(x, base, w * 0.6) +
    hand.solid(front, tone, {
      reach: 14,
      inside: line(`M${n(x - w * 0.3)} ${n(t + lift)}L${n(x)} ${n(base - h * 0.28)}L${n(x + w * 0.3)} ${n(t + lift)}`, {
        width: 1.5,
        opacity: 0.55,
      }),
    }) +
    hand.solid(top, { ...tone, lit: tone.glint, shade: tone.lit }, { reach: 8 }) +
    label(x - w * 0.17, t + lift + 12, w * 0.34, h * 0.48) +
    line(
      `M${n(x)} ${n(t)}V${n(t + lift + 12)}M${n(x)} ${n(t + lift + 12 + h * 0.48)}V${n(base)}M${n(l + 9)} ${n(t + 15)}H${n(r - 9)}`,
      { width: 3, colour: tones.seal.shade },
    ) +
    line(
      `M${n(x)} ${n(t + 15)}q-22 -20 -26 -2q4 10 26 2q22 -20 26 -2q-4 10 -26 2M${n(x)} ${n(t + 15)}l-14 18M${n(x)} ${n(t + 15)}l16 16`,
      { width: 2.4, colour: tones.seal.shade },
    )
  );
}

/** An open bowl; `heap` stands behind its near rim. */
export function bowl(
  hand: Hand,
  x: number,
  base: number,
  w: number,
  h: number,
  tone: Tone,
  inside: Tone,
  heap = '',
): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const e = w * 0.14;
  const foot = `M${n(x - w * 0.2)} ${n(base - 12)}h${n(w * 0.4)}l-4 12h${n(-w * 0.4 + 8)}Z`;
  const body = `M${n(l)} ${n(t)}C${n(l + w * 0.04)} ${n(base - h * 0.2)} ${n(x - w * 0.28)} ${n(base - 8)} ${n(x - w * 0.16)} ${n(base - 7)}H${n(x + w * 0.16)}C${n(x + w * 0.28)} ${n(base - 8)} ${n(r - w * 0.04)} ${n(base - h * 0.2)} ${n(r)} ${n(t)}Q${n(x)} ${n(t + e * 2)} ${n(l)} ${n(t)}Z`;
  const ring = line(
    `M${n(l + 2)} ${n(t + h * 0.2)}Q${n(x)} ${n(t + h * 0.2 + e * 1.9)} ${n(r - 2)} ${n(t + h * 0.2)}`,
    { width: 2, colour: tone.shade === tones.white.shade ? tones.mist.shade : tone.glint },
  );
  const glint = line(`M${n(l + w * 0.1)} ${n(t + h * 0.34)}q4 ${n(h * 0.24)} 16 ${n(h * 0.34)}`, {
    width: 5,
    colour: tone.glint,
    opacity: 0.9,
  });
  return (
    shadow(x, base, w * 0.44) +
    hand.solid(foot, tone, { reach: 6 }) +
    hand.oval(x, t, w / 2, e, inside, { reach: -6 }) +
    heap +
    hand.solid(body, tone, { inside: ring + glint, reach: 14 })
  );
}

/** A woven basket; `heap` stands behind its near rim. */
export function basket(
  hand: Hand,
  x: number,
  base: number,
  w: number,
  h: number,
  tone: Tone,
  heap = '',
  handle = false,
): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const e = w * 0.1;
  let weave = '';
  for (let row = 0; row < 5; row += 1) {
    const y = t + 14 + (row * (h - 10)) / 5;
    let d = '';
    for (let k = 0; k < 9; k += 1) {
      const from = l + (k * w) / 9 + (row % 2 ? w / 18 : 0);
      d += `M${n(from)} ${n(y)}q${n(w / 18)} ${n(e * 0.8)} ${n(w / 9 - 5)} 1`;
    }
    weave += line(d, { width: 2, opacity: 0.55 });
  }
  const body = `M${n(l)} ${n(t)}Q${n(l + 4)} ${n(base - h * 0.3)} ${n(l + w * 0.13)} ${n(base - 5)}Q${n(x)} ${n(base + e)} ${n(r - w * 0.13)} ${n(base - 5)}Q${n(r - 4)} ${n(base - h * 0.3)} ${n(r)} ${n(t)}Q${n(x)} ${n(t + e * 2)} ${n(l)} ${n(t)}Z`;
  const rim = `M${n(l - 4)} ${n(t - 5)}Q${n(x)} ${n(t + e * 2 - 4)} ${n(r + 4)} ${n(t - 5)}L${n(r + 2)} ${n(t + 7)}Q${n(x)} ${n(t + e * 2 + 9)} ${n(l - 2)} ${n(t + 7)}Z`;
  const hoop = `M${n(l + 8)} ${n(t)}C${n(l + 14)} ${n(t - h * 1.05)} ${n(r - 14)} ${n(t - h * 1.05)} ${n(r - 8)} ${n(t)}`;
  const bow = handle ? line(hoop, { width: 11 }) + line(hoop, { width: 6.5, colour: tone.lit }) : '';
  return (
    shadow(x, base, w * 0.54) +
    hand.oval(x, t, w / 2, e, { ...tone, lit: tone.shade }, { reach: 0 }) +
    bow +
    heap +
    hand.solid(body, tone, { inside: weave, reach: 15 }) +
    hand.solid(rim, tone, { reach: 5 })
  );
}

/** A round bamboo sieve seen from above the edge. */
export function tray(hand: Hand, x: number, y: number, rx: number, tone: Tone, heap = ''): string {
  const ry = rx * 0.3;
  let weave = '';
  for (let k = -rx; k < rx * 2; k += 13) {
    weave += `M${n(x + k - rx)} ${n(y - ry)}l${n(rx * 1.1)} ${n(ry * 2)}M${n(x + k)} ${n(y - ry)}l${n(-rx * 1.1)} ${n(ry * 2)}`;
  }
  const wall = `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 0 0 ${n(rx * 2)} 0v12a${n(rx)} ${n(ry)} 0 0 1 ${n(-rx * 2)} 0Z`;
  return (
    shadow(x, y + 14, rx * 1.02, ry) +
    hand.solid(wall, tone, { reach: 14 }) +
    hand.oval(
      x,
      y,
      rx,
      ry,
      { ...tone, lit: tone.glint },
      { reach: -6, inside: line(weave, { width: 1.2, colour: tone.shade, opacity: 0.7 }) },
    ) +
    line(ovalPath(x, y, rx - 6, ry - 4), { width: 1.4, opacity: 0.5 }) +
    heap
  );
}

/** A small porcelain cup of tea. */
export function cup(hand: Hand, x: number, base: number, w: number, liquor: Tone, tone: Tone = tones.white): string {
  const h = w * 0.6;
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const e = w * 0.15;
  const body = `M${n(l)} ${n(t)}C${n(l + 1)} ${n(base - 8)} ${n(x - w * 0.26)} ${n(base)} ${n(x - w * 0.18)} ${n(base)}H${n(x + w * 0.18)}C${n(x + w * 0.26)} ${n(base)} ${n(r - 1)} ${n(base - 8)} ${n(r)} ${n(t)}Z`;
  return (
    shadow(x, base, w * 0.46) +
    hand.solid(body, tone, { reach: 9 }) +
    hand.oval(x, t, w / 2, e, tone, { reach: 0 }) +
    hand.oval(x, t + 2, w / 2 - 5, e - 3, liquor, { line: 1.4, reach: 4 })
  );
}

/** Steam above something hot. */
export function steam(x: number, y: number): string {
  const wisp = (dx: number, s: number) =>
    `M${n(x + dx)} ${n(y)}c${n(-9 * s)} ${n(-11 * s)} ${n(9 * s)} ${n(-17 * s)} 0 ${n(-29 * s)}`;
  return line(`${wisp(-13, 0.9)}${wisp(1, 1.2)}${wisp(15, 0.85)}`, { width: 2.2, opacity: 0.4 });
}
