import type { Place } from './grounds.ts';
import type { Dice, Hand } from './hand.ts';

/** What a family is drawn as: where it stands, and the thing itself in as many arrangements as it has. */
export type Subject = {
  places: readonly [Place, ...Place[]];
  arrangements: readonly [Arrangement, ...Arrangement[]];
};
export type Arrangement = (hand: Hand, dice: Dice) => string;
