import { loadDemo } from './load/load-demo.ts';
import type { Stage } from './load/stage.ts';

export { openStage, type Stage } from './load/stage.ts';
export { findWorld, markWorld, type WorldMark } from './load/world-mark.ts';

/** The worlds that can be loaded, by the name they are asked for. */
export const worlds: Readonly<Record<string, (stage: Stage) => Promise<void>>> = { demo: loadDemo };
