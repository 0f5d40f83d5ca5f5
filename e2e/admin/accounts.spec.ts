import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');

test('an administrator finds a clerk by name and sees whether recurring work runs', async ({ page, signInAs }) => {
  await signInAs('administrator');
  await page.goto('/admin');
  await expectAccessible(page);
  // While all of it is on time, it is folded into one line.
  const folded = page.locator('#health summary');
  if (await folded.isVisible()) await folded.click();
  await expect(page.getByRole('table', { name: t('workspaces.admin.health') })).toContainText(
    t('workspaces.admin.jobs.orders lapse'),
  );

  await page.getByLabel(t('workspaces.admin.search')).fill('黄桂香');
  await page.getByRole('button', { name: t('workspaces.admin.find') }).click();

  const accounts = page.getByRole('table', { name: t('workspaces.admin.accounts') });
  await expect(accounts.getByRole('row')).toHaveCount(2);
  await expect(accounts).toContainText(t('people.roles.clerk'));
});

test('who is no administrator is told so by a page', async ({ page, signInAs }) => {
  await signInAs('coop-clerk');
  const refused = await page.request.get('/admin');

  expect(refused.status()).toBe(403);
  expect(await refused.text()).toContain(t('errors.page.forbidden'));
});
