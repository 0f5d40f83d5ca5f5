import { giftBoxes, jianWare, villageVisit } from './craft.ts';
import type { DrawingFamily } from './families.ts';
import { brownSugar, coix, lotusSeeds, rice } from './field.ts';
import { bambooFungus, bambooShoot, redMushroom } from './forest.ts';
import { drawGround, grounds } from './grounds.ts';
import { takeHand, throwDice } from './hand.ts';
import { chestnut, citrus, lily, mixedFruit, osmanthus } from './orchard.ts';
import type { Subject } from './subject.ts';
import { blackTea, greenTea, rockTea, whiteTea } from './teas.ts';
import { chicken, eggs, honey } from './yard.ts';

const subjects: Record<DrawingFamily, Subject> = {
  'rock-tea': rockTea,
  'black-tea': blackTea,
  'white-tea': whiteTea,
  'green-tea': greenTea,
  honey,
  citrus,
  rice,
  chestnut,
  'bamboo-fungus': bambooFungus,
  'red-mushroom': redMushroom,
  'lotus-seed': lotusSeeds,
  'brown-sugar': brownSugar,
  coix,
  osmanthus,
  'bamboo-shoot': bambooShoot,
  eggs,
  chicken,
  lily,
  'jian-ware': jianWare,
  'gift-box': giftBoxes,
  'mixed-fruit': mixedFruit,
  'village-visit': villageVisit,
};

/** These fill their sheet, or leave it at an edge on purpose. */
const reachesOut = new Set<DrawingFamily>([
  'citrus',
  'osmanthus',
  'village-visit',
  'red-mushroom',
  'lily',
  'mixed-fruit',
]);

/** A step nearer, standing on the same floor. */
function closer(thing: string): string {
  return `<g transform="translate(-11 -17) scale(1.07)">${thing}</g>`;
}

/** The drawing of a family, 320 by 320; the seed decides arrangement, vessel, place, paper and sky. The same seed, the same picture. */
export function drawingSvg(family: DrawingFamily, seed: string): string {
  const subject = subjects[family];
  const dice = throwDice(`${family} ${seed}`);
  const arrange = dice.pick(subject.arrangements);
  const ground = dice.pick([grounds.plain, grounds.warm, grounds.leaf, grounds.mist, grounds.dusk]);
  const scenery = drawGround(dice, ground, dice.pick(subject.places));
  const thing = arrange(takeHand(), dice);
  return sheet(320, 320, scenery + (reachesOut.has(family) ? thing : closer(thing)));
}

export function sheet(width: number, height: number, content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" stroke-linecap="round" stroke-linejoin="round">${content}</svg>`;
}
