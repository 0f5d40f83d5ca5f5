import { type Dice, flat, group, type Hand, line, n, ovalPath, shadow, type Tone, tones } from './hand.ts';
import { leaf } from './plants.ts';
import type { Subject } from './subject.ts';
import { basket, bowl, pouch, tray } from './vessels.ts';

/** Bamboo fungus: a dark cap, a white stem, and the net it lets down. */
function veiled(hand: Hand, x: number, base: number, h: number): string {
  const w = h * 0.62;
  const t = base - h;
  const skirt = `M${n(x - h * 0.1)} ${n(t + h * 0.2)}C${n(x - w * 0.36)} ${n(t + h * 0.36)} ${n(x - w * 0.52)} ${n(t + h * 0.58)} ${n(x - w * 0.52)} ${n(t + h * 0.74)}q${n(w * 0.065)} ${n(h * 0.07)} ${n(w * 0.13)} 0q${n(w * 0.065)} ${n(h * 0.08)} ${n(w * 0.13)} 0.800q${n(w * 0.065)} ${n(h * 0.09)} ${n(w * 0.13)} 1q${n(w * 0.065)} ${n(h * 0.09)} ${n(w * 0.13)} 0q${n(w * 0.065)} ${n(h * 0.09)} ${n(w * 0.13)} -0.500q${n(w * 0.065)} ${n(h * 0.08)} ${n(w * 0.13)} -0.500q${n(w * 0.065)} ${n(h * 0.07)} ${n(w * 0.13)} -0.500q${n(w * 0.065)} ${n(h * 0.06)} ${n(w * 0.13)} -0.500C${n(x + w * 0.52)} ${n(t + h * 0.58)} ${n(x + w * 0.36)} ${n(t + h * 0.36)} ${n(x + h * 0.1)} ${n(t + h * 0.2)}Z`;
  let net = '';
  for (let row = 0; row < 8; row += 1) {
    const y = t + h * (0.27 + row * 0.064);
    const half = w * (0.18 + row * 0.046);
    const cells = 4 + Math.floor(row / 2);
    for (let k = 0; k <= cells; k += 1) {
      const cx = x - half + ((k + (row % 2 ? 0.5 : 0)) * half * 2) / cells;
      net += ovalPath(cx, y, (half / cells) * 0.62, h * 0.024);
    }
  }
  const stem = `M${n(x - h * 0.075)} ${n(t + h * 0.18)}L${n(x - h * 0.1)} ${n(base - 4)}Q${n(x)} ${n(base + 6)} ${n(x + h * 0.1)} ${n(base - 4)}L${n(x + h * 0.075)} ${n(t + h * 0.18)}Z`;
  const cap = `M${n(x - h * 0.15)} ${n(t + h * 0.24)}C${n(x - h * 0.14)} ${n(t + h * 0.06)} ${n(x - h * 0.06)} ${n(t)} ${n(x)} ${n(t)}S${n(x + h * 0.14)} ${n(t + h * 0.06)} ${n(x + h * 0.15)} ${n(t + h * 0.24)}Q${n(x)} ${n(t + h * 0.3)} ${n(x - h * 0.15)} ${n(t + h * 0.24)}Z`;
  const olive: Tone = { lit: '#7C7B4E', shade: '#575733', glint: '#A9A87C' };
  const pits = [
    [-0.06, 0.12],
    [0.03, 0.08],
    [-0.02, 0.18],
    [0.07, 0.17],
    [-0.1, 0.2],
  ]
    .map(([dx = 0, dy = 0]) => ovalPath(x + dx * h, t + dy * h, h * 0.022, h * 0.018))
    .join('');
  return (
    shadow(x, base, h * 0.24, 7) +
    hand.solid(stem, tones.white, {
      reach: 6,
      inside: line(`M${n(x - 3)} ${n(base - 10)}v${n(-h * 0.5)}M${n(x + 5)} ${n(base - 6)}v${n(-h * 0.4)}`, {
        width: 1.3,
        opacity: 0.3,
      }),
    }) +
    hand.solid(
      skirt,
      { lit: '#FBF6E6', shade: '#E6DCBF', glint: '#fff' },
      { reach: 12, inside: `<path d="${net}" fill="#CDBF97" stroke="#8F815A" stroke-width="1"/>` },
    ) +
    hand.solid(cap, olive, { reach: 7, inside: flat(pits, olive.shade) })
  );
}

