import { type Dice, flat, group, type Hand, line, n, ovalPath, shadow, type Tone, tones } from './hand.ts';
import { leaf } from './plants.ts';
import type { Subject } from './subject.ts';
import { basket, caddy, jar, label, sealMark } from './vessels.ts';

const glazes: readonly [Tone & { fur: string }, ...(Tone & { fur: string })[]] = [
  { lit: '#37332F', shade: '#1E1C1A', glint: '#8A7457', fur: '#B5793A' },
  { lit: '#2F3640', shade: '#1A1F26', glint: '#7C93A6', fur: '#A9BDC9' },
  { lit: '#4A2F24', shade: '#2B1A13', glint: '#A8714A', fur: '#D79A57' },
];

/** A Jian bowl: thick dark glaze with hare's fur, stopped in a roll above the bare foot. */
function tenmoku(hand: Hand, dice: Dice, x: number, base: number, w: number, tea: Tone | null): string {
  const glaze = dice.pick(glazes);
  const clay: Tone = { lit: '#6B4A3A', shade: '#4A3026', glint: '#9B7865' };
  const h = w * 0.52;
  const t = base - h;
  const e = w * 0.15;
  const foot = `M${n(x - w * 0.17)} ${n(base - h * 0.2)}L${n(x - w * 0.14)} ${n(base)}Q${n(x)} ${n(base + 6)} ${n(x + w * 0.14)} ${n(base)}L${n(x + w * 0.17)} ${n(base - h * 0.2)}Z`;
  const clayBody = `M${n(x - w * 0.34)} ${n(base - h * 0.32)}C${n(x - w * 0.26)} ${n(base - h * 0.16)} ${n(x - w * 0.16)} ${n(base - h * 0.12)} ${n(x)} ${n(base - h * 0.12)}S${n(x + w * 0.26)} ${n(base - h * 0.16)} ${n(x + w * 0.34)} ${n(base - h * 0.32)}Z`;
  const body = `M${n(x - w / 2)} ${n(t)}C${n(x - w * 0.47)} ${n(t + h * 0.4)} ${n(x - w * 0.38)} ${n(base - h * 0.3)} ${n(x - w * 0.27)} ${n(base - h * 0.2)}${`q${n(w * 0.045)} ${n(h * 0.1)} ${n(w * 0.09)} ${n(h * 0.035)}q${n(w * 0.045)} ${n(h * 0.06)} ${n(w * 0.09)} ${n(h * 0.01)}q${n(w * 0.05)} ${n(h * 0.12)} ${n(w * 0.1)} 0q${n(w * 0.045)} ${n(h * 0.05)} ${n(w * 0.09)} ${n(-h * 0.02)}q${n(w * 0.05)} ${n(h * 0.08)} ${n(w * 0.17)} ${n(-h * 0.025)}`}C${n(x + w * 0.38)} ${n(base - h * 0.3)} ${n(x + w * 0.47)} ${n(t + h * 0.4)} ${n(x + w / 2)} ${n(t)}Q${n(x)} ${n(t + e * 2)} ${n(x - w / 2)} ${n(t)}Z`;
  let fur = '';
  for (let k = 1; k < 30; k += 1) {
    const from = k / 30 - 0.5;
    const curve = e * 2 * (0.25 - from * from) * 2;
    const length = h * dice.between(0.3, 0.58);
    fur += `M${n(x + from * w)} ${n(t + curve + 5)}Q${n(x + from * w * 0.94)} ${n(t + curve + length * 0.6)} ${n(x + from * w * 0.8)} ${n(t + curve + length)}`;
  }
  let inner = '';
  for (let k = 0; k < 26; k += 1) {
    const angle = (k / 26) * Math.PI * 2;
    inner += `M${n(x + Math.cos(angle) * w * 0.45)} ${n(t + Math.sin(angle) * (e - 4))}L${n(x + Math.cos(angle) * w * 0.3)} ${n(t + 4 + Math.sin(angle) * (e - 14))}`;
  }
  const liquor = tea
    ? hand.oval(x, t + 5, w * 0.4, e * 0.68, tea, { line: 1.6, reach: 6 })
    : flat(ovalPath(x, t + 9, w * 0.2, e * 0.34), glaze.shade);
  return (
    shadow(x, base + 2, w * 0.36, 11) +
    hand.solid(foot, clay, { reach: 8 }) +
    hand.solid(clayBody, clay, { reach: 10 }) +
    hand.oval(x, t, w / 2, e, glaze, {
      reach: -12,
      inside: line(inner, { width: 2, colour: glaze.fur, opacity: 0.8 }),
    }) +
    liquor +
    hand.solid(body, glaze, {
      reach: 20,
      inside:
        line(fur, { width: 1.8, colour: glaze.fur, opacity: 0.9 }) +
        line(
          `M${n(x - w * 0.4)} ${n(t + h * 0.26)}Q${n(x - w * 0.36)} ${n(t + h * 0.52)} ${n(x - w * 0.25)} ${n(t + h * 0.66)}`,
          { width: 7, colour: glaze.glint, opacity: 0.85 },
        ),
    }) +
    line(ovalPath(x, t, w / 2 - 1, e - 1), { width: 3.4, colour: '#A9A291' }) +
    line(ovalPath(x, t, w / 2 + 0.5, e + 0.5), { width: 1.4 })
  );
}

