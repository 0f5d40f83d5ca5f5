import type { PgBoss } from 'pg-boss';
import type { openCtx } from '../orm.ts';

/** A fresh context for one piece of work. */
export type Open = () => ReturnType<typeof openCtx>;

/** New work knocks; work to be tried again does not, and is looked for this often. */
export const LOOK_AGAIN_SECONDS = 5;

type QueueOptions = Parameters<PgBoss['updateQueue']>[1];

/** Makes a queue as it is written down now, also where an older version of it is there already. */
export async function setUpQueue(
  boss: PgBoss,
  queue: string,
  options: QueueOptions,
  policy = 'standard',
): Promise<void> {
  await boss.createQueue(queue, { ...(options as Parameters<PgBoss['createQueue']>[1]), policy });
  await boss.updateQueue(queue, options);
}
