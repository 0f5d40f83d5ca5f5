import { flat, group, type Hand, line, n, ovalPath, shadow, type Tone, tones } from './hand.ts';
import { heap, leaf, riceEar } from './plants.ts';
import type { Subject } from './subject.ts';
import { bowl, label, paperParcel, pouch } from './vessels.ts';

/** Grains strewn over a white mound. */
function mound(
  hand: Hand,
  x: number,
  y: number,
  w: number,
  h: number,
  tone: Tone,
  grain: (k: number) => string,
): string {
  const d = `M${n(x - w / 2)} ${n(y)}C${n(x - w * 0.4)} ${n(y - h * 0.7)} ${n(x - w * 0.18)} ${n(y - h)} ${n(x)} ${n(y - h)}S${n(x + w * 0.4)} ${n(y - h * 0.7)} ${n(x + w / 2)} ${n(y)}Z`;
  let grains = '';
  for (let k = 0; k < 64; k += 1) {
    // Two irrational steps spread the grains evenly without a pattern.
    const across = ((k * 0.7549) % 1) - 0.5;
    const up = (k * 0.5698) % 1;
    grains += `<g transform="translate(${n(x + across * w * 0.94)} ${n(y - up * h)}) rotate(${(k * 47) % 180})">${grain(k)}</g>`;
  }
  return hand.solid(d, tone, { reach: 13, inside: grains });
}

const riceGrain = () => '<path d="M-5 0Q0 -3.400 5 0" fill="none" stroke="#B9AE98" stroke-width="1.700"/>';

/** A cloth sack rolled open. */
function sack(hand: Hand, x: number, base: number, w: number, h: number, tone: Tone, filling: string): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const body = `M${n(l + 10)} ${n(t + 14)}C${n(l - 12)} ${n(t + h * 0.5)} ${n(l - 12)} ${n(base - 22)} ${n(l + 10)} ${n(base - 3)}Q${n(x)} ${n(base + 8)} ${n(r - 10)} ${n(base - 3)}C${n(r + 12)} ${n(base - 22)} ${n(r + 12)} ${n(t + h * 0.5)} ${n(r - 10)} ${n(t + 14)}Q${n(x)} ${n(t + 40)} ${n(l + 10)} ${n(t + 14)}Z`;
  const roll = `M${n(l)} ${n(t)}C${n(l - 10)} ${n(t + 12)} ${n(l)} ${n(t + 26)} ${n(l + 12)} ${n(t + 26)}Q${n(x)} ${n(t + 48)} ${n(r - 12)} ${n(t + 26)}C${n(r)} ${n(t + 26)} ${n(r + 10)} ${n(t + 12)} ${n(r)} ${n(t)}Q${n(x)} ${n(t + 30)} ${n(l)} ${n(t)}Z`;
  const folds = line(
    `M${n(l + 22)} ${n(t + 40)}q-14 40 -4 74M${n(r - 24)} ${n(t + 42)}q12 40 2 72M${n(l + 44)} ${n(base - 4)}q-6 -22 2 -40M${n(r - 48)} ${n(base - 2)}q8 -20 2 -38`,
    { width: 1.5, opacity: 0.45 },
  );
  return (
    shadow(x, base, w * 0.62) +
    hand.oval(x, t + 6, w / 2, 18, { ...tone, lit: tone.shade }, { reach: 0 }) +
    filling +
    hand.solid(body, tone, { reach: 17, inside: folds }) +
    label(x - w * 0.22, t + h * 0.42, w * 0.44, h * 0.4) +
    hand.solid(roll, { ...tone, lit: tone.glint }, { reach: 7 })
  );
}

