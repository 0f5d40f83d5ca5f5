import { type Dice, flat, group, type Hand, line, n, ovalPath, shadow, type Tone, tones } from './hand.ts';
import { leaf, teaShoot, twist } from './plants.ts';
import type { Subject } from './subject.ts';
import { caddy, cup, paperParcel, pouch, sealMark, steam, tray } from './vessels.ts';

const amber: Tone = { lit: '#D98A3A', shade: '#B5651F', glint: '#F0BC79' };
const garnet: Tone = { lit: '#B9502C', shade: '#8E3319', glint: '#E08A5C' };
const jade: Tone = { lit: '#C9D58C', shade: '#A2B463', glint: '#E6EDBE' };
const silver: Tone = { lit: '#DDE2D0', shade: '#AFBA9F', glint: '#F4F6EA' };

/** A little pile of dry tea. */
function dryTea(dice: Dice, x: number, y: number, tone: Tone, w = 84): string {
  let pile = '';
  for (let k = 0; k < 13; k += 1) {
    const row = k < 7 ? 0 : k < 11 ? 1 : 2;
    const across = [7, 4, 2][row] ?? 1;
    const within = k - ([0, 7, 11][row] ?? 0);
    pile += twist(
      x - w / 2 + row * 12 + (within * (w - row * 24)) / across,
      y - row * 9 + dice.between(-2, 2),
      24,
      dice.between(-34, 30),
      tone,
    );
  }
  return shadow(x, y + 3, w * 0.55, 7) + pile;
}

/** A lidded tea bowl on its saucer, the lid pushed back. */
function gaiwan(hand: Hand, x: number, base: number, liquor: Tone, ring: string): string {
  const t = base - 108;
  const body = `M${x - 74} ${t}C${x - 70} ${t + 54} ${x - 44} ${base - 22} ${x - 30} ${base - 16}H${x + 30}C${x + 44} ${base - 22} ${x + 70} ${t + 54} ${x + 74} ${t}Q${x} ${t + 40} ${x - 74} ${t}Z`;
  const pattern = line(
    `M${x - 72} ${t + 16}Q${x} ${t + 56} ${x + 72} ${t + 16}M${x - 69} ${t + 26}Q${x} ${t + 66} ${x + 69} ${t + 26}`,
    { width: 2.2, colour: ring },
  );
  const branch =
    line(`M${x - 30} ${t + 74}q22 -14 44 -24`, { width: 2.2, colour: ring }) +
    [0, 1, 2].map((k) => flat(ovalPath(x - 22 + k * 17, t + 64 - k * 9, 6, 4), ring)).join('');
  const lid = `M-62 0C-54 -30 -26 -40 0 -40S54 -30 62 0Q0 22 -62 0Z`;
  return (
    shadow(x, base + 2, 96, 12) +
    hand.oval(x, base - 6, 88, 15, tones.white, { reach: 12 }) +
    line(ovalPath(x, base - 9, 58, 8), { width: 1.4, opacity: 0.5 }) +
    hand.oval(x, t, 74, 19, tones.white, { reach: 0 }) +
    hand.oval(x, t + 3, 66, 14, liquor, { line: 1.6, reach: -6 }) +
    line(`M${x - 44} ${t + 1}q18 -8 40 -6`, { width: 3, colour: liquor.glint }) +
    hand.solid(body, tones.white, { inside: pattern + branch, reach: 18 }) +
    group(
      hand.solid(lid, tones.white, {
        reach: 13,
        turn: 24,
        inside: line('M-56 -4Q0 18 56 -4', { width: 2, colour: ring }),
      }) +
        hand.solid('M-13 -38C-15 -52 -10 -56 0 -56S15 -52 13 -38Q0 -33 -13 -38Z', tones.white, { reach: 5, turn: 24 }),
      x + 30,
      t - 6,
      24,
    )
  );
}

export const rockTea: Subject = {
  places: ['cliffs'],
  arrangements: [
    (hand, dice) =>
      gaiwan(hand, 148, 262, amber, tones.tea.shade) + steam(112, 132) + dryTea(dice, 250, 272, tones.glaze, 66),
    (hand, dice) =>
      caddy(hand, 136, 258, 112, 176, dice.pick([tones.glaze, tones.seal, tones.tea])) +
      cup(hand, 236, 262, 70, amber) +
      steam(238, 214) +
      dryTea(dice, 196, 282, tones.glaze, 76),
    (hand, dice) =>
      paperParcel(hand, 146, 256, 168, 148, dice.pick([tones.sand, tones.straw])) +
      cup(hand, 256, 266, 66, amber) +
      dryTea(dice, 118, 284, tones.glaze, 70),
  ],
};