const foam: Tone = { lit: '#D9E0A8', shade: '#B5C27A', glint: '#F1F4D6' };

/** The bamboo whisk that beats tea to foam. */
function whisk(hand: Hand, x: number, base: number): string {
  let tines = '';
  for (let k = -7; k <= 7; k += 1)
    tines += `M${n(x + k * 1.7)} ${n(base - 58)}Q${n(x + k * 5)} ${n(base - 34)} ${n(x + k * 3.4)} ${n(base)}`;
  return (
    shadow(x, base, 26, 5) +
    line(tines, { width: 2.4 }) +
    line(tines, { width: 1, colour: tones.straw.lit }) +
    hand.solid(
      `M${x - 15} ${base - 100}H${x + 15}L${x + 17} ${base - 54}Q${x} ${base - 48} ${x - 17} ${base - 54}Z`,
      tones.straw,
      {
        reach: 6,
        inside: line(`M${x - 16} ${base - 66}Q${x} ${base - 60} ${x + 16} ${base - 66}`, {
          width: 3,
          colour: tones.glaze.lit,
        }),
      },
    ) +
    hand.oval(x, base - 100, 15, 4, { ...tones.straw, lit: tones.straw.glint }, { reach: 2 })
  );
}

export const jianWare: Subject = {
  places: ['kiln', 'hills'],
  arrangements: [
    (hand, dice) => tenmoku(hand, dice, 154, 264, 218, null),
    (hand, dice) => tenmoku(hand, dice, 136, 264, 190, foam) + whisk(hand, 262, 282),
    (hand, dice) => {
      const stand: Tone = dice.pick([tones.wood, tones.bark]);
      return (
        shadow(154, 280, 112, 10) +
        hand.solid('M60 250H248L238 280H70Z', stand, {
          reach: 9,
          inside:
            line('M66 262H244', { width: 1.5, opacity: 0.5 }) +
            line('M110 250l-4 30M204 250l4 30', { width: 1.3, opacity: 0.4 }),
        }) +
        tenmoku(hand, dice, 154, 250, 176, dice.pick([null, foam])) +
        sealMark(252, 262, 20)
      );
    },
  ],
};

