import { type Dice, flat, group, type Hand, line, n, ovalPath, shadow, type Tone, tones } from './hand.ts';
import { blossom, leaf } from './plants.ts';
import type { Subject } from './subject.ts';
import { basket, bowl, cup, jar, pouch } from './vessels.ts';

function orange(hand: Hand, x: number, y: number, r: number, tone: Tone = tones.orange): string {
  let pores = '';
  for (let k = 0; k < 16; k += 1) {
    const angle = k * 2.4;
    const away = Math.sqrt(k / 16) * r * 0.86;
    pores += `M${n(x + Math.cos(angle) * away)} ${n(y + Math.sin(angle) * away)}h.1`;
  }
  return (
    hand.ball(x, y, r, tone, {
      reach: r * 0.26,
      inside: `<path d="${pores}" stroke="${tone.shade}" stroke-width="2.600" stroke-linecap="round"/>${flat(ovalPath(x - r * 0.42, y - r * 0.44, r * 0.15, r * 0.1), tone.glint)}`,
    }) + line(`M${n(x - 4)} ${n(y - r * 0.8)}l4 5l5 -4M${n(x)} ${n(y - r * 0.8 + 5)}v-7`, { width: 2.2 })
  );
}

function orangeHalf(hand: Hand, x: number, y: number, r: number): string {
  let spokes = '';
  for (let k = 0; k < 9; k += 1) {
    const angle = (k / 9) * Math.PI * 2;
    spokes += `M${n(x)} ${n(y)}L${n(x + Math.cos(angle) * r * 0.78)} ${n(y + Math.sin(angle) * r * 0.78)}`;
  }
  return (
    hand.ball(x, y, r, { lit: '#FBE8C8', shade: '#F1D5A6', glint: '#fff' }, { reach: 4 }) +
    hand.ball(x, y, r * 0.82, { lit: '#F6B65C', shade: '#EB9838', glint: '#FBD79C' }, { line: 1.4, reach: r * 0.16 }) +
    line(spokes, { width: 2.4, colour: '#FBE8C8' }) +
    flat(ovalPath(x, y, r * 0.1, r * 0.1), '#FBE8C8') +
    [0.4, 1.9, 3.6, 5]
      .map(
        (a) =>
          `<ellipse transform="translate(${n(x + Math.cos(a) * r * 0.4)} ${n(y + Math.sin(a) * r * 0.4)}) rotate(${n((a * 180) / Math.PI)})" rx="${n(r * 0.12)}" ry="${n(r * 0.05)}" fill="#FFF6E2"/>`,
      )
      .join('')
  );
}

const tangerine: Tone = { lit: '#E8853A', shade: '#C8621C', glint: '#F7B884' };

export const citrus: Subject = {
  places: ['orchard', 'terraces'],
  arrangements: [
    (hand, dice) => {
      const tone = dice.pick([tones.orange, tangerine]);
      return (
        shadow(132, 262, 92) +
        leaf(150, 116, 74, -34, tones.tea, 0.27) +
        leaf(146, 114, 56, -142, tones.tea, 0.27) +
        orange(hand, 132, 188, 76, tone) +
        shadow(236, 276, 52) +
        orangeHalf(hand, 232, 232, 46)
      );
    },
    (hand, dice) => {
      const tone = dice.pick([tones.orange, tangerine]);
      const fruit =
        orange(hand, 108, 148, 38, tone) +
        orange(hand, 196, 148, 38, tone) +
        leaf(152, 104, 52, -60, tones.tea, 0.3) +
        orange(hand, 152, 128, 40, tone) +
        orange(hand, 128, 172, 36, tone) +
        orange(hand, 178, 172, 36, tone);
      return (
        basket(hand, 150, 266, 190, 96, dice.pick([tones.wood, tones.straw]), fruit) +
        orange(hand, 262, 258, 32, tone) +
        leaf(262, 232, 34, -30, tones.tea, 0.3)
      );
    },
    (hand, dice) => {
      const tone = dice.pick([tones.orange, tangerine]);
      const branch = 'M18 62C70 58 120 66 168 86C208 100 246 96 304 78';
      return (
        line(branch, { width: 11 }) +
        line(branch, { width: 6.5, colour: tones.bark.lit }) +
        leaf(72, 62, 66, 112, tones.tea) +
        leaf(110, 66, 60, -46, tones.tea) +
        leaf(176, 88, 68, -58, tones.tea) +
        leaf(246, 92, 62, 64, tones.tea) +
        leaf(252, 90, 56, -40, tones.tea) +
        line('M126 70v30M212 98v36', { width: 4 }) +
        shadow(170, 282, 84, 8) +
        orange(hand, 122, 156, 58, tone) +
        orange(hand, 212, 194, 62, tone) +
        leaf(206, 134, 50, 16, tones.tea)
      );
    },
  ],
};

