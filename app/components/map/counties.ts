/** Nanping's ten county units, in the order of their codes. */
export const countyCodes = [
  '350702',
  '350703',
  '350721',
  '350722',
  '350723',
  '350724',
  '350725',
  '350781',
  '350782',
  '350783',
] as const;

export type CountyCode = (typeof countyCodes)[number];

/**
 * Where a tile stands: row, and first of two half columns. Laid like bricks, so that of the true borders all but one
 * (建阳 with 顺昌) are kept.
 */
export const tilePlaces: Record<CountyCode, readonly [row: number, column: number]> = {
  '350782': [1, 2],
  '350722': [1, 4],
  '350723': [2, 1],
  '350703': [2, 3],
  '350724': [2, 5],
  '350781': [3, 2],
  '350783': [3, 4],
  '350725': [3, 6],
  '350721': [4, 3],
  '350702': [4, 5],
};

/** The order in which tiles are read and reached by the keyboard: row by row, as the eye goes. */
export const tileOrder = Object.keys(tilePlaces).sort((a, b) => {
  const [rowA, columnA] = tilePlaces[a as CountyCode];
  const [rowB, columnB] = tilePlaces[b as CountyCode];
  return rowA - rowB || columnA - columnB;
}) as CountyCode[];