/** A glass pitcher of red tea. */
function pitcher(hand: Hand, x: number, base: number, liquor: Tone): string {
  const t = base - 150;
  const body = `M${x - 52} ${t}L${x - 66} ${base - 30}Q${x - 68} ${base} ${x - 40} ${base}H${x + 40}Q${x + 68} ${base} ${x + 66} ${base - 30}L${x + 52} ${t}L${x - 40} ${t}L${x - 66} ${t - 12}Z`;
  const tea =
    flat(`M${x - 80} ${t + 56}Q${x} ${t + 72} ${x + 80} ${t + 56}V${base + 5}H${x - 80}Z`, liquor.lit) +
    flat(`M${x + 22} ${t + 40}L${x + 34} ${base}H${x + 80}V${t + 40}Z`, liquor.shade);
  const surface =
    flat(ovalPath(x - 1, t + 57, 58, 9), liquor.glint) +
    line(ovalPath(x - 1, t + 57, 58, 9), { width: 1.3, opacity: 0.6 });
  const glint = line(`M${x - 46} ${t + 26}L${x - 54} ${base - 36}`, { width: 6, colour: '#FFFDF4', opacity: 0.75 });
  const handle = `M${x + 55} ${t + 26}C${x + 112} ${t + 20} ${x + 108} ${base - 34} ${x + 64} ${base - 44}`;
  return (
    shadow(x, base, 80, 12) +
    line(handle, { width: 13 }) +
    line(handle, { width: 8, colour: '#E5ECE6' }) +
    hand.solid(body, { lit: '#F1F3EA', shade: '#DFE6DE', glint: '#fff' }, { reach: 8, inside: tea + surface + glint })
  );
}

export const blackTea: Subject = {
  places: ['pines'],
  arrangements: [
    (hand, dice) =>
      pitcher(hand, 132, 258, garnet) +
      cup(hand, 248, 268, 74, garnet) +
      steam(250, 216) +
      dryTea(dice, 176, 288, tones.bark, 60),
    (hand, dice) =>
      caddy(hand, 184, 256, 116, 172, dice.pick([tones.seal, tones.bark])) +
      cup(hand, 82, 262, 84, garnet) +
      steam(84, 206) +
      dryTea(dice, 116, 286, tones.bark, 78),
    (hand, dice) =>
      pouch(hand, 134, 260, 132, 184, dice.pick([tones.sand, tones.blush]), tones.bark) +
      cup(hand, 246, 266, 78, garnet) +
      steam(248, 212) +
      dryTea(dice, 204, 288, tones.bark, 66),
  ],
};

/** A slender downy bud. */
function needle(x: number, y: number, size: number, turn: number): string {
  const d = `M0 0C${n(size * 0.25)} ${n(-size * 0.16)} ${n(size * 0.75)} ${n(-size * 0.14)} ${n(size)} ${n(-size * 0.05)}C${n(size * 0.75)} ${n(size * 0.08)} ${n(size * 0.25)} ${n(size * 0.1)} 0 0Z`;
  return group(
    flat(d, silver.lit) +
      line(d, { width: 1.7 }) +
      line(`M${n(size * 0.15)} ${n(-size * 0.02)}H${n(size * 0.7)}`, { width: 1.2, colour: silver.shade }),
    x,
    y,
    turn,
  );
}

function needles(dice: Dice, x: number, y: number, w: number, count: number): string {
  return Array.from({ length: count }, (_, k) =>
    needle(
      x - w / 2 + ((k * 37) % 100) * 0.01 * (w - 30),
      y - ((k * 53) % 100) * 0.01 * 26 + 8,
      40,
      dice.between(-40, 40),
    ),
  ).join('');
}

/** A pressed cake of white tea, leaning on its wrapper. */
function teaCake(hand: Hand, x: number, y: number, r: number, dice: Dice): string {
  const face: Tone = { lit: '#A79A72', shade: '#84764F', glint: '#CFC59F' };
  let leaves = '';
  for (let k = 0; k < 46; k += 1) {
    const angle = k * 2.4;
    const away = Math.sqrt(k / 46) * (r - 9);
    leaves += needleMark(
      x + Math.cos(angle) * away,
      y + Math.sin(angle) * away,
      dice.between(0, 180),
      k % 3 ? '#6B5F3D' : '#D9D3B4',
    );
  }
  const sheet = `M${x - r - 22} ${y - r * 0.5}L${x - r * 0.2} ${y - r - 24}L${x + r + 24} ${y - r * 0.3}L${x + r + 6} ${y + r - 6}H${x - r - 6}Z`;
  return (
    shadow(x, y + r, r * 1.1, 13) +
    hand.solid(sheet, tones.white, {
      reach: 12,
      inside: line(`M${x - r * 0.2} ${y - r - 24}L${x - 6} ${y}M${x + r + 24} ${y - r * 0.3}L${x} ${y}`, {
        width: 1.3,
        opacity: 0.35,
      }),
    }) +
    hand.ball(x, y, r, face, { reach: 13, inside: leaves }) +
    line(ovalPath(x, y, r * 0.3, r * 0.3), { width: 1.6, opacity: 0.5 }) +
    sealMark(x - 12, y - 12, 24)
  );
}

