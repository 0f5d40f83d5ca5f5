import { flat, group, type Hand, line, n, ovalPath, shadow, type Tone, tones } from './hand.ts';
import { blossom } from './plants.ts';
import type { Subject } from './subject.ts';
import { basket, bowl, jar, label, sealMark } from './vessels.ts';

/** A bee and the way it came. */
function bee(x: number, y: number, scale: number, trail: string): string {
  const body = 'M-13 0C-13 -9 9 -10 14 0C9 9 -13 9 -13 0Z';
  return (
    line(trail, { width: 1.8, dash: '1 6', opacity: 0.7 }) +
    group(
      flat('M0 -6C-10 -24 8 -26 6 -7Z', '#FFFFFF', 0.95) +
        line('M0 -6C-10 -24 8 -26 6 -7M4 -7C4 -24 20 -20 8 -6', { width: 1.6 }) +
        flat(body, tones.honey.lit) +
        line('M-4 -8V8M4 -8V7', { width: 4 }) +
        line(body, { width: 2 }) +
        line('M13 -3l7 -5M14 0l8 -1', { width: 1.4 }),
      x,
      y,
      -14,
      scale,
    )
  );
}

/** A cut of comb. */
function comb(hand: Hand, x: number, y: number, columns: number, rows: number): string {
  const r = 13;
  let cells = '';
  let edge = '';
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const cx = x + column * r * 1.74 + (row % 2 ? r * 0.87 : 0);
      const cy = y + row * r * 1.5;
      edge += hexagon(cx, cy, r + 2);
      cells += hand.solid(hexagon(cx, cy, r - 2.5), (row + column) % 4 === 1 ? tones.straw : tones.honey, {
        line: 1.6,
        reach: 4,
      });
    }
  }
  return `<path d="${edge}" fill="${tones.straw.lit}" stroke="#1F2A24" stroke-width="4.6" stroke-linejoin="round"/>${flat(edge, tones.straw.lit)}${cells}`;
}

function hexagon(x: number, y: number, r: number): string {
  const [w, h] = [r * 0.87, r / 2];
  return `M${n(x)} ${n(y - r)}l${n(w)} ${n(h)}v${n(r)}l${n(-w)} ${n(h)}l${n(-w)} ${n(-h)}v${n(-r)}Z`;
}

function dipper(hand: Hand, x: number, y: number, turn: number): string {
  return group(
    hand.solid('M-4 -128h8v100h-8Z', tones.wood, { reach: 3, turn }) +
      [0, 1, 2, 3]
        .map((k) =>
          hand.solid(
            `M${-14 - (k % 3 ? 5 : 0)} ${-30 + k * 12}h${28 + (k % 3 ? 10 : 0)}q5 4 0 8h${-28 - (k % 3 ? 10 : 0)}q-5 -4 0 -8Z`,
            tones.wood,
            { reach: 6, turn, line: 2.2 },
          ),
        )
        .join('') +
      flat('M-16 18C-12 30 14 30 17 16Q4 24 -16 18Z', tones.honey.lit),
    x,
    y,
    turn,
  );
}

export const honey: Subject = {
  places: ['hives'],
  arrangements: [
    (hand, dice) =>
      comb(hand, 208, 196, 4, 4) +
      jar(hand, 130, 262, 124, 172, tones.honey, 'cloth', dice.pick([tones.seal, tones.tea, tones.mist])) +
      bee(254, 108, 1.35, 'M190 70c26 -34 60 -6 40 14s-4 30 10 26') +
      blossom(62, 274, 13, 5, tones.white.lit, tones.honey.lit) +
      blossom(84, 286, 9, 5, tones.white.lit, tones.honey.lit),
    (hand, dice) =>
      jar(hand, 112, 256, 108, 164, tones.honey, dice.pick(['wood', 'cloth']), tones.wood) +
      jar(
        hand,
        222,
        266,
        92,
        122,
        { lit: '#F0C566', shade: '#D39A2B', glint: '#FAE3A6' },
        'cloth',
        dice.pick([tones.tea, tones.seal]),
      ) +
      bee(246, 92, 1.2, 'M160 56c30 -20 30 26 54 20s10 -4 18 10') +
      blossom(166, 284, 12, 5, tones.blush.lit, tones.honey.lit) +
      blossom(186, 290, 8, 5, tones.blush.lit, tones.honey.lit),
    (hand, dice) =>
      shadow(150, 262, 96) +
      bowl(
        hand,
        150,
        262,
        178,
        92,
        dice.pick([tones.glaze, tones.bark, tones.tea]),
        tones.honey,
        line('M92 166q26 -10 54 -8', { width: 4, colour: tones.honey.glint }) + dipper(hand, 190, 150, 22),
      ) +
      label(122, 196, 52, 50) +
      comb(hand, 226, 244, 3, 2) +
      bee(86, 104, 1.3, 'M150 60c-20 -24 -50 0 -34 18s-6 20 -18 20'),
  ],
};

