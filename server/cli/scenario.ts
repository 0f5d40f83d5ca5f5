import { AssertionError, DomainError } from '#server/kernel/errors.ts';
import { openScratchDatabase, openStory, scenarios } from '#server/scenarios/index.ts';
import { CommandRefusal, withDatabase } from './with-database.ts';

// Whoever has read enough (`| head`) must not leave the scratch database behind.
process.stdout.on('error', () => {});

await withDatabase(async () => {
  const [name, ...others] = process.argv.slice(2);
  const play = name && Object.hasOwn(scenarios, name) ? scenarios[name] : undefined;
  if (!play || others.length > 0) {
    throw new CommandRefusal(`Which story? Say: npm run scenario -- ${Object.keys(scenarios).join(' | ')}`);
  }
  await using scratch = await openScratchDatabase(process.env.DATABASE_URL ?? '');
  try {
    await play(
      scratch.orm,
      openStory((line) => console.log(line)),
    );
  } catch (error) {
    if (!(error instanceof AssertionError) && !(error instanceof DomainError)) throw error;
    console.error(`✗ 故事没有讲完 / the story broke: ${error.message}`);
    return 1;
  }
  console.log('✓ 故事讲完了，处处对得上 / the story is told, and every figure in it was right');
  return 0;
});
