import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { errors as english } from './en/errors.ts';
import { errors as chinese } from './zh-CN/errors.ts';

/** Every literal `module.reason` the source raises or hands to an error map. */
function codesRaised(): { file: string; code: string }[] {
  return globSync('{server,app}/**/*.{ts,tsx}', { exclude: (path) => path.includes('.test.') }).flatMap((file) => {
    const source = readFileSync(file, 'utf8');
    const raised = [...source.matchAll(/new DomainError\(\s*'[a-z-]+',\s*'([^']+)'/g)];
    const mapped = [
      ...source.matchAll(/\['(?:invalid|forbidden|not-found|conflict|throttled|unavailable)', '([^']+)'\]/g),
    ];
    const typed = [...source.matchAll(/['`](form\.[a-z-]+)[?'`]/g)];
    return [...raised, ...mapped, ...typed].map(([, code = '']) => ({ file, code }));
  });
}

function sentence(tree: unknown, code: string): unknown {
  const [module = '', reason = ''] = code.split('.');
  const branch = (tree as Record<string, unknown>)[module];
  return typeof branch === 'object' && branch !== null ? (branch as Record<string, unknown>)[reason] : undefined;
}

test('every refusal has a sentence in both languages', () => {
  const raised = codesRaised();

  expect(raised.length).toBeGreaterThan(30);
  expect(raised.filter(({ code }) => typeof sentence(chinese, code) !== 'string')).toEqual([]);
  expect(raised.filter(({ code }) => typeof sentence(english, code) !== 'string')).toEqual([]);
});
