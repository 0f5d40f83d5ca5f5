import { expect, test } from 'vitest';
import { drawingSvg } from './drawing-svg.ts';
import { drawingFamilies, sceneNames } from './families.ts';
import { sceneSvg } from './scenes.ts';

const BYTES_MAX = 24_000;

test('the same seed draws the same picture', () => {
  expect(drawingSvg('honey', 'shunchang-wild')).toBe(drawingSvg('honey', 'shunchang-wild'));
});

test('of twelve neighbours of one family no two are alike', () => {
  for (const family of drawingFamilies) {
    const shelf = Array.from({ length: 12 }, (_, place) => drawingSvg(family, `neighbour-${place}`));

    expect(new Set(shelf).size).toBe(shelf.length);
  }
});

test('every drawing and scene is whole and light', () => {
  const pictures = [
    ...drawingFamilies.flatMap((family) => ['a', 'b', 'c', 'd'].map((seed) => drawingSvg(family, seed))),
    ...sceneNames.map(sceneSvg),
  ];

  for (const picture of pictures) {
    expect(picture).not.toMatch(/NaN|undefined|Infinity/);
    expect(picture.length).toBeLessThan(BYTES_MAX);
  }
});
