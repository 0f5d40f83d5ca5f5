import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, startPostgres } from '#server/platform/postgres/index.ts';
import { buildWhenChanged } from './build.ts';
import { findChromium } from './chromium.ts';
import { onPoliteEnd, runNode } from './commands.ts';
import { say, tell } from './narrate.ts';
import { readSettings } from './settings.ts';
import { type Tally, tallyOfCode, tallyOfPlaywright, tallyOfVitest } from './tally.ts';
import { openTestShop } from './test-shop.ts';

const partNames = ['format', 'types', 'boundaries', 'unit', 'build', 'e2e'] as const;
type Part = (typeof partNames)[number];

type Run = { dataDir: string; reports: string; filters: string[]; ending: AbortSignal };

/** `npm test`: every check there is, one line each. `npm test -- types` runs a part, `npm test -- server/orders` some unit tests. */
export function test(): Promise<void> {
  return tell(async () => {
    const asked = process.argv.slice(2);
    const named = asked.filter(isPart);
    const filters = asked.filter((word) => !isPart(word));
    const everything = filters.length > 0 ? (['unit'] as const) : partNames;
    const { dataDir } = readSettings();
    const reports = join(dataDir, 'test-reports');
    mkdirSync(reports, { recursive: true });
    process.env.CI ??= 'true';

    const tallies = await runParts(named.length > 0 ? named : [...everything], {
      dataDir,
      reports,
      filters,
      ending: onPoliteEnd(),
    });

    const passed = tallies.reduce((sum, tally) => sum + tally.passed, 0);
    const failed = tallies.reduce((sum, tally) => sum + tally.failed, 0);
    say(`${passed} passed, ${failed} failed`);
    return failed === 0 ? 0 : 1;
  });
}

function isPart(word: string): word is Part {
  return partNames.some((name) => name === word);
}

async function runParts(parts: Part[], run: Run): Promise<Tally[]> {
  // The three that only read run side by side; what needs the whole machine runs alone.
  const reading = parts.filter((part) => ['format', 'types', 'boundaries'].includes(part));
  const tallies = await Promise.all(reading.map((part) => oneLine(part, run)));
  for (const part of parts.filter((other) => !reading.includes(other))) {
    tallies.push(await oneLine(part, run));
  }
  return tallies;
}

async function oneLine(part: Part, run: Run): Promise<Tally> {
  const started = performance.now();
  const tally = await runPart(part, run).catch((error: unknown) => {
    console.error(error instanceof Refusal ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  run.ending.throwIfAborted();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    `  ${tally.failed === 0 ? '✓' : '✗'} ${part.padEnd(12)} ${seconds.padStart(6)} s  ${tally.passed} passed, ${tally.failed} failed`,
  );
  return tally;
}

function runPart(part: Part, run: Run): Promise<Tally> {
  switch (part) {
    case 'format':
      return check(['node_modules/@biomejs/biome/bin/biome', 'check', '.'], run);
    case 'types':
      return check(['node_modules/typescript/bin/tsc', '--noEmit'], run);
    case 'boundaries':
      return check(
        [
          'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
          '--config',
          '.dependency-cruiser.cjs',
          ...['app', 'server', 'prisma-seed', 'bench', 'e2e', 'bin'].filter((folder) => existsSync(folder)),
        ],
        run,
      );
    case 'unit':
      return runVitest(run);
    case 'build':
      return buildWhenChanged(run.dataDir, run.ending).then(() => ({ passed: 1, failed: 0 }));
    case 'e2e':
      return runPlaywright(run);
  }
}

/** A check is quiet unless it found something. */
async function check(args: string[], { ending }: Run): Promise<Tally> {
  const { code, output } = await runNode({ args, output: 'keep', signal: ending });
  if (code !== 0) {
    say(output.trimEnd());
  }
  return tallyOfCode(code);
}

async function runVitest({ dataDir, reports, filters, ending }: Run): Promise<Tally> {
  const report = join(reports, 'vitest.json');
  rmSync(report, { force: true });
  const server = await startPostgres({
    dataDir: join(dataDir, 'test-postgres'),
    database: 'postgres',
    throwaway: true,
  });
  try {
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
    const { code } = await runNode({
      args: ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...filters],
      env: { TEST_DATABASE_URL: server.url, NODE_ENV: 'test' },
      output: 'show',
      signal: ending,
    });
    return tallyOfVitest(report, code);
  } finally {
    await server.stop();
  }
}

async function runPlaywright({ dataDir, reports, filters, ending }: Run): Promise<Tally> {
  const report = join(reports, 'playwright.json');
  rmSync(report, { force: true });
  const chromium = findChromium();
  await buildWhenChanged(dataDir, ending);
  const shop = await openTestShop(dataDir, ending);
  try {
    const { code } = await runNode({
      args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=line,json', ...filters],
      env: { BASE_URL: shop.address, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report, ...shop.env },
      output: 'show',
      signal: ending,
    });
    return tallyOfPlaywright(report, code);
  } finally {
    await shop.close();
  }
}