/** A lidded gift box under a cord, seen a little from above. */
function giftBox(hand: Hand, x: number, base: number, w: number, h: number, tone: Tone, band: Tone): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const d = 34;
  const front = `M${n(l + 5)} ${n(t + 30)}H${n(r - 5)}V${n(base)}H${n(l + 5)}Z`;
  const lid = `M${n(l)} ${n(t)}H${n(r)}V${n(t + 34)}H${n(l)}Z`;
  const top = `M${n(l)} ${n(t)}L${n(l + d)} ${n(t - d)}H${n(r - d)}L${n(r)} ${n(t)}Z`;
  const strap = (from: number, to: number) => `M${n(x - 17)} ${n(from)}h34v${n(to - from)}h-34Z`;
  return (
    shadow(x, base, w * 0.56, 14) +
    hand.solid(front, tone, {
      reach: 15,
      inside:
        flat(strap(t, base), band.lit) +
        line(`M${n(x - 17)} ${n(t)}V${n(base)}M${n(x + 17)} ${n(t)}V${n(base)}`, { width: 1.6 }),
    }) +
    hand.solid(lid, tone, {
      reach: 9,
      inside:
        flat(strap(t, t + 34), band.lit) + line(`M${n(x - 17)} ${n(t)}v34M${n(x + 17)} ${n(t)}v34`, { width: 1.6 }),
    }) +
    hand.solid(
      top,
      { ...tone, lit: tone.glint, shade: tone.lit },
      { reach: 8, inside: flat(`M${n(x - 17)} ${n(t)}l3 ${-d}h28l3 ${d}Z`, band.glint) },
    ) +
    label(x - 26, t + 44, 52, Math.min(62, h - 52))
  );
}

/** A bow of cord. */
function bow(x: number, y: number, tone: Tone): string {
  const loops = `M${x} ${y}C${x - 18} ${y - 34} ${x - 56} ${y - 30} ${x - 50} ${y - 8}S${x - 14} ${y + 8} ${x} ${y}C${x + 18} ${y - 34} ${x + 56} ${y - 30} ${x + 50} ${y - 8}S${x + 14} ${y + 8} ${x} ${y}`;
  const tails = `M${x} ${y}q-22 12 -26 34M${x} ${y}q20 12 26 32`;
  return (
    line(loops + tails, { width: 9.5 }) +
    line(loops + tails, { width: 5, colour: tone.lit }) +
    flat(ovalPath(x, y, 8, 7), tone.shade) +
    line(ovalPath(x, y, 8, 7), { width: 2.2 })
  );
}

export const giftBoxes: Subject = {
  places: ['village', 'hills'],
  arrangements: [
    (hand, dice) => {
      const [tone, band] = dice.pick([
        [tones.tea, tones.straw],
        [tones.seal, tones.straw],
        [tones.sand, tones.seal],
      ] as const);
      return (
        giftBox(hand, 152, 262, 208, 126, tone, band) +
        bow(152, 112, band) +
        leaf(250, 276, 46, -20, tones.leaf) +
        leaf(252, 278, 38, -150, tones.leaf)
      );
    },
    (hand, dice) =>
      basket(
        hand,
        154,
        264,
        214,
        84,
        dice.pick([tones.straw, tones.wood]),
        caddy(hand, 96, 216, 66, 108, tones.tea) +
          jar(hand, 210, 218, 70, 102, tones.honey, 'cloth', tones.seal) +
          group(giftBox(hand, 0, 0, 78, 82, tones.sand, tones.seal), 152, 214),
        true,
      ) + bow(154, 208, tones.seal),
    (hand, dice) => {
      const [tone, band] = dice.pick([
        [tones.mist, tones.white],
        [tones.sand, tones.tea],
        [tones.seal, tones.straw],
      ] as const);
      return (
        giftBox(hand, 144, 264, 184, 86, tone, band) +
        group(giftBox(hand, 0, 0, 132, 64, tones.tea, tones.straw), 144, 178) +
        bow(144, 96, tones.seal) +
        jar(hand, 262, 276, 62, 84, tones.honey, 'cloth', tones.seal)
      );
    },
  ],
};

