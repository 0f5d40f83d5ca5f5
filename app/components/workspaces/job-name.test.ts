import { expect, test } from 'vitest';
import { workspaces as english } from '#app/i18n/en/workspaces.ts';
import { workspaces as chinese } from '#app/i18n/zh-CN/workspaces.ts';
import { jobs } from '#server/jobs.ts';

test('every recurring job has a name in both languages', () => {
  const names = jobs.map(({ name }) => name.replaceAll('.', ' '));

  expect(names.filter((name) => !(name in chinese.admin.jobs))).toEqual([]);
  expect(names.filter((name) => !(name in english.admin.jobs))).toEqual([]);
});
