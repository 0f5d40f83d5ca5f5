import { existsSync, readFileSync } from 'node:fs';

/** What a step counted. Every step counts at least one, so a tool that dies early cannot pass for green. */
export type Tally = { passed: number; failed: number };

/** Counts one for a check that has no tests of its own. */
export function tallyOfCode(code: number): Tally {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Reads vitest's JSON report. A file that could not even be loaded has no failed test, and is counted as one. */
export function tallyOfVitest(report: string, code: number): Tally {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = readReport(report);
  const unloadable = (testResults as { status: string; assertionResults: { status: string }[] }[]).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  return honest({ passed: Number(numPassedTests), failed: Number(numFailedTests) + unloadable.length }, code);
}

/** Reads Playwright's JSON report. A flaky test passed in the end, and Playwright's exit code agrees. */
export function tallyOfPlaywright(report: string, code: number): Tally {
  const stats = (readReport(report).stats ?? {}) as { expected?: number; unexpected?: number; flaky?: number };
  return honest({ passed: (stats.expected ?? 0) + (stats.flaky ?? 0), failed: stats.unexpected ?? 0 }, code);
}

/** The exit code outweighs the counts: an error outside every test fails the run too. */
function honest(tally: Tally, code: number): Tally {
  const sawNothing = tally.passed + tally.failed === 0;
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : sawNothing ? { passed: 0, failed: 1 } : tally;
}

function readReport(path: string): Record<string, unknown> {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
}
