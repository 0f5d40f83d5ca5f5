import { expect, test } from 'vitest';
import { actorOf, createPersona } from '#server/people/index.ts';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { formsIn } from './testing/forms-in-html.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

test('a clerk asks less freight from Wednesday on; the page says when, and Wednesday’s order pays it', async () => {
  await using world = await openWorld();
  const { seller, pack } = await world.jar({ packs: 5 });
  const memberships = [{ role: 'clerk' as const, organization: seller.code }];
  const { userId } = await createPersona(world.system(), { code: 'clerk', name: '陈打包', memberships });
  const actor = await actorOf(world.system(), userId, { personas: true });
  const pages = pagesForTests(world);
  const ask = (body?: URLSearchParams) =>
    pages.ask(new Request('http://shop/coop/freight?zone=fujian', body ? { method: 'POST', body } : {}), { actor });

  const html = await (await ask()).text();
  const [form] = formsIn(html, '/coop/freight').filter(({ controls }) => controls.some(({ name }) => name === 'from'));
  const filled = new URLSearchParams(form?.controls.filter(({ name }) => name).map(({ name, value }) => [name, value]));
  filled.set('firstFen', '4.50');
  filled.set('from', '2026-06-01');
  const tooEarly = await ask(filled);
  filled.set('from', '2026-06-03');
  const set = await ask(filled);
  const again = await ask(filled);

  expect(html).toContain('平台通用的');
  expect(tooEarly.status).toBe(422);
  expect(await tooEarly.text()).toContain('value="4.50"');
  expect([set.status, again.status]).toEqual([302, 409]);
  expect(await (await ask()).text()).toContain('2026年6月3日');
  world.later(2 * 24 * 60);
  const { total } = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  expect(total).toBe(pack.price + 450);
  expect(pages.bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});
