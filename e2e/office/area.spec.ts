import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');

test('a county office sees the households of its county, those no order reached yet, and no other county', async ({
  page,
  signInAs,
}) => {
  await signInAs('county-office');
  await page.goto('/office');
  await expect(page.getByRole('heading', { level: 1, name: '顺昌县' })).toBeVisible();
  await expectAccessible(page);

  const tiles = page.getByRole('list', { name: t('workspaces.office.map') }).getByRole('listitem');
  await expect(tiles).toHaveCount(10);
  await expect(tiles.filter({ hasText: t('workspaces.office.outside') })).toHaveCount(9);

  await page.getByRole('link', { name: new RegExp(`^${t('workspaces.office.filters.unreached')}`) }).click();
  await expect(page.getByRole('table').or(page.getByText(t('workspaces.office.emptyUnreached')))).toBeVisible();
  await expectAccessible(page);

  const refused = await page.request.get('/office?place=350722');
  expect(refused.status()).toBe(403);
});