export const rice: Subject = {
  places: ['terraces'],
  arrangements: [
    (hand, dice) =>
      riceEar(hand, 196, 262, 92, 262, tones.straw) +
      riceEar(hand, 176, 262, 62, 290, tones.straw) +
      sack(
        hand,
        138,
        262,
        164,
        148,
        dice.pick([tones.sand, tones.white]),
        mound(hand, 138, 132, 140, 56, tones.white, riceGrain),
      ) +
      riceEar(hand, 204, 292, 92, 96, tones.straw),
    (hand, dice) =>
      riceEar(hand, 196, 240, 84, 234, tones.straw) +
      riceEar(hand, 176, 240, 52, 256, tones.straw) +
      bowl(
        hand,
        146,
        264,
        186,
        92,
        dice.pick([tones.white, tones.mist, tones.glaze]),
        tones.white,
        mound(hand, 146, 186, 162, 78, tones.white, riceGrain),
      ) +
      riceGrainsLoose(86, 280),
    (hand, dice) =>
      riceEar(hand, 196, 270, 84, 280, tones.straw) +
      brick(hand, 128, 258, 116, 164, dice.pick([tones.straw, tones.sand, tones.leaf])) +
      brick(hand, 206, 268, 92, 128, tones.white) +
      riceEar(hand, 70, 292, 110, 56, tones.straw),
  ],
};

function riceGrainsLoose(x: number, y: number): string {
  return [0, 1, 2, 3, 4, 5, 6]
    .map((k) =>
      group(
        '<ellipse rx="6" ry="2.600" fill="#FFFDF6" stroke="#1F2A24" stroke-width="1.300"/>',
        x + ((k * 23) % 66),
        y - ((k * 11) % 16),
        (k * 50) % 180,
      ),
    )
    .join('');
}

/** A vacuum-packed brick of rice. */
function brick(hand: Hand, x: number, base: number, w: number, h: number, tone: Tone): string {
  const [l, r, t] = [x - w / 2, x + w / 2, base - h];
  const body = `M${n(l)} ${n(t + 8)}L${n(l + 12)} ${n(t)}H${n(r - 12)}L${n(r)} ${n(t + 8)}Q${n(r - 6)} ${n(base - h / 2)} ${n(r)} ${n(base - 5)}L${n(r - 6)} ${n(base)}H${n(l + 6)}L${n(l)} ${n(base - 5)}Q${n(l + 6)} ${n(base - h / 2)} ${n(l)} ${n(t + 8)}Z`;
  const dents = line(
    `M${n(l + 14)} ${n(t + 26)}l10 12M${n(r - 14)} ${n(t + 22)}l-9 14M${n(l + 12)} ${n(base - 24)}l12 -8M${n(r - 12)} ${n(base - 22)}l-10 -10M${n(l + 4)} ${n(t + 14)}H${n(r - 4)}`,
    { width: 1.4, opacity: 0.5 },
  );
  return (
    shadow(x, base, w * 0.58) +
    hand.solid(body, tone, { reach: 12, inside: dents }) +
    label(x - w * 0.25, t + h * 0.24, w * 0.5, h * 0.44)
  );
}

/** A lotus pod and its stalk. */
function lotusPod(hand: Hand, x: number, y: number, r: number, turn: number): string {
  const cone = `M${n(-r)} 0C${n(-r * 0.8)} ${n(r * 0.6)} ${n(-r * 0.24)} ${n(r * 0.9)} ${n(-r * 0.12)} ${n(r * 1.2)}H${n(r * 0.12)}C${n(r * 0.24)} ${n(r * 0.9)} ${n(r * 0.8)} ${n(r * 0.6)} ${n(r)} 0Z`;
  const holes = [
    [-0.55, -0.02],
    [-0.2, -0.16],
    [0.2, -0.16],
    [0.55, -0.02],
    [-0.32, 0.16],
    [0.04, 0.08],
    [0.36, 0.16],
  ]
    .map(
      ([dx = 0, dy = 0]) =>
        flat(ovalPath(dx * r, dy * r, r * 0.15, r * 0.1), '#3D5637') +
        flat(ovalPath(dx * r - 0.5, dy * r - 1.5, r * 0.1, r * 0.07), tones.leaf.glint),
    )
    .join('');
  return group(
    hand.solid(cone, tones.leaf, {
      reach: 14,
      turn,
      inside: line(
        `M${n(-r * 0.5)} ${n(r * 0.3)}Q${n(-r * 0.2)} ${n(r * 0.7)} ${n(-r * 0.06)} ${n(r * 1.1)}M${n(r * 0.5)} ${n(r * 0.3)}Q${n(r * 0.2)} ${n(r * 0.7)} ${n(r * 0.06)} ${n(r * 1.1)}M0 ${n(r * 0.36)}V${n(r * 1.1)}`,
        { width: 1.6, opacity: 0.5 },
      ),
    }) +
      hand.oval(0, 0, r, r * 0.34, { ...tones.leaf, lit: tones.leaf.glint }, { reach: -7, turn }) +
      holes,
    x,
    y,
    turn,
  );
}