function litter(dice: Dice, y: number): string {
  return [40, 92, 150, 212, 262]
    .map((x) =>
      leaf(
        x + dice.between(-14, 14),
        y + dice.between(-5, 8),
        dice.between(24, 34),
        dice.between(-30, 30) + (dice.next() > 0.5 ? 180 : 0),
        dice.pick([tones.leaf, tones.wood, tones.straw]),
        0.17,
      ),
    )
    .join('');
}

function driedFungus(hand: Hand, x: number, y: number, turn: number, length = 108): string {
  const d = `M0 -7C${n(length * 0.3)} -11 ${n(length * 0.6)} -9 ${n(length * 0.74)} -15C${n(length * 0.9)} -22 ${n(length)} -14 ${n(length)} -2S${n(length * 0.92)} 17 ${n(length * 0.74)} 12C${n(length * 0.6)} 8 ${n(length * 0.3)} 11 0 7Z`;
  return group(
    hand.solid(
      d,
      { lit: '#F4E9C8', shade: '#D9C796', glint: '#FFF9E6' },
      {
        reach: 5,
        turn,
        inside: line(
          `M${n(length * 0.06)} 0H${n(length * 0.66)}M${n(length * 0.76)} -12v22M${n(length * 0.84)} -15v28M${n(length * 0.92)} -13v24M${n(length * 0.72)} -4h28M${n(length * 0.72)} 4h28`,
          { width: 1.3, opacity: 0.45 },
        ),
      },
    ),
    x,
    y,
    turn,
  );
}

export const bambooFungus: Subject = {
  places: ['bamboo'],
  arrangements: [
    (hand, dice) =>
      veiled(hand, 222, 252, 142) + veiled(hand, 132, 268, 206) + veiled(hand, 252, 278, 74) + litter(dice, 284),
    (hand, dice) => veiled(hand, 96, 254, 148) + veiled(hand, 196, 272, 196) + litter(dice, 286),
    (hand, dice) =>
      veiled(hand, 244, 214, 132) +
      tray(
        hand,
        140,
        226,
        112,
        tones.wood,
        [
          [54, 212, 2],
          [62, 200, -3],
          [76, 230, 4],
          [70, 218, 0],
          [84, 206, 1],
        ]
          .map(([x = 0, y = 0, turn = 0]) => driedFungus(hand, x, y, turn, 134))
          .join('') + line('M134 188q10 26 4 56', { width: 5, colour: tones.seal.shade }),
      ) +
      litter(dice, 290),
    (hand, dice) =>
      pouch(hand, 190, 260, 124, 180, dice.pick([tones.sand, tones.leaf]), {
        lit: '#F4E9C8',
        shade: '#D9C796',
        glint: '#FFF9E6',
      }) +
      veiled(hand, 88, 266, 152) +
      driedFungus(hand, 118, 284, -4, 96),
  ],
};

/** A red mushroom, its gills showing under the brim. */
function redCap(hand: Hand, x: number, base: number, size: number, tilt = 0): string {
  const s = size / 100;
  const rosy: Tone = { lit: '#F7E3D8', shade: '#E0BDAE', glint: '#fff' };
  return (
    shadow(x, base, size * 0.4, size * 0.07) +
    group(
      hand.solid('M-18 -52C-15 -30 -24 -10 -20 -2Q0 8 20 -2C24 -10 15 -30 18 -52Z', rosy, { reach: 8, turn: tilt }) +
        hand.solid('M-70 -58C-50 -36 50 -36 70 -58C50 -66 -50 -66 -70 -58Z', rosy, {
          reach: -5,
          turn: tilt,
          inside: line(
            'M-50 -46L-30 -62M-34 -42L-20 -62M-16 -40L-8 -62M2 -40V-62M20 -40L12 -62M38 -42L24 -62M52 -46L34 -62',
            { width: 1.4, opacity: 0.55 },
          ),
        }) +
        hand.solid('M-72 -58C-72 -96 -36 -112 0 -112S72 -96 72 -58C52 -68 -52 -68 -72 -58Z', tones.seal, {
          reach: 15,
          turn: tilt,
          inside:
            line('M-46 -84Q-34 -100 -14 -103', { width: 6, colour: tones.seal.glint }) +
            line('M-58 -72q4 -8 9 -13', { width: 5, colour: tones.seal.glint }),
        }),
      x,
      base,
      tilt,
      s,
    )
  );
}