/** A farmhouse of the north of Fujian: white walls, black tiles, upturned eaves. */
export function farmhouse(hand: Hand, x: number, base: number, w: number): string {
  const h = w * 0.42;
  const t = base - h;
  const roof = `M${n(x - w * 0.6)} ${n(t + 8)}Q${n(x - w * 0.42)} ${n(t - 4)} ${n(x - w * 0.34)} ${n(t - h * 0.52)}H${n(x + w * 0.34)}Q${n(x + w * 0.42)} ${n(t - 4)} ${n(x + w * 0.6)} ${n(t + 8)}Q${n(x)} ${n(t + 1)} ${n(x - w * 0.6)} ${n(t + 8)}Z`;
  let tiles = '';
  for (let k = -7; k <= 7; k += 1)
    tiles += `M${n(x + k * w * 0.048)} ${n(t - h * 0.52)}L${n(x + k * w * 0.078)} ${n(t + 5)}`;
  const slate: Tone = { lit: '#56635F', shade: '#3B4643', glint: '#8B9893' };
  const door = `M${n(x - w * 0.09)} ${n(base)}V${n(t + h * 0.4)}h${n(w * 0.18)}V${n(base)}Z`;
  const windows = [-0.34, 0.2]
    .map((at) => `M${n(x + w * at)} ${n(t + h * 0.42)}h${n(w * 0.14)}v${n(h * 0.26)}h${n(-w * 0.14)}Z`)
    .join('');
  return (
    shadow(x, base, w * 0.56, 8) +
    hand.solid(`M${n(x - w / 2)} ${n(base)}V${n(t)}H${n(x + w / 2)}V${n(base)}Z`, tones.white, { reach: 14 }) +
    flat(windows, tones.bark.lit) +
    line(windows, { width: 1.8 }) +
    hand.solid(door, tones.wood, { reach: 4, line: 2.2 }) +
    hand.solid(roof, slate, { reach: 10, inside: line(tiles, { width: 1.5, colour: slate.glint, opacity: 0.7 }) }) +
    line(`M${n(x - w * 0.38)} ${n(t - h * 0.55)}Q${n(x)} ${n(t - h * 0.5)} ${n(x + w * 0.38)} ${n(t - h * 0.55)}`, {
      width: 5,
    })
  );
}

/** A lantern-red pennant on a pole, as a farm inn hangs out. */
function pennant(x: number, base: number, h: number): string {
  return (
    line(`M${x} ${base}V${base - h}`, { width: 4 }) +
    flat(`M${x} ${base - h + 6}h-36l7 11l-7 11h36Z`, tones.seal.lit) +
    line(`M${x} ${base - h + 6}h-36l7 11l-7 11h36Z`, { width: 2.2 })
  );
}

export const villageVisit: Subject = {
  places: ['tea-rows', 'terraces', 'orchard'],
  arrangements: [
    (hand) => farmhouse(hand, 156, 246, 186) + pennant(62, 262, 124) + path(128) + tree(hand, 268, 262, 48),
    (hand) => tree(hand, 64, 258, 56) + farmhouse(hand, 196, 244, 160) + pennant(296, 266, 150) + path(178),
    (hand) =>
      farmhouse(hand, 104, 226, 110) +
      farmhouse(hand, 204, 248, 158) +
      tree(hand, 52, 268, 40) +
      path(190) +
      pennant(298, 274, 150),
  ],
};

function path(x: number): string {
  return flat(`M${x - 6} 248h36q6 20 -14 34t-8 38h-84q10 -26 44 -40t26 -32Z`, '#FBF4E4', 0.9);
}

function tree(hand: Hand, x: number, base: number, r: number): string {
  return (
    shadow(x, base, r * 0.7, 6) +
    hand.solid(`M${x - 6} ${base}V${n(base - r)}h12V${base}Z`, tones.bark, { reach: 4 }) +
    hand.ball(x, base - r * 1.5, r, tones.tea, { reach: r * 0.26 }) +
    [
      [-0.4, -1.8],
      [0.2, -2],
      [0.5, -1.4],
      [-0.1, -1.3],
      [-0.5, -1.2],
    ]
      .map(([dx = 0, dy = 0]) => hand.ball(x + dx * r, base + dy * r, r * 0.13, tones.orange, { reach: 2, line: 1.6 }))
      .join('')
  );
}