const seed: Tone = { lit: '#FBF3DC', shade: '#DECFA8', glint: '#fff' };

function lotusSeed(hand: Hand, x: number, y: number, turn: number): string {
  return group(
    hand.oval(0, 0, 12.5, 10, seed, { reach: 4, turn, line: 2 }) +
      line('M10 -3q4 3 0 6', { width: 1.6 }) +
      flat(ovalPath(11.5, 0, 1.8, 1.8), '#6B5B45'),
    x,
    y,
    turn,
  );
}

function lotusLeaf(hand: Hand, x: number, y: number, rx: number, ry: number): string {
  let veins = '';
  for (let k = 0; k < 13; k += 1) {
    const angle = (k / 13) * Math.PI * 2 + 0.2;
    veins += `M${n(x)} ${n(y)}L${n(x + Math.cos(angle) * rx * 0.9)} ${n(y + Math.sin(angle) * ry * 0.9)}`;
  }
  const edge = `M${n(x - rx)} ${n(y)}C${n(x - rx)} ${n(y - ry * 0.7)} ${n(x - rx * 0.5)} ${n(y - ry * 1.05)} ${n(x - rx * 0.1)} ${n(y - ry * 0.92)}S${n(x + rx * 0.5)} ${n(y - ry * 1.06)} ${n(x + rx * 0.82)} ${n(y - ry * 0.6)}S${n(x + rx * 1.02)} ${n(y + ry * 0.4)} ${n(x + rx * 0.66)} ${n(y + ry * 0.74)}S${n(x - rx * 0.2)} ${n(y + ry * 0.9)} ${n(x - rx * 0.5)} ${n(y + ry * 0.86)}S${n(x - rx)} ${n(y + ry * 0.5)} ${n(x - rx)} ${n(y)}Z`;
  return hand.solid(edge, tones.tea, {
    reach: 14,
    inside:
      line(veins, { width: 1.7, colour: tones.tea.glint, opacity: 0.8 }) + flat(ovalPath(x, y, 6, 4), tones.tea.glint),
  });
}

export const lotusSeeds: Subject = {
  places: ['pond'],
  arrangements: [
    (hand) =>
      line('M176 190C190 230 170 260 178 300', { width: 9 }) +
      line('M176 190C190 230 170 260 178 300', { width: 5, colour: tones.leaf.lit }) +
      lotusLeaf(hand, 110, 210, 92, 58) +
      lotusPod(hand, 182, 110, 66, 10) +
      [
        [216, 262, 10],
        [244, 276, -30],
        [196, 284, 60],
        [262, 254, 20],
        [228, 288, -10],
      ]
        .map(([x = 0, y = 0, turn = 0]) => lotusSeed(hand, x, y, turn))
        .join(''),
    (hand, dice) =>
      lotusPod(hand, 78, 128, 48, -16) +
      line('M90 184C96 214 92 240 96 262', { width: 8 }) +
      line('M90 184C96 214 92 240 96 262', { width: 4.4, colour: tones.leaf.lit }) +
      bowl(
        hand,
        178,
        264,
        182,
        84,
        dice.pick([tones.mist, tones.white, tones.tea]),
        tones.white,
        heap(178, 190, 140, 50, 4, (x, y, k) => lotusSeed(hand, x, y, (k * 53) % 120)),
      ) +
      lotusSeed(hand, 66, 280, 30) +
      lotusSeed(hand, 90, 288, -20),
    (hand, dice) =>
      lotusLeaf(hand, 92, 236, 78, 40) +
      pouch(hand, 196, 262, 122, 178, dice.pick([tones.mist, tones.sand]), seed) +
      lotusPod(hand, 84, 158, 46, -8) +
      [
        [118, 278, 10],
        [140, 288, -30],
        [98, 290, 60],
      ]
        .map(([x = 0, y = 0, turn = 0]) => lotusSeed(hand, x, y, turn))
        .join(''),
  ],
};

