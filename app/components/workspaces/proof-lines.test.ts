import { expect, test } from 'vitest';
import { books as english } from '#app/i18n/en/books.ts';
import { books as chinese } from '#app/i18n/zh-CN/books.ts';
import { proofs } from '#server/insight/index.ts';

function sentence(tree: Record<string, Record<string, string>>, name: string): string | undefined {
  const [group = '', proof = ''] = name.split('.');
  return tree[group]?.[proof];
}

test('every proof of the books is said in both languages', () => {
  const names = [...proofs.map(({ name }) => name), 'jobs.all-ran'];

  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !sentence(chinese.audit.proof, name))).toEqual([]);
  expect(names.filter((name) => !sentence(english.audit.proof, name))).toEqual([]);
});
