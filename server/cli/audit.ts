import { parseArgs } from 'node:util';
import { proveBooks } from '#server/insight/index.ts';
import { openCtx, systemActor } from '#server/platform/index.ts';
import { reportProofs } from './report-break.ts';
import { CommandRefusal, withDatabase } from './with-database.ts';

await withDatabase(async (orm) => {
  const asJson = readWishes();
  const proof = await proveBooks(openCtx(orm, systemActor, new Date()));
  if (asJson) console.log(JSON.stringify(proof, null, 2));
  else reportProofs(proof);
  return proof.holds ? 0 : 1;
});

function readWishes(): boolean {
  try {
    return parseArgs({ options: { json: { type: 'boolean' } } }).values.json ?? false;
  } catch (error) {
    throw new CommandRefusal(`${(error as Error).message}. Say: npm run audit [-- --json]`);
  }
}
