import { readEnv } from '#server/platform/env.ts';
import { redriveDeadLetters } from '#server/platform/jobs/index.ts';

// News nobody could hear is kept; once what stood in the way is mended, this tells it again.
const { DATABASE_DIRECT_URL, DATABASE_URL } = readEnv();
const moved = await redriveDeadLetters(DATABASE_DIRECT_URL ?? DATABASE_URL);
console.log(`${moved} told again`);
