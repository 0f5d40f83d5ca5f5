import { expect, test } from 'vitest';
import { aMaturedOrder, aStatement } from '#server/payouts/settlement.factory.ts';
import { anonymousActor } from '#server/people/index.ts';
import { sql } from '#server/platform/index.ts';
import { objectStatement } from '#server/statements/index.ts';
import { aPaidOrder, openWorld } from '#server/testing/index.ts';
import { pagesForTests } from './testing/pages-for-tests.ts';

test('after an objection the page names the lines objected to, its number and not its code, and says it was answered', async () => {
  await using world = await openWorld();
  const { pack, seller } = await world.jar({ packs: 10, agreedPrice: 5_000 });
  const order = await aPaidOrder(world, [{ pack: pack.code, count: 1 }]);
  await aMaturedOrder(world, seller, order.number);
  const { accessCode, number } = await aStatement(world);
  const lines = await world.rows<{ id: string }>(sql`select id from due_line`);
  await objectStatement(world.visitor(), { accessCode }, { lines: lines.map(({ id }) => id), reason: '我交了 20 斤' });
  const pages = pagesForTests(world);
  const ask = (path: string, init?: RequestInit) =>
    pages.ask(new Request(`http://shop${path}`, init), { actor: anonymousActor });

  const page = await (await ask(`/s/${accessCode}`)).text();
  const pressed = await ask(`/s/${accessCode}/confirmation`, {
    method: 'POST',
    body: new URLSearchParams({ deductions: 'accept' }),
  });
  const after = await (await ask(pressed.headers.get('location') ?? '')).text();

  const objection = page.slice(page.indexOf('您说的'));
  expect(objection).toContain(order.number);
  expect(objection).toContain('¥25.00');
  expect(objection).toContain('这几笔先不算在上面的合计里');
  expect(page).toContain(`单号 ${number}`);
  expect(page).not.toContain(`>${accessCode}<`);
  expect(page).not.toContain(`单号 ${accessCode}`);
  expect(page).not.toContain('卖出的货');
  expect(page).toContain('您已经回过话了。');
  expect(pressed.status).toBe(302);
  expect(after).toContain('您已经回过话了。');
  expect(pages.bugs).toEqual([]);
  expect(await world.brokenProofs()).toEqual([]);
});
