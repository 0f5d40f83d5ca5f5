import type { Page } from '@playwright/test';
import { personas } from '#seed/demo/people.ts';
import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');
/** The cheapest phone there is. */
test.use({ viewport: { width: 360, height: 740 } });

const yuan = /¥[\d,]+\.\d\d/;

test('a household opens its statement from its desk on a 360 px phone, reads the sum and says that it is right', async ({
  page,
  signInAs,
}) => {
  await signInAs('household');
  await page.goto('/household');
  await expect(page.getByText(t('statements.own.waiting', { count: 1 }))).toBeVisible();
  await expectAccessible(page);
  const waiting = page.getByRole('listitem').filter({ hasText: partOf(t('statements.own.look', { time: '|' })) });
  const sum = (await waiting.textContent())?.match(yuan)?.[0] ?? 'no sum';
  await waiting.getByRole('link').click();

  await expect(page.getByRole('heading', { level: 1 })).toContainText(sum);
  expect(await addedUp(page)).toBe(fenOf(sum));
  await expectAccessible(page);
  await page.getByRole('button', { name: t('statements.answer.accept') }).click();

  await expect(page.getByRole('status').first()).toContainText(t('statements.answer.done'));
  await expect(page.getByRole('button', { name: t('statements.answer.accept') })).toHaveCount(0);
  await page.goto('/household');
  await expect(page.getByText(t('statements.own.waiting', { count: 1 }))).toHaveCount(0);
  await expect(page.getByRole('listitem').filter({ hasText: sum, has: page.getByRole('link') })).toContainText(
    t('statements.state.confirmed'),
  );
});

test('another, not signed in, opens its own by the code it was told, and says which line is wrong', async ({
  page,
  signInAs,
}) => {
  const code = await toldByTheBookkeeper(page, () => signInAs('bookkeeper'));
  await page.context().clearCookies();
  await page.goto(`/s/${code.toLowerCase()}`);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(yuan);
  await page.getByRole('link', { name: t('statements.answer.object') }).click();

  await expect(page.getByRole('heading', { level: 1, name: t('statements.objection.title') })).toBeVisible();
  await expectAccessible(page);
  // Nothing ticked yet: what is wrong is said, and the words stay.
  const words = '我交了 20 斤，这里写少了。';
  await page.getByLabel(t('statements.objection.reason')).fill(words);
  await page.getByRole('button', { name: t('statements.objection.submit') }).click();
  await expect(page.getByRole('alert').first()).toContainText(t('statements.objection.lines'));
  await expect(page.getByLabel(t('statements.objection.reason'))).toHaveValue(words);
  await page
    .getByRole('group', { name: t('statements.objection.lines') })
    .getByRole('checkbox')
    .first()
    .check();
  await page.getByRole('button', { name: t('statements.objection.submit') }).click();

  await expect(page.getByRole('status').first()).toContainText(t('statements.objection.done'));
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText(t('statements.objection.open')).last()).toBeVisible();
  await expectAccessible(page);
});

test('who tries a code that is none is told that there is no such statement', async ({ page }) => {
  await page.goto('/s/NOSUCHCODE');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('main')).toContainText(t('errors.statements.unknown'));
  await expectAccessible(page);
});

/** The code of a statement that waits for its household, as somebody without a text message is told it by phone. */
async function toldByTheBookkeeper(page: Page, signIn: () => Promise<void>): Promise<string> {
  await signIn();
  await page.goto('/books/statements?state=stated');
  const own = personas.find(({ key }) => key === 'household')?.name['zh-CN'].replace('（示例）', '') ?? '';
  const others = page.getByRole('row').filter({ hasNotText: own });
  await others.getByRole('link').first().click();
  const link = page.locator('a[href^="/s/"]').first();
  return (await link.getAttribute('href'))?.match(/^\/s\/(\w+)/)?.[1] ?? '';
}

/** What the lines of a statement come to, in fen. */
async function addedUp(page: Page): Promise<number> {
  const lines = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: t('statements.lines.title') }) });
  const amounts = await lines.getByRole('listitem').locator('b').allTextContents();
  return amounts.reduce((sum, amount) => sum + fenOf(amount), 0);
}

function fenOf(amount: string): number {
  return Math.round(Number(amount.replace(/[¥,]/g, '').replace('−', '-')) * 100);
}

/** The words of a sentence before what is put into it. */
function partOf(sentence: string): string {
  return sentence.split('|')[0] ?? sentence;
}
