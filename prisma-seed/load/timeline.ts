import type { Stage } from './stage.ts';

/** Something that happened in a world, at an instant. */
export type Happening = { at: Date; happen: () => Promise<unknown> };

const TOLD_EVERY_PERCENT = 10;

/** Lets everything happen in the order of time; of one instant, in the order of the list. Tells how far it is. */
export async function play(stage: Stage, what: string, happenings: readonly Happening[]): Promise<void> {
  const inOrder = [...happenings].sort((one, other) => one.at.getTime() - other.at.getTime());
  let told = 0;
  for (const [index, { happen }] of inOrder.entries()) {
    await happen();
    const percent = Math.floor(((index + 1) * 100) / inOrder.length);
    if (percent >= told + TOLD_EVERY_PERCENT) {
      told = percent - (percent % TOLD_EVERY_PERCENT);
      stage.tell(`  ${what} ${String(told).padStart(3)} %`);
    }
  }
}
