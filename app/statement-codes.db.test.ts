import { expect, test } from 'vitest';
import { anonymousActor } from '#server/people/index.ts';
import { openWorld } from '#server/testing/index.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

test('who tries one statement code after the other is told to wait, by every door, in his language; another is not', async () => {
  await using world = await openWorld();
  const pages = pagesForTests(world);
  const ask = (path: string, clientAddress: string, form?: Record<string, string>) => {
    const body = form ? new URLSearchParams(form) : null;
    const request = new Request(`http://shop${path}`, { method: form ? 'POST' : 'GET', body });
    return pages.ask(request, { actor: anonymousActor, language: 'en', clientAddress });
  };
  const guesser = '203.0.113.20';

  const doors = [
    (code: string) => ask(`/s/${code}`, guesser),
    (code: string) => ask(`/s/${code}/objection`, guesser),
    (code: string) => ask(`/s/${code}/objection`, guesser, { 'lines[0]': crypto.randomUUID(), reason: 'x' }),
    (code: string) => ask(`/s/${code}/confirmation`, guesser, { deductions: 'accept' }),
  ];
  for (let times = 0; times < 20; times += 1) await (await doors[times % 2]?.(`GUESS${times}`))?.text();

  const [page, objecting, objection] = await Promise.all(doors.slice(0, 3).map((door) => door('GUESS')));
  expect([page?.status, objecting?.status, objection?.status]).toEqual([429, 429, 429]);
  expect(await page?.text()).toContain('That was too often. Please wait');
  expect((await ask('/s/GUESS', '203.0.113.21')).status).toBe(404);
  expect(pages.bugs).toEqual([]);
});
