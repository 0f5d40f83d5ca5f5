import type { MikroORM } from '#server/platform/index.ts';
import { playFirstSale } from './first-sale.ts';
import { playFullMoney } from './full-money/index.ts';
import type { Story } from './story.ts';

export { openScratchDatabase } from './scratch-database.ts';
export { openStory, type Story } from './story.ts';

/** The stories that can be played, by the name they are asked for. */
export const scenarios: Readonly<Record<string, (orm: MikroORM, story: Story) => Promise<void>>> = {
  'first-sale': playFirstSale,
  'full-money': playFullMoney,
};
