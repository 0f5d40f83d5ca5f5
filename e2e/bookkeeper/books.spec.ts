import { buy } from '../fixtures/purchase.ts';
import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');

test("a bookkeeper opens a household's figure down to the postings of the order just paid", async ({
  page,
  signInAs,
}) => {
  const { number } = await buy(page.request, 'shunchang-honey-500g');
  await signInAs('bookkeeper');
  await page.goto('/books');
  await expectAccessible(page);

  await page
    .getByRole('navigation', { name: t('workspaces.nav') })
    .getByRole('link', { name: t('books.nav.households') })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: t('books.households.title') })).toBeVisible();
  await expectAccessible(page);
  const figure = page.getByRole('table').getByRole('link').first();
  const earned = (await figure.textContent())?.trim() ?? '';
  await figure.click();

  await expect(page.getByRole('table', { name: t('books.household.caption') })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(`¥${earned}`);
  await expectAccessible(page);

  await page.goto(`/books/orders/${number}`);
  await expect(page.getByRole('heading', { level: 1, name: t('books.order.heading', { number }) })).toBeVisible();
  await expect(page.getByText(t('books.order.balanced'))).toBeVisible();
  await expectAccessible(page);
  await page
    .getByRole('link', { name: new RegExp(`^${t('books.account.household-earned', { name: '' })}`) })
    .first()
    .click();
  await expect(page.getByRole('link', { name: number }).first()).toBeVisible();
});

test('the audit proves every line of the books while the shop goes on selling', async ({ page, signInAs }) => {
  await signInAs('bookkeeper');
  await page.goto('/books/audit');
  await page.getByRole('button', { name: t('books.audit.run') }).click();

  await expect(page.getByRole('status').first()).toContainText(t('books.audit.done'));
  await expect(page.getByText(t('books.audit.breaks'), { exact: true })).toHaveCount(0);
  const lines = page.getByRole('listitem').filter({ hasText: t('books.audit.holds') });
  await expect(page.getByText(t('books.audit.allHold', { count: await lines.count() }))).toBeVisible();
  await expectAccessible(page);
});
