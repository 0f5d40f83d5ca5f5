/** One drawing per family of produce; variants come from the seed. */
export const drawingFamilies = [
  'rock-tea',
  'black-tea',
  'white-tea',
  'green-tea',
  'honey',
  'citrus',
  'rice',
  'chestnut',
  'bamboo-fungus',
  'red-mushroom',
  'lotus-seed',
  'brown-sugar',
  'coix',
  'osmanthus',
  'bamboo-shoot',
  'eggs',
  'chicken',
  'lily',
  'jian-ware',
  'gift-box',
  'mixed-fruit',
  'village-visit',
] as const;
export type DrawingFamily = (typeof drawingFamilies)[number];

/** Small scenes for where there is nothing, or nothing any more. */
export const sceneNames = ['lost', 'closed', 'storm', 'empty-basket', 'no-results', 'all-done', 'quiet-field'] as const;
export type SceneName = (typeof sceneNames)[number];

/** Counts up when a drawing changes; the files are kept for a year by whoever fetched them. */
const edition = 1;

/** The address of a family's drawing; an unknown family becomes a gift box. */
export function drawingHref(family: string, seed: string): string {
  return `/drawings/${family}/${encodeURIComponent(seed)}.svg?${edition}`;
}

export function sceneHref(scene: SceneName): string {
  return `/drawings/scene/${scene}.svg?${edition}`;
}

export function isDrawingFamily(name: string): name is DrawingFamily {
  return (drawingFamilies as readonly string[]).includes(name);
}

export function isSceneName(name: string): name is SceneName {
  return (sceneNames as readonly string[]).includes(name);
}