/** A cone chestnut: one to a burr, pointed, silky at the tip. */
function coneNut(hand: Hand, x: number, y: number, size: number, turn: number): string {
  const d = `M0 ${n(-size * 1.1)}C${n(size * 0.26)} ${n(-size * 0.8)} ${n(size * 0.72)} ${n(-size * 0.3)} ${n(size * 0.7)} ${n(size * 0.24)}Q${n(size * 0.62)} ${n(size * 0.66)} 0 ${n(size * 0.68)}Q${n(-size * 0.62)} ${n(size * 0.66)} ${n(-size * 0.7)} ${n(size * 0.24)}C${n(-size * 0.72)} ${n(-size * 0.3)} ${n(-size * 0.26)} ${n(-size * 0.8)} 0 ${n(-size * 1.1)}Z`;
  const hilum = flat(
    `M${n(-size)} ${n(size * 0.36)}Q0 ${n(size * 0.58)} ${n(size)} ${n(size * 0.36)}V${n(size)}H${n(-size)}Z`,
    tones.sand.lit,
  );
  const glint = line(
    `M${n(-size * 0.3)} ${n(-size * 0.4)}Q${n(-size * 0.5)} ${n(-size * 0.1)} ${n(-size * 0.46)} ${n(size * 0.12)}`,
    { width: size * 0.12, colour: tones.bark.glint },
  );
  const seam = line(`M${n(-size)} ${n(size * 0.36)}Q0 ${n(size * 0.58)} ${n(size)} ${n(size * 0.36)}`, { width: 1.5 });
  return group(
    hand.solid(d, tones.bark, { reach: size * 0.24, turn, inside: hilum + seam + glint }) +
      line(`M0 ${n(-size * 1.1)}l-2 -6M0 ${n(-size * 1.1)}l3 -6`, { width: 1.6 }),
    x,
    y,
    turn,
  );
}

function spikes(x: number, y: number, r: number, from: number, to: number, length: number): string {
  let d = '';
  for (let k = 0; k < 76; k += 1) {
    const angle = ((from + ((to - from) * k) / 76) * Math.PI) / 180;
    const away = r + length * ([1, 0.6, 0.85, 0.5][k % 4] ?? 1);
    d += `M${n(x + Math.cos(angle) * (r - 5))} ${n(y + Math.sin(angle) * (r - 5))}L${n(x + Math.cos(angle) * away)} ${n(y + Math.sin(angle) * away)}`;
  }
  return line(d, { width: 2.2 });
}

/** A burr split open on its nut. */
function burr(hand: Hand, x: number, y: number, r: number): string {
  let inner = '';
  for (let k = 24; k < 150; k += 1) {
    const angle = k * 2.4;
    const away = Math.sqrt(k / 150) * r;
    const long = r * (k % 3 ? 0.17 : 0.24);
    inner += `M${n(x + Math.cos(angle) * away)} ${n(y + Math.sin(angle) * away)}l${n(Math.cos(angle + 0.35) * long)} ${n(Math.sin(angle + 0.35) * long)}`;
  }
  const husk: Tone = { lit: '#B7AE58', shade: '#8A8136', glint: '#D9D28F' };
  let split = '';
  for (let k = 0; k < 16; k += 1) {
    const angle = (k / 16) * Math.PI * 2 - Math.PI / 2;
    const wide = k % 4 === 0 ? 1.16 : k % 2 ? 0.84 : 0.95;
    split += `${k ? 'L' : 'M'}${n(x + Math.cos(angle) * r * 0.58 * wide)} ${n(y + Math.sin(angle) * r * 0.74 * wide)}`;
  }
  return (
    spikes(x, y, r, 0, 360, r * 0.28) +
    hand.ball(x, y, r, husk, { reach: r * 0.24, inside: line(inner, { width: 1.9, opacity: 0.75 }) }) +
    hand.solid(`${split}Z`, { lit: '#F1E4BC', shade: '#D3BE86', glint: '#fff' }, { reach: -6, line: 2.4 }) +
    coneNut(hand, x, y + r * 0.1, r * 0.56, 4)
  );
}