export const redMushroom: Subject = {
  places: ['pines', 'hills'],
  arrangements: [
    (hand, dice) =>
      redCap(hand, 224, 250, 106, 8) +
      redCap(hand, 136, 266, 150, -4) +
      redCap(hand, 246, 282, 58, 12) +
      redCap(hand, 60, 280, 52, -10) +
      litter(dice, 290),
    (hand, dice) =>
      basket(
        hand,
        154,
        264,
        190,
        80,
        dice.pick([tones.wood, tones.straw]),
        redCap(hand, 104, 212, 92, -14) + redCap(hand, 204, 214, 94, 14) + redCap(hand, 154, 200, 108, 0),
        true,
      ) + litter(dice, 288),
    (hand, dice) =>
      redCap(hand, 84, 252, 118, -8) +
      pouch(hand, 202, 260, 118, 172, dice.pick([tones.sand, tones.blush]), tones.seal) +
      redCap(hand, 112, 284, 62, 8) +
      litter(dice, 292),
  ],
};

/** A shoot in its overlapping sheaths. */
function shoot(hand: Hand, x: number, base: number, w: number, h: number, turn: number): string {
  const husk: Tone = { lit: '#B48E58', shade: '#86633A', glint: '#DDBF8E' };
  const green: Tone = { lit: '#C9B56E', shade: '#9A8A49', glint: '#E9DDA8' };
  const outline = `M${n(-w / 2)} 0C${n(-w * 0.62)} ${n(-h * 0.3)} ${n(-w * 0.4)} ${n(-h * 0.7)} 0 ${n(-h)}C${n(w * 0.4)} ${n(-h * 0.7)} ${n(w * 0.62)} ${n(-h * 0.3)} ${n(w / 2)} 0Q0 ${n(h * 0.1)} ${n(-w / 2)} 0Z`;
  const sheath = (y: number, half: number, side: number) => {
    const tip = side > 0 ? half * 0.5 : -half * 0.5;
    return `M${n(-half)} ${n(-y)}C${n(-half * 0.7)} ${n(-y - h * 0.12)} ${n(tip - 4)} ${n(-y - h * 0.2)} ${n(tip)} ${n(-y - h * 0.3)}C${n(tip + 4)} ${n(-y - h * 0.2)} ${n(half * 0.7)} ${n(-y - h * 0.12)} ${n(half)} ${n(-y)}`;
  };
  let inside = '';
  const layers = [
    [0.62, 0.36, 1],
    [0.44, 0.46, -1],
    [0.26, 0.54, 1],
    [0.08, 0.58, -1],
  ] as const;
  for (const [up, half, side] of layers) {
    const d = sheath(h * up, w * half, side);
    inside +=
      flat(`${d}V20H${n(-w * half)}Z`, side > 0 ? husk.lit : green.lit) +
      flat(
        `M0 ${n(-h * up)}L${n(side > 0 ? w * half * 0.5 : -w * half * 0.5)} ${n(-h * up - h * 0.3)}L${n(w * half)} ${n(-h * up)}V20H0Z`,
        husk.shade,
        0.45,
      ) +
      line(d, { width: 2.2 });
  }
  const hairs = line(
    `M${n(-w * 0.3)} ${n(-h * 0.1)}v${n(-h * 0.1)}M${n(-w * 0.12)} ${n(-h * 0.04)}v${n(-h * 0.14)}M${n(w * 0.14)} ${n(-h * 0.06)}v${n(-h * 0.1)}M${n(-w * 0.2)} ${n(-h * 0.36)}v${n(-h * 0.08)}`,
    { width: 1.3, opacity: 0.5 },
  );
  const roots = [-0.36, -0.2, -0.02, 0.16, 0.34].map((at) => flat(ovalPath(w * at, -2, 4, 4), '#8B4A3A')).join('');
  return group(hand.solid(outline, green, { reach: w * 0.1, turn, inside: inside + hairs + roots }), x, base, turn);
}