function needleMark(x: number, y: number, turn: number, colour: string): string {
  return `<path transform="translate(${n(x)} ${n(y)}) rotate(${n(turn)})" d="M-8 0Q0 -4 8 0" fill="none" stroke="${colour}" stroke-width="2.4"/>`;
}

export const whiteTea: Subject = {
  places: ['tea-rows', 'hills', 'bamboo'],
  arrangements: [
    (hand, dice) => teaCake(hand, 152, 172, 86, dice) + cup(hand, 254, 276, 70, jade) + needles(dice, 92, 280, 96, 8),
    (hand, dice) =>
      tray(hand, 152, 196, 116, tones.straw, needles(dice, 158, 196, 176, 30)) +
      group(teaShoot(0, 0, 52, 0, tones.leaf), 248, 262, 16) +
      needles(dice, 108, 278, 70, 5),
    (hand, dice) =>
      pouch(hand, 186, 260, 128, 186, dice.pick([tones.mist, tones.sand]), silver) +
      cup(hand, 78, 262, 82, jade) +
      steam(80, 206) +
      needles(dice, 112, 288, 90, 8),
  ],
};

/** A tall glass in which the leaves stand. */
function glass(hand: Hand, x: number, base: number): string {
  const t = base - 172;
  const body = `M${x - 54} ${t}L${x - 44} ${base - 8}Q${x} ${base + 8} ${x + 44} ${base - 8}L${x + 54} ${t}Q${x} ${t + 18} ${x - 54} ${t}Z`;
  const water = flat(`M${x - 60} ${t + 30}Q${x} ${t + 44} ${x + 60} ${t + 30}V${base + 9}H${x - 60}Z`, '#DCE6AE');
  const spear = (dx: number, y: number, s: number, turn: number) =>
    group(teaShoot(0, 0, s, 0, tones.leaf), x + dx, y, turn);
  const shoots =
    spear(-24, base - 30, 22, -6) +
    spear(-4, base - 46, 25, 4) +
    spear(20, base - 28, 22, 9) +
    spear(8, base - 16, 20, -4) +
    spear(-20, base - 84, 17, -8) +
    spear(22, base - 92, 18, 8);
  return (
    shadow(x, base, 62, 11) +
    hand.solid(
      body,
      { lit: '#F4F6EC', shade: '#E2E9DC', glint: '#fff' },
      {
        reach: 8,
        inside:
          water +
          shoots +
          line(`M${x - 42} ${t + 24}L${x - 35} ${base - 30}`, { width: 5, colour: '#FFFFFF', opacity: 0.8 }),
      },
    ) +
    line(ovalPath(x, t + 1, 54, 9), { width: 2.4 }) +
    line(`M${x - 52} ${t + 31}Q${x} ${t + 45} ${x + 52} ${t + 31}`, { width: 1.5, opacity: 0.6 })
  );
}

export const greenTea: Subject = {
  places: ['tea-rows'],
  arrangements: [
    (hand, dice) =>
      glass(hand, 136, 262) +
      steam(136, 84) +
      group(teaShoot(0, 0, 66, 0), 240, 246, 14) +
      dryTea(dice, 216, 286, tones.tea, 60),
    (hand, dice) =>
      caddy(hand, 140, 258, 114, 172, tones.tea) +
      group(teaShoot(0, 0, 62, 0), 246, 232, 10) +
      cup(hand, 234, 278, 68, jade) +
      dryTea(dice, 92, 286, tones.tea, 70),
    (hand, dice) =>
      pouch(hand, 182, 260, 132, 188, dice.pick([tones.leaf, tones.sand]), tones.tea) +
      leaf(66, 214, 68, -62, tones.leaf) +
      group(teaShoot(0, 0, 58, 0), 82, 246, -14) +
      cup(hand, 98, 282, 70, jade),
  ],
};
