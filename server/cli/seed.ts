import { parseArgs } from 'node:util';
import { findWorld, markWorld, openStage, worlds } from '#seed/index.ts';
import { proveBooks } from '#server/insight/index.ts';
import { type MikroORM, openCtx, run, sql, systemActor } from '#server/platform/index.ts';
import { reportProofs } from './report-break.ts';
import { CommandRefusal, withDatabase } from './with-database.ts';

const USAGE = 'Say: npm run seed -- demo [--now 2026-11-23T04:00:00Z]';

await withDatabase(async (orm) => {
  const { name, now } = readWishes();
  const found = await findWorld(openCtx(orm, systemActor, now));
  if (found === 'half') {
    throw new CommandRefusal('There is something in this database that no world speaks for: seed an empty one.');
  }
  if (found) {
    console.log(`The ${found.name} world is here already, as of ${found.now}: nothing to do.`);
    return 0;
  }
  return load(orm, name, now);
});

function readWishes(): { name: string; now: Date } {
  const { positionals, values } = readArguments();
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new CommandRefusal(`Which world? ${USAGE}`);
  if (!Object.hasOwn(worlds, name)) {
    throw new CommandRefusal(`There is no world ${name}; there is: ${Object.keys(worlds).join(', ')}. ${USAGE}`);
  }
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) throw new CommandRefusal(`${values.now} is no instant. ${USAGE}`);
  return { name, now };
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { now: { type: 'string' } } });
  } catch (error) {
    throw new CommandRefusal(`${(error as Error).message}. ${USAGE}`);
  }
}

/** Loads the world, proves its books, and marks it only when they hold. */
async function load(orm: MikroORM, name: string, now: Date): Promise<number> {
  const started = performance.now();
  console.log(`The ${name} world as of ${now.toISOString()}`);
  await worlds[name]?.(openStage(orm, now, (line) => console.log(line)));

  const system = openCtx(orm, systemActor, now);
  const proof = await proveBooks(system);
  if (!proof.holds) {
    reportProofs(proof);
    return 1;
  }
  await markWorld(system, name);
  await run(system, sql`analyze`);
  console.log(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s, ${proof.results.length} proofs hold`);
  return 0;
}