/** Half a shoot, its chambers like a ladder. */
function shootHalf(hand: Hand, x: number, base: number, w: number, h: number, turn: number): string {
  const cream: Tone = { lit: '#FBF1D4', shade: '#E7D5A4', glint: '#fff' };
  const outline = `M${n(-w / 2)} 0C${n(-w * 0.6)} ${n(-h * 0.3)} ${n(-w * 0.36)} ${n(-h * 0.7)} 0 ${n(-h)}C${n(w * 0.36)} ${n(-h * 0.7)} ${n(w * 0.6)} ${n(-h * 0.3)} ${n(w / 2)} 0Q0 ${n(h * 0.08)} ${n(-w / 2)} 0Z`;
  const chambers = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.69].map((up) => {
    const half = w * (0.3 - up * 0.32);
    return hand.solid(
      `M${n(-half)} ${n(-h * up)}Q0 ${n(-h * up - 7)} ${n(half)} ${n(-h * up)}Q${n(half + 2)} ${n(-h * up + 7)} ${n(half - 3)} ${n(-h * up + 8)}Q0 ${n(-h * up + 2)} ${n(-half + 3)} ${n(-h * up + 8)}Q${n(-half - 2)} ${n(-h * up + 7)} ${n(-half)} ${n(-h * up)}Z`,
      { ...cream, lit: '#E4CF98' },
      { line: 1.5, reach: 0 },
    );
  });
  return group(
    hand.solid(outline, cream, { reach: w * 0.14, turn }) +
      chambers.join('') +
      line(
        `M${n(-w * 0.4)} ${n(-h * 0.1)}Q${n(-w * 0.44)} ${n(-h * 0.4)} ${n(-w * 0.14)} ${n(-h * 0.78)}M${n(w * 0.4)} ${n(-h * 0.1)}Q${n(w * 0.44)} ${n(-h * 0.4)} ${n(w * 0.14)} ${n(-h * 0.78)}`,
        { width: 1.4, opacity: 0.5 },
      ),
    x,
    base,
    turn,
  );
}

export const bambooShoot: Subject = {
  places: ['bamboo'],
  arrangements: [
    (hand) =>
      shadow(150, 268, 116, 14) +
      shoot(hand, 108, 262, 104, 196, -7) +
      shootHalf(hand, 214, 272, 92, 164, 10) +
      leaf(246, 286, 46, -170, tones.leaf, 0.16) +
      leaf(60, 288, 44, -8, tones.leaf, 0.16),
    (hand) =>
      shadow(156, 268, 124, 14) +
      shoot(hand, 86, 262, 82, 150, -10) +
      shoot(hand, 232, 260, 80, 148, 10) +
      shoot(hand, 158, 272, 106, 198, 1) +
      leaf(60, 288, 44, -8, tones.leaf, 0.16),
    (hand, dice) =>
      shoot(hand, 86, 264, 88, 166, -6) +
      pouch(hand, 206, 262, 122, 176, dice.pick([tones.sand, tones.leaf]), {
        lit: '#E4CF98',
        shade: '#C4AC6C',
        glint: '#fff',
      }) +
      shootHalf(hand, 130, 288, 48, 86, 18),
    (hand, dice) =>
      bowl(
        hand,
        178,
        264,
        176,
        72,
        dice.pick([tones.white, tones.mist, tones.glaze]),
        { lit: '#E4CF98', shade: '#C4AC6C', glint: '#fff' },
        shootHalf(hand, 140, 206, 52, 92, -22) +
          shootHalf(hand, 184, 206, 56, 100, 4) +
          shootHalf(hand, 222, 208, 50, 88, 26),
      ) + shoot(hand, 68, 270, 76, 160, -8),
  ],
};