export const chestnut: Subject = {
  places: ['hills', 'orchard', 'terraces'],
  arrangements: [
    (hand) =>
      leaf(84, 136, 92, -148, tones.tea, 0.24) +
      leaf(190, 118, 96, -30, tones.tea, 0.24) +
      shadow(140, 258, 96) +
      burr(hand, 138, 176, 74) +
      shadow(246, 276, 44) +
      coneNut(hand, 238, 250, 34, 18) +
      coneNut(hand, 204, 270, 27, -22) +
      coneNut(hand, 74, 270, 27, -12),
    (hand, dice) => {
      const nuts = [
        [98, 152, -20],
        [140, 138, 6],
        [186, 142, 16],
        [216, 158, 26],
        [118, 170, 8],
        [160, 164, -8],
        [196, 174, 18],
      ]
        .map(([x = 0, y = 0, turn = 0]) => coneNut(hand, x, y, 30, turn))
        .join('');
      return (
        basket(hand, 156, 262, 188, 86, dice.pick([tones.wood, tones.straw]), nuts) +
        burr(hand, 60, 250, 30) +
        coneNut(hand, 268, 270, 24, 40)
      );
    },
    (hand, dice) =>
      pouch(hand, 124, 260, 128, 184, dice.pick([tones.sand, tones.blush]), tones.bark) +
      burr(hand, 232, 204, 42) +
      coneNut(hand, 206, 272, 27, -16) +
      coneNut(hand, 250, 274, 27, 20),
  ],
};

/** A spray of osmanthus: dark leaves, little cross-shaped flowers in their axils. */
function osmanthusSpray(dice: Dice, colour: string): string {
  const branch = 'M306 46C254 62 208 74 170 106C142 130 118 142 76 152';
  const clusters = [
    [246, 66],
    [206, 84],
    [166, 112],
    [122, 142],
    [182, 96],
    [226, 74],
    [96, 146],
  ];
  const flowers = clusters
    .flatMap(([x = 0, y = 0]) =>
      [0, 1, 2, 3].map((k) =>
        blossom(
          x + Math.cos(k * 1.9 + x) * 13,
          y + Math.sin(k * 1.9 + x) * 12 + 3,
          dice.between(7.5, 9.5),
          4,
          colour,
          '#FFF3CF',
        ),
      ),
    )
    .join('');
  return (
    line(branch, { width: 10 }) +
    line(branch, { width: 5.5, colour: tones.bark.lit }) +
    [
      [258, 60, 80, 66],
      [228, 74, 64, -104],
      [196, 88, 86, 78],
      [176, 102, 66, -126],
      [136, 132, 70, 92],
      [118, 142, 68, -142],
      [80, 150, 74, 164],
      [92, 148, 62, 118],
    ]
      .map(([x = 0, y = 0, size = 0, turn = 0]) => leaf(x, y, size, turn, tones.tea, 0.22))
      .join('') +
    flowers
  );
}

function fallen(colour: string, places: number[][]): string {
  return places.map(([x = 0, y = 0]) => blossom(x, y, 7, 4, colour, '#FFF3CF')).join('');
}

export const osmanthus: Subject = {
  places: ['village', 'hills'],
  arrangements: [
    (hand, dice) =>
      jar(hand, 118, 266, 104, 124, { lit: '#EDB54F', shade: '#C98A22', glint: '#F8DC9C' }, 'wood', tones.wood) +
      osmanthusSpray(dice, '#E8912F') +
      fallen('#E8912F', [
        [196, 268],
        [222, 280],
        [244, 266],
        [184, 286],
      ]),
    (hand, dice) =>
      osmanthusSpray(dice, '#F0B63E') +
      cup(hand, 190, 266, 118, { lit: '#E9C36A', shade: '#CF9F40', glint: '#F8E4AE' }) +
      fallen('#F0B63E', [
        [176, 200],
        [204, 203],
        [92, 268],
        [110, 282],
        [266, 276],
      ]),
    (hand, dice) =>
      pouch(hand, 210, 264, 108, 146, dice.pick([tones.sand, tones.blush]), {
        lit: '#EDB54F',
        shade: '#C98A22',
        glint: '#F8DC9C',
      }) +
      osmanthusSpray(dice, '#DE7B2A') +
      fallen('#DE7B2A', [
        [84, 268],
        [110, 280],
        [132, 264],
        [70, 286],
      ]),
  ],
};

