import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tallyOfPlaywright, tallyOfVitest } from './tally.ts';

test('a test file that could not be loaded counts as one failure', () => {
  const path = report({
    numPassedTests: 4,
    numFailedTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  });

  expect(tallyOfVitest(path, 1)).toEqual({ passed: 4, failed: 2 });
});

test('a run that ends badly without a failed test still counts as failed', () => {
  expect(tallyOfVitest(report({ numPassedTests: 4, numFailedTests: 0, testResults: [] }), 1)).toEqual({
    passed: 4,
    failed: 1,
  });
});

test('a tool that left no report cannot pass for green', () => {
  expect(tallyOfVitest('/nowhere.json', 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyOfPlaywright('/nowhere.json', 1)).toEqual({ passed: 0, failed: 1 });
});

test('skipped browser tests are counted neither way', () => {
  expect(tallyOfPlaywright(report({ stats: { expected: 3, unexpected: 0, flaky: 1, skipped: 2 } }), 0)).toEqual({
    passed: 4,
    failed: 0,
  });
});

function report(content: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'tally-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}
