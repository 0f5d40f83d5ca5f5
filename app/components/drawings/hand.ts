/** A material: lit, in shade, and where the light strikes. */
export type Tone = { lit: string; shade: string; glint: string };

export const ink = '#1F2A24';

export const tones = {
  tea: { lit: '#4B8062', shade: '#2F5D46', glint: '#8DB69A' },
  leaf: { lit: '#8FAF6A', shade: '#66894C', glint: '#C4D8A2' },
  honey: { lit: '#E6AC40', shade: '#B9770E', glint: '#F7DA97' },
  orange: { lit: '#EE9E43', shade: '#D07A22', glint: '#F9CF92' },
  seal: { lit: '#C24A3C', shade: '#96291F', glint: '#E39A8B' },
  mist: { lit: '#9DBFCE', shade: '#6E97AB', glint: '#D5E5EB' },
  sand: { lit: '#DDCCA8', shade: '#BEAA84', glint: '#F1E8D4' },
  straw: { lit: '#E8CE8A', shade: '#C9A85A', glint: '#F7EAC2' },
  wood: { lit: '#BC8F5E', shade: '#91683C', glint: '#DDBB90' },
  bark: { lit: '#8A5B3C', shade: '#653F28', glint: '#B98C68' },
  glaze: { lit: '#3E3A35', shade: '#252320', glint: '#7A6B57' },
  white: { lit: '#FFFDF6', shade: '#E4DCCB', glint: '#FFFFFF' },
  blush: { lit: '#F3D9CB', shade: '#DDB5A2', glint: '#FBEEE6' },
} satisfies Record<string, Tone>;

export type ToneName = keyof typeof tones;

type SolidOptions = {
  /** Drawn inside the outline, over the shading. */
  inside?: string;
  line?: number;
  /** How far the shade reaches in from the lower right. */
  reach?: number;
  /** Degrees the group around it is turned, so that the light still falls from the upper left. */
  turn?: number;
};

/** Rounds for short files. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** The hand that draws one picture. Ids count up within it. */
export type Hand = ReturnType<typeof takeHand>;

export function takeHand(prefix = '') {
  let count = 0;

  /** A closed shape: flat colour, a crescent of shade away from the light, an ink line around. */
  function solid(d: string, tone: Tone, { inside = '', line = 2.6, reach = 9, turn = 0 }: SolidOptions = {}): string {
    count += 1;
    const id = `${prefix}${count}`;
    const [dx, dy] = lightOf(reach, turn);
    const lit = reach ? `<use href="#p${id}" x="${n(dx)}" y="${n(dy)}" fill="${tone.lit}"/>` : '';
    const fill = reach ? tone.shade : tone.lit;
    const stroke = line ? `<use href="#p${id}" fill="none" stroke="${ink}" stroke-width="${line}"/>` : '';
    return `<clipPath id="c${id}"><path id="p${id}" d="${d}"/></clipPath><use href="#p${id}" fill="${fill}"/>${lit || inside ? `<g clip-path="url(#c${id})">${lit}${inside}</g>` : ''}${stroke}`;
  }

  /** A round thing. */
  function ball(x: number, y: number, r: number, tone: Tone, options: SolidOptions = {}): string {
    return oval(x, y, r, r, tone, options);
  }

  function oval(x: number, y: number, rx: number, ry: number, tone: Tone, options: SolidOptions = {}): string {
    return solid(ovalPath(x, y, rx, ry), tone, options);
  }

  return { solid, ball, oval };
}

function lightOf(reach: number, turn: number): [number, number] {
  const angle = (-turn * Math.PI) / 180;
  const [x, y] = [-reach, -reach * 0.62];
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

export function ovalPath(x: number, y: number, rx: number, ry: number): string {
  return `M${n(x - rx)} ${n(y)}a${n(rx)} ${n(ry)} 0 1 1 ${n(rx * 2)} 0a${n(rx)} ${n(ry)} 0 1 1 ${n(-rx * 2)} 0Z`;
}

type LineOptions = { width?: number; colour?: string; opacity?: number; dash?: string };

/** A line without a shape: a rim, a vein, steam. */
export function line(d: string, { width = 1.8, colour = ink, opacity = 1, dash }: LineOptions = {}): string {
  const faint = opacity < 1 ? ` opacity="${opacity}"` : '';
  const dashed = dash ? ` stroke-dasharray="${dash}"` : '';
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}"${faint}${dashed}/>`;
}

/** A flat patch without an outline: far hills, a highlight, a label's ground. */
export function flat(d: string, fill: string, opacity = 1): string {
  return `<path d="${d}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

export function group(content: string, x: number, y: number, turn = 0, scale = 1): string {
  const turned = turn ? ` rotate(${n(turn)})` : '';
  const scaled = scale === 1 ? '' : ` scale(${scale})`;
  return `<g transform="translate(${n(x)} ${n(y)})${turned}${scaled}">${content}</g>`;
}

/** The shadow a thing casts on the ground, to the lower right. */
export function shadow(x: number, y: number, rx: number, ry = rx * 0.16): string {
  return flat(ovalPath(x + rx * 0.12, y, rx, ry), ink, 0.13);
}

/** The same numbers for the same seed, on every machine. */
export type Dice = ReturnType<typeof throwDice>;

export function throwDice(seed: string) {
  let state = 2166136261;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 16777619);
  // Seeds that differ in one letter must not begin alike.
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  state ^= state >>> 16;

  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  /** A number between two others. */
  function between(low: number, high: number): number {
    return low + next() * (high - low);
  }
  /** One of several. */
  function pick<T>(items: readonly [T, ...T[]]): T {
    return items[Math.floor(next() * items.length)] ?? items[0];
  }
  return { next, between, pick };
}
