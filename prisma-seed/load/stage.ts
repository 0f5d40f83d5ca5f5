import { type Actor, type Ctx, type MikroORM, openCtx, systemActor } from '#server/platform/index.ts';

/** Where a world is played: its now, contexts at instants before it, and somebody who is told how far it is. */
export type Stage = {
  readonly now: Date;
  at(instant: Date, actor?: Actor): Ctx;
  tell(line: string): void;
};

export function openStage(orm: MikroORM, now: Date, tell: (line: string) => void): Stage {
  return { now, at: (instant, actor = systemActor) => openCtx(orm, actor, instant), tell };
}