const brownEgg: Tone = { lit: '#E9C6A2', shade: '#CBA079', glint: '#F8E6D2' };
const paleEgg: Tone = { lit: '#F6EBDA', shade: '#D9C8AE', glint: '#FFFDF6' };
const blueEgg: Tone = { lit: '#D3E0D5', shade: '#AFC3B4', glint: '#F0F6EF' };

function egg(hand: Hand, x: number, y: number, size: number, turn: number, tone: Tone): string {
  const d = `M0 ${n(-size)}C${n(size * 0.62)} ${n(-size)} ${n(size * 0.84)} ${n(-size * 0.1)} ${n(size * 0.8)} ${n(size * 0.18)}C${n(size * 0.74)} ${n(size * 0.62)} ${n(size * 0.4)} ${n(size * 0.8)} 0 ${n(size * 0.8)}S${n(-size * 0.74)} ${n(size * 0.62)} ${n(-size * 0.8)} ${n(size * 0.18)}C${n(-size * 0.84)} ${n(-size * 0.1)} ${n(-size * 0.62)} ${n(-size)} 0 ${n(-size)}Z`;
  return group(
    hand.solid(d, tone, {
      reach: size * 0.3,
      turn,
      inside: flat(ovalPath(-size * 0.3, -size * 0.42, size * 0.13, size * 0.22), tone.glint),
    }),
    x,
    y,
    turn,
  );
}

function straws(x: number, y: number, w: number, dice: { between(a: number, b: number): number }): string {
  let d = '';
  for (let k = 0; k < 26; k += 1) {
    const from = x - w / 2 + (k / 25) * w;
    d += `M${n(from)} ${n(y + dice.between(-3, 8))}q${n(dice.between(-16, 16))} ${n(dice.between(-22, -8))} ${n(dice.between(-34, 34))} ${n(dice.between(-16, 2))}`;
  }
  return line(d, { width: 4.4 }) + line(d, { width: 2.4, colour: tones.straw.lit });
}

export const eggs: Subject = {
  places: ['yard'],
  arrangements: [
    (hand, dice) => {
      const tone = dice.pick([brownEgg, paleEgg, blueEgg]);
      const laid = [
        [104, 150, -16],
        [150, 140, 8],
        [198, 148, 20],
        [126, 166, 4],
        [176, 166, -10],
      ].map(([x = 0, y = 0, turn = 0], k) => egg(hand, x, y, 33, turn, k === 1 ? paleEgg : tone));
      return (
        basket(
          hand,
          152,
          264,
          196,
          92,
          tones.straw,
          straws(152, 168, 176, dice) + laid.join('') + straws(152, 186, 170, dice),
          true,
        ) + egg(hand, 266, 266, 27, 74, tone)
      );
    },
    (hand, dice) => {
      const tone = dice.pick([brownEgg, blueEgg]);
      const card: Tone = { lit: '#C9C2B0', shade: '#A49C88', glint: '#DFD9C9' };
      const back = [0, 1, 2, 3].map((k) => egg(hand, 84 + k * 48, 168, 30, 0, k === 2 ? paleEgg : tone)).join('');
      const front = [0, 1, 2, 3].map((k) => egg(hand, 72 + k * 56, 202, 34, 0, k === 1 ? paleEgg : tone)).join('');
      const scallop = (x: number, y: number, w: number) =>
        `M${x} ${y}${`q${w / 8} 26 ${w / 4} 0`.repeat(4)}L${x + w + 6} ${y + 44}H${x - 6}Z`;
      return (
        shadow(158, 264, 128, 14) +
        hand.solid(scallop(56, 172, 204), card, { reach: 8 }) +
        back +
        hand.solid(scallop(42, 208, 232), card, {
          reach: 12,
          inside: line('M48 238H268', { width: 1.4, opacity: 0.4 }),
        }) +
        front +
        hand.solid(
          'M38 214q15 26 30 22q14 -2 28 -20q16 24 32 20q14 -2 28 -20q16 24 32 20q14 -2 28 -20q16 22 30 18q16 -4 26 -20L282 262H34Z',
          card,
          { reach: 12 },
        ) +
        sealMark(147, 237, 22)
      );
    },
    (hand, dice) =>
      shadow(150, 266, 112, 16) +
      straws(150, 232, 196, dice) +
      egg(hand, 104, 214, 42, -12, dice.pick([brownEgg, blueEgg])) +
      egg(hand, 196, 214, 42, 14, brownEgg) +
      egg(hand, 150, 196, 50, 2, paleEgg) +
      straws(150, 250, 214, dice) +
      straws(150, 264, 190, dice) +
      group(
        flat('M0 0C14 -34 40 -48 62 -44C52 -22 30 -4 0 0Z', tones.bark.lit) +
          line(
            'M0 0C14 -34 40 -48 62 -44C52 -22 30 -4 0 0ZM0 0Q28 -20 62 -44M20 -13l-2 -12M34 -23l-1 -12M26 -10l14 0',
            { width: 1.8 },
          ),
        214,
        290,
        -10,
      ),
  ],
};