function pear(hand: Hand, x: number, y: number, size: number, tone: Tone): string {
  const s = size / 40;
  return group(
    hand.solid(
      'M0 -46C14 -46 15 -28 21 -14C30 4 40 12 38 30C36 48 18 52 0 52S-36 48 -38 30C-40 12 -30 4 -21 -14C-15 -28 -14 -46 0 -46Z',
      tone,
      {
        reach: 12,
        inside:
          '<path d="M-16 10h.1M-6 24h.1M8 6h.1M14 26h.1M-20 30h.1M0 38h.1M4 -18h.1" stroke="#8A6B32" stroke-width="2.600" stroke-linecap="round"/>',
      },
    ) + line('M0 -45q2 -12 10 -16', { width: 4 }),
    x,
    y,
    0,
    s,
  );
}

function grapes(hand: Hand, x: number, y: number, tone: Tone): string {
  let drawn = '';
  for (let row = 0; row < 5; row += 1)
    for (let k = 0; k < 5 - row; k += 1)
      drawn += hand.ball(x + (k - (4 - row) / 2) * 23, y + row * 20, 13.5, tone, {
        reach: 4.5,
        line: 2.2,
        inside: flat(ovalPath(x + (k - (4 - row) / 2) * 23 - 4, y + row * 20 - 5, 3, 2), tone.glint),
      });
  return drawn;
}

function kiwiHalf(hand: Hand, x: number, y: number, r: number): string {
  let seeds = '';
  for (let k = 0; k < 18; k += 1) {
    const angle = (k / 18) * Math.PI * 2;
    seeds += `M${n(x + Math.cos(angle) * r * 0.42)} ${n(y + Math.sin(angle) * r * 0.38)}l${n(Math.cos(angle) * 5)} ${n(Math.sin(angle) * 4.5)}`;
  }
  return (
    hand.oval(x, y, r, r * 0.92, tones.bark, { reach: 5 }) +
    hand.oval(x, y, r * 0.86, r * 0.79, tones.leaf, { reach: 7, line: 1.2 }) +
    line(seeds, { width: 2.6 }) +
    flat(ovalPath(x, y, r * 0.26, r * 0.2), '#F1F3D6')
  );
}

const plum: Tone = { lit: '#7D5A7E', shade: '#5A3C5F', glint: '#B697B6' };
const pearSkin: Tone = { lit: '#E3D08A', shade: '#C2A957', glint: '#F5EBC2' };
const peachSkin: Tone = { lit: '#EFB195', shade: '#DA8468', glint: '#F9DACB' };

export const mixedFruit: Subject = {
  places: ['orchard', 'hills'],
  arrangements: [
    (hand, dice) =>
      bowl(
        hand,
        156,
        264,
        214,
        84,
        dice.pick([tones.white, tones.mist, tones.wood]),
        tones.bark,
        orange(hand, 104, 150, 42) +
          pear(hand, 164, 122, 46, pearSkin) +
          leaf(170, 70, 44, -26, tones.tea) +
          orange(hand, 214, 160, 36, peachSkin) +
          grapes(hand, 152, 164, plum),
      ),
    (hand, dice) =>
      basket(
        hand,
        148,
        264,
        196,
        88,
        dice.pick([tones.straw, tones.wood]),
        pear(hand, 96, 140, 40, pearSkin) +
          orange(hand, 198, 152, 40, peachSkin) +
          leaf(198, 114, 44, -30, tones.tea) +
          orange(hand, 146, 132, 38) +
          grapes(hand, 138, 168, plum),
        true,
      ) + kiwiHalf(hand, 262, 262, 30),
    (hand) =>
      shadow(150, 270, 120, 14) +
      pear(hand, 118, 176, 72, pearSkin) +
      leaf(136, 84, 58, -20, tones.tea) +
      orange(hand, 220, 208, 54, peachSkin) +
      leaf(222, 156, 52, -36, tones.tea) +
      kiwiHalf(hand, 168, 246, 34) +
      grapes(hand, 78, 196, plum),
  ],
};