const sugar: Tone = { lit: '#A4653A', shade: '#7B4322', glint: '#CD9566' };

/** A block of brown sugar, its grain showing where it was cut. */
function sugarBlock(hand: Hand, x: number, y: number, w: number, h: number): string {
  const depth = w * 0.24;
  const top = `M${n(x)} ${n(y)}l${n(depth)} ${n(-depth * 0.62)}h${n(w)}l${n(-depth)} ${n(depth * 0.62)}Z`;
  const side = `M${n(x + w)} ${n(y)}l${n(depth)} ${n(-depth * 0.62)}v${n(h)}l${n(-depth)} ${n(depth * 0.62)}Z`;
  const front = `M${n(x)} ${n(y)}h${n(w)}v${n(h)}h${n(-w)}Z`;
  let specks = '';
  for (let k = 0; k < 14; k += 1)
    specks += `M${n(x + ((k * 37) % 100) * 0.01 * w)} ${n(y + 5 + ((k * 61) % 100) * 0.01 * (h - 10))}h.1`;
  return (
    hand.solid(front, sugar, {
      reach: 8,
      inside: `<path d="${specks}" stroke="${sugar.glint}" stroke-width="3" stroke-linecap="round"/>`,
    }) +
    hand.solid(top, { ...sugar, lit: sugar.glint, shade: sugar.lit }, { reach: 4 }) +
    hand.solid(side, { ...sugar, lit: sugar.shade, shade: '#5F3018' }, { reach: 4 })
  );
}

function cane(hand: Hand, x: number, y: number, length: number, turn: number, width = 22): string {
  const purple: Tone = { lit: '#8C6A5E', shade: '#664539', glint: '#B89A8E' };
  const joints = [0.24, 0.5, 0.76]
    .map((at) =>
      line(
        `M${n(-width / 2)} ${n(-length * at)}q${n(width / 2)} 6 ${n(width)} 0M${n(-width / 2)} ${n(-length * at - 5)}q${n(width / 2)} 6 ${n(width)} 0`,
        { width: 1.8 },
      ),
    )
    .join('');
  return group(
    hand.solid(`M${n(-width / 2)} 0V${n(-length)}H${n(width / 2)}V0Z`, purple, { reach: 7, turn, inside: joints }) +
      hand.oval(0, -length, width / 2, width * 0.22, tones.straw, { reach: 2, turn }),
    x,
    y,
    turn,
  );
}

export const brownSugar: Subject = {
  places: ['cane'],
  arrangements: [
    (hand) =>
      cane(hand, 232, 264, 176, 14) +
      cane(hand, 206, 264, 190, 6) +
      shadow(146, 272, 112, 14) +
      sugarBlock(hand, 60, 216, 84, 50) +
      sugarBlock(hand, 152, 216, 84, 50) +
      sugarBlock(hand, 100, 160, 86, 50) +
      sugarCrumbs(78, 286),
    (hand, dice) =>
      cane(hand, 70, 262, 170, -10) +
      cane(hand, 92, 264, 186, -2) +
      paperParcel(hand, 178, 258, 152, 132, dice.pick([tones.straw, tones.sand])) +
      sugarBlock(hand, 90, 250, 58, 32) +
      sugarCrumbs(196, 288),
    (hand, dice) =>
      cane(hand, 250, 250, 170, 16, 20) +
      cane(hand, 228, 254, 180, 8, 20) +
      bowl(
        hand,
        142,
        264,
        184,
        78,
        dice.pick([tones.white, tones.glaze, tones.mist]),
        sugar,
        sugarBlock(hand, 80, 158, 54, 34) + sugarBlock(hand, 146, 160, 54, 34) + sugarBlock(hand, 110, 122, 56, 34),
      ) +
      sugarCrumbs(232, 284),
  ],
};