export function hen(hand: Hand, feather: Tone, tail: Tone): string {
  const body =
    'M96 118C90 140 74 152 66 176C56 208 78 244 128 248C182 252 226 232 240 190C248 166 262 150 270 128C252 132 240 128 226 140C204 158 172 160 152 148C138 138 140 120 134 104C126 88 100 94 96 118Z';
  const plume =
    'M214 150C222 112 250 84 284 86C276 96 276 102 280 112C270 116 268 124 272 136C256 140 244 160 232 172Z';
  const wing =
    'M122 172C150 156 198 160 220 182C208 190 204 196 208 208C190 206 186 212 180 222C150 226 118 206 122 172Z';
  const comb = 'M98 96C90 84 96 76 104 82C104 68 118 68 118 80C126 72 136 80 130 96Q112 88 98 96Z';
  const scallops = line(
    'M84 180q8 10 16 0M80 198q9 10 18 0M92 214q9 10 18 0M108 190q8 9 16 0M112 228q9 8 18 0M104 156q8 9 16 0M124 144q7 8 14 0',
    { width: 1.8, opacity: 0.55 },
  );
  const legs = 'M134 246v24M134 270l-16 8M134 270l4 11M134 270l18 6M172 246v24M172 270l-16 8M172 270l4 11M172 270l18 6';
  return (
    shadow(160, 278, 90, 10) +
    line(legs, { width: 7 }) +
    line(legs, { width: 3.4, colour: tones.honey.lit }) +
    hand.solid(plume, tail, {
      reach: 8,
      inside: line('M226 160C236 128 256 104 276 98M240 158C250 136 260 126 270 122', { width: 1.6, opacity: 0.6 }),
    }) +
    hand.solid(comb, tones.seal, { reach: 4 }) +
    hand.solid(body, feather, { reach: 18, inside: scallops }) +
    hand.solid(wing, tail, {
      reach: 9,
      inside: line('M140 182q40 -12 70 6M144 198q30 -6 52 4', { width: 1.8, opacity: 0.7 }),
    }) +
    hand.solid('M97 112L74 122L96 128Z', tones.honey, { reach: 3, line: 2.2 }) +
    hand.solid('M92 128C84 138 86 152 94 152C102 150 102 138 98 129Z', tones.seal, { reach: 3, line: 2.2 }) +
    `<circle cx="111" cy="112" r="4" fill="#1F2A24"/><circle cx="109.700" cy="110.500" r="1.300" fill="#fff"/>`
  );
}

function chick(hand: Hand, x: number, y: number): string {
  return (
    shadow(x, y + 1, 20, 4) +
    line(`M${x - 4} ${y - 8}v9M${x + 5} ${y - 8}v9`, { width: 2.4 }) +
    hand.solid(
      `M${x - 20} ${y - 34}a14 14 0 0 1 26 -4c4 6 12 8 18 4c0 16 -10 28 -24 28c-14 0 -22 -12 -20 -28Z`,
      tones.straw,
      { reach: 6, line: 2.2 },
    ) +
    flat(`M${x - 20} ${y - 33}l-8 4l8 3Z`, tones.honey.shade) +
    `<circle cx="${x - 11}" cy="${y - 36}" r="2" fill="#1F2A24"/>`
  );
}

const henFeather: Tone = { lit: '#C98A4B', shade: '#A0642B', glint: '#E6B984' };
const darkFeather: Tone = { lit: '#4C5A52', shade: '#323D37', glint: '#7F9087' };

export const chicken: Subject = {
  places: ['yard', 'bamboo'],
  arrangements: [
    (hand) => group(hen(hand, henFeather, tones.bark), -8, -10) + chick(hand, 72, 288) + chick(hand, 250, 284),
    (hand) =>
      group(hen(hand, darkFeather, { lit: '#2F3A45', shade: '#1F2831', glint: '#6E97AB' }), -12, -8) +
      grainsOnGround(58, 284) +
      chick(hand, 256, 286),
    (hand) => group(hen(hand, paleEgg, tones.straw), -10, -10) + grainsOnGround(60, 286) + grainsOnGround(96, 292),
  ],
};

function grainsOnGround(x: number, y: number): string {
  return [0, 1, 2, 3, 4, 5]
    .map(
      (k) =>
        `<ellipse cx="${x + ((k * 17) % 44)}" cy="${y - ((k * 7) % 12)}" rx="3.600" ry="2.200" fill="${tones.straw.lit}" stroke="#1F2A24" stroke-width="1.200"/>`,
    )
    .join('');
}