/** A lily seen from the side: three petals turned back over the cup. */
function lilyFlower(hand: Hand, x: number, y: number, size: number, turn: number, tone: Tone): string {
  const s = size / 50;
  const petal = (angle: number) =>
    `<g transform="rotate(${angle})">${hand.solid('M0 0C-16 -22 -18 -48 0 -72C18 -48 16 -22 0 0Z', tone, { reach: 6, turn: turn + angle, inside: `${line('M0 -4V-62', { width: 1.6, colour: tone.shade })}<path d="M-5 -26h.1M6 -32h.1M-3 -40h.1M4 -18h.1" stroke="#A8322A" stroke-width="2.400" stroke-linecap="round"/>` })}</g>`;
  const stamens = [-22, -9, 5, 18]
    .map(
      (a) =>
        `<g transform="rotate(${a})">${line('M0 -6V-40', { width: 2, colour: tones.leaf.shade })}<ellipse cx="0" cy="-43" rx="6" ry="3" fill="#A25A1E" stroke="#1F2A24" stroke-width="1.300"/></g>`,
    )
    .join('');
  return group(petal(-104) + petal(104) + petal(-52) + petal(52) + petal(0) + stamens, x, y, turn, Number(n(s)));
}

function lilyBud(hand: Hand, x: number, y: number, turn: number, tone: Tone): string {
  return group(
    hand.solid('M0 0C-15 -18 -13 -48 0 -64C13 -48 15 -18 0 0Z', tone, {
      reach: 6,
      turn,
      inside: line('M-3 -4Q-6 -30 0 -58M4 -4Q7 -26 3 -44', { width: 1.5, opacity: 0.5 }),
    }),
    x,
    y,
    turn,
  );
}

const lilyWhite: Tone = { lit: '#FFFBF0', shade: '#E6DCC8', glint: '#fff' };
const lilyPink: Tone = { lit: '#F2C3B8', shade: '#DB978B', glint: '#FBE4DD' };
const lilyYellow: Tone = { lit: '#F3D37C', shade: '#D9AE45', glint: '#FAEBBE' };

function bouquet(hand: Hand, dice: Dice, tone: Tone): string {
  const paper = dice.pick([tones.sand, tones.mist, tones.blush]);
  const stems = 'M120 150L150 292M160 130L154 292M206 150L158 292';
  return (
    shadow(160, 288, 46, 8) +
    line(stems, { width: 9 }) +
    line(stems, { width: 5, colour: tones.leaf.lit }) +
    leaf(128, 176, 74, -140, tones.tea, 0.16) +
    leaf(194, 176, 76, -36, tones.tea, 0.16) +
    leaf(162, 150, 84, -84, tones.tea, 0.15) +
    lilyBud(hand, 66, 150, -52, { ...tone, lit: tones.leaf.glint }) +
    lilyBud(hand, 238, 126, 36, { ...tone, lit: tones.leaf.glint }) +
    lilyFlower(hand, 158, 116, 48, 2, tone) +
    lilyFlower(hand, 104, 166, 46, -34, tone) +
    lilyFlower(hand, 214, 166, 46, 32, tone) +
    hand.solid('M76 176C100 196 132 192 158 208C182 190 216 196 244 172L178 266H138Z', paper, {
      reach: 12,
      inside: line('M158 208L150 262M110 190L146 262M208 190L170 262', { width: 1.5, opacity: 0.5 }),
    }) +
    hand.solid('M134 258h48l6 34h-60Z', paper, { reach: 8 }) +
    line('M132 262h52', { width: 5, colour: tones.seal.shade }) +
    line('M158 262q-24 -14 -26 4q4 12 26 -2q24 -14 26 4q-4 12 -26 -2M156 264l-12 22M160 264l12 20', {
      width: 2.8,
      colour: tones.seal.shade,
    })
  );
}

export const lily: Subject = {
  places: ['terraces', 'village'],
  arrangements: [
    (hand, dice) => bouquet(hand, dice, lilyWhite),
    (hand, dice) => bouquet(hand, dice, lilyPink),
    (hand, dice) => bouquet(hand, dice, lilyYellow),
  ],
};
