import { farmhouse } from './craft.ts';
import { sheet } from './drawing-svg.ts';
import type { SceneName } from './families.ts';
import { drawGround, type Ground, grounds, type Place } from './grounds.ts';
import { type Dice, flat, group, type Hand, line, n, ovalPath, shadow, takeHand, throwDice, tones } from './hand.ts';
import { leaf, teaShoot } from './plants.ts';
import { basket, cup, steam, tray } from './vessels.ts';
import { hen } from './yard.ts';

type Scene = { ground: Ground; place: Place; draw: (hand: Hand, dice: Dice) => string };

const scenes: Record<SceneName, Scene> = {
  lost: {
    ground: grounds.mist,
    place: 'bamboo',
    draw: (hand) =>
      flat('M138 236h40q2 24 -40 46t-60 38h150q20 -18 2 -40t-52 -44Z', '#FBF4E4', 0.9) +
      shadow(226, 276, 26) +
      hand.solid('M220 276V132h12v144Z', tones.wood, { reach: 4 }) +
      hand.solid('M190 146h76l16 14l-16 14h-76Z', tones.straw, { reach: 8 }) +
      hand.solid('M262 186h-66l-16 13l16 13h66Z', tones.straw, { reach: 8 }) +
      line('M204 160h44M206 199h40', { width: 2.2, opacity: 0.55 }) +
      group(hen(hand, { lit: '#C98A4B', shade: '#A0642B', glint: '#E6B984' }, tones.bark), 14, 118, 0, 0.6),
  },
  closed: {
    ground: grounds.dusk,
    place: 'village',
    draw: (hand) =>
      shadow(160, 272, 96) +
      hand.solid('M62 272V112h196v160Z', tones.white, { reach: 12 }) +
      hand.solid(
        'M40 122Q64 112 72 84H248Q256 112 280 122Q160 112 40 122Z',
        { lit: '#56635F', shade: '#3B4643', glint: '#8B9893' },
        {
          reach: 9,
          inside: line('M90 84L76 116M118 84L108 114M146 84L142 113M174 84L178 113M202 84L212 114M230 84L244 116', {
            width: 1.6,
            opacity: 0.5,
          }),
        },
      ) +
      hand.solid('M96 272V140h64v132Z', tones.bark, {
        reach: 8,
        inside: line('M112 140v132M128 140v132M144 140v132', { width: 1.4, opacity: 0.4 }),
      }) +
      hand.solid('M160 272V140h64v132Z', tones.bark, {
        reach: 8,
        inside: line('M176 140v132M192 140v132M208 140v132', { width: 1.4, opacity: 0.4 }),
      }) +
      [144, 176]
        .map(
          (x) =>
            line(ovalPath(x, 208, 9, 9), { width: 4.6 }) +
            line(ovalPath(x, 208, 9, 9), { width: 2, colour: tones.honey.lit }) +
            flat(ovalPath(x, 199, 4, 4), tones.honey.shade),
        )
        .join(''),
  },
  storm: {
    ground: grounds.mist,
    place: 'terraces',
    draw: (hand, dice) =>
      farmhouse(hand, 164, 258, 170) +
      group(
        hand.solid('M70 96a28 28 0 0 1 14 -52a40 40 0 0 1 74 -8a30 30 0 0 1 52 16a24 24 0 0 1 34 44Z', tones.mist, {
          reach: 12,
        }),
        30,
        40,
        0,
        0.8,
      ) +
      line(
        Array.from(
          { length: 26 },
          (_, k) => `M${n(46 + ((k * 41) % 226))} ${n(126 + ((k * 67) % 140) + dice.between(-6, 6))}l-7 18`,
        ).join(''),
        { width: 2, colour: '#47697A', opacity: 0.65 },
      ),
  },
  'empty-basket': {
    ground: grounds.plain,
    place: 'orchard',
    draw: (hand) =>
      basket(hand, 156, 262, 194, 92, tones.straw, '', true) +
      leaf(60, 284, 46, -12, tones.tea) +
      leaf(268, 268, 38, 196, tones.leaf),
  },
  'no-results': {
    ground: grounds.leaf,
    place: 'tea-rows',
    draw: (hand) => tray(hand, 160, 224, 124, tones.straw) + group(teaShoot(0, 0, 40, 0), 162, 214, 12),
  },
  'all-done': {
    ground: grounds.warm,
    place: 'hills',
    draw: (hand) =>
      abacus(hand) + cup(hand, 244, 280, 84, { lit: '#D98A3A', shade: '#B5651F', glint: '#F0BC79' }) + steam(246, 222),
  },
  'quiet-field': {
    ground: grounds.plain,
    place: 'terraces',
    draw: (hand) =>
      shadow(160, 276, 84, 12) +
      hand.solid('M74 276C96 246 130 254 160 248S226 246 246 276Q160 290 74 276Z', tones.bark, { reach: 10 }) +
      group(teaShoot(0, 0, 92, 0), 160, 228, 2),
  },
};

/** The ledger keeper's abacus, all beads put back. */
function abacus(hand: Hand): string {
  const rods = [74, 100, 126, 152, 178];
  const beads = rods.flatMap((x) =>
    [168, 214, 226, 238, 250].map((y) =>
      hand.oval(x, y, 11, 6, y < 200 ? tones.seal : tones.wood, { reach: 3, line: 2 }),
    ),
  );
  return (
    shadow(130, 272, 92, 12) +
    flat('M52 152H202V264H52Z', '#FBF4E4') +
    line(rods.map((x) => `M${x} 152V264`).join(''), { width: 2.4 }) +
    beads.join('') +
    hand.solid('M52 192H202v9H52Z', tones.bark, { reach: 3 }) +
    hand.solid('M44 146H210v14H44Z', tones.bark, { reach: 5 }) +
    hand.solid('M44 258H210v14H44Z', tones.bark, { reach: 5 }) +
    hand.solid('M44 146h12v126h-12Z', tones.bark, { reach: 5 }) +
    hand.solid('M198 146h12v126h-12Z', tones.bark, { reach: 5 })
  );
}

/** A scene, 320 by 240: the same hand as the drawings, cut to a landscape. */
export function sceneSvg(name: SceneName): string {
  const { ground, place, draw } = scenes[name];
  const dice = throwDice(name);
  const scenery = drawGround(dice, ground, place);
  return sheet(320, 240, `<g transform="translate(0 -54)">${scenery}${draw(takeHand(), dice)}</g>`);
}
