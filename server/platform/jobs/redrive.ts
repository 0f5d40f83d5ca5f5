import { PgBoss } from 'pg-boss';
import { DEAD_LETTERS, JOBS_SCHEMA } from './dead-letters.ts';

const PER_CALL = 1_000;

/** Puts all dead letters back before its listeners, once what made them fail is mended. Returns how much there was. */
export async function redriveDeadLetters(url: string): Promise<number> {
  const boss = new PgBoss({
    connectionString: url,
    schema: JOBS_SCHEMA,
    createSchema: false,
    max: 1,
    supervise: false,
    schedule: false,
  });
  await boss.start();
  let moved = 0;
  for (let turn = PER_CALL; turn === PER_CALL; moved += turn) {
    turn = await boss.redrive(DEAD_LETTERS, { limit: PER_CALL });
  }
  await boss.stop({ graceful: false });
  return moved;
}