function sugarCrumbs(x: number, y: number): string {
  return [0, 1, 2, 3, 4]
    .map(
      (k) =>
        `<path d="M${x + ((k * 19) % 56)} ${y - ((k * 7) % 14)}l6 -4l5 4l-3 5h-6Z" fill="${sugar.lit}" stroke="#1F2A24" stroke-width="1.500"/>`,
    )
    .join('');
}

const pearl: Tone = { lit: '#F4ECDB', shade: '#D2C4A8', glint: '#fff' };

function coixPearl(hand: Hand, x: number, y: number, turn: number, size = 10): string {
  return group(
    hand.oval(0, 0, size, size * 0.86, pearl, { reach: 3.4, turn, line: 1.9 }) +
      line(`M0 ${n(-size * 0.7)}q${n(size * 0.34)} ${n(size * 0.7)} 0 ${n(size * 1.4)}`, {
        width: 1.6,
        colour: '#8A6B45',
      }),
    x,
    y,
    turn,
  );
}

/** Job's tears on the stalk: drop-shaped beads hanging from long blades. */
function coixPlant(hand: Hand, x: number, base: number): string {
  const stalks = `M${x} ${base}C${x - 6} ${base - 90} ${x + 8} ${base - 140} ${x + 34} ${base - 186}M${x + 6} ${base - 80}C${x - 16} ${base - 120} ${x - 34} ${base - 140} ${x - 40} ${base - 166}`;
  const beads = [
    [34, -180, 10],
    [18, -158, 30],
    [46, -158, -20],
    [-38, -162, 0],
    [-52, -142, 20],
    [-22, -140, -24],
    [30, -128, 14],
    [-8, -112, 20],
  ].map(([dx = 0, dy = 0, turn = 0]) => {
    const bead = 'M0 -15C7 -7 9 1 8 6C7 12 4 14 0 14S-7 12 -8 6C-9 1 -7 -7 0 -15Z';
    return group(
      hand.solid(bead, (dx + dy) % 4 ? tones.mist : tones.leaf, { reach: 4, turn, line: 2 }) +
        line('M0 -15v-8', { width: 1.6 }),
      x + dx,
      base + dy + 16,
      turn,
    );
  });
  return (
    leaf(x + 2, base - 40, 110, -26, tones.leaf, 0.13) +
    leaf(x, base - 60, 100, 206, tones.leaf, 0.13) +
    leaf(x + 8, base - 110, 92, -48, tones.leaf, 0.12) +
    line(stalks, { width: 6.4 }) +
    line(stalks, { width: 3.2, colour: tones.leaf.lit }) +
    beads.join('')
  );
}

export const coix: Subject = {
  places: ['terraces', 'hills'],
  arrangements: [
    (hand, dice) =>
      coixPlant(hand, 218, 262) +
      bowl(
        hand,
        130,
        264,
        168,
        80,
        dice.pick([tones.white, tones.mist, tones.wood]),
        pearl,
        heap(130, 192, 132, 46, 4, (x, y, k) => coixPearl(hand, x, y, (k * 41) % 90)),
      ) +
      looseCoix(hand, 206, 282),
    (hand, dice) =>
      coixPlant(hand, 84, 268) +
      pouch(hand, 194, 260, 124, 178, dice.pick([tones.sand, tones.leaf, tones.blush]), pearl) +
      looseCoix(hand, 98, 286),
    (hand, dice) =>
      coixPlant(hand, 236, 256) +
      sack(
        hand,
        132,
        262,
        146,
        124,
        dice.pick([tones.sand, tones.mist]),
        heap(132, 144, 118, 44, 4, (x, y, k) => coixPearl(hand, x, y, (k * 41) % 90, 11)),
      ) +
      looseCoix(hand, 206, 284),
  ],
};

function looseCoix(hand: Hand, x: number, y: number): string {
  return [
    [0, 0],
    [22, 6],
    [44, -4],
    [14, -12],
  ]
    .map(([dx = 0, dy = 0], k) => coixPearl(hand, x + dx, y + dy, k * 40))
    .join('');
}
