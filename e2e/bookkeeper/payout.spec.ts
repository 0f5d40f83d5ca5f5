import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { luhnCheckDigit } from '#server/kernel/codes.ts';
import { fen, formatYuan } from '#server/kernel/money.ts';
import { say } from '../fixtures/say.ts';
import { expect, expectAccessible, test } from '../fixtures/shop.ts';

const t = say('zh-CN');
const [MAKER, CHECKER] = ['bookkeeper', 'second-bookkeeper'];
const NEW_CARD = `629999700000000042${luhnCheckDigit('629999700000000042')}`;

type Owed = { number: string; household: string; amount: number };

/** Two statements that wait for their households, as the books list them. */
async function waitingStatements(page: Page): Promise<Owed[]> {
  await page.goto('/books/statements?state=stated');
  const rows = page.getByRole('table').getByRole('row');
  const owed: Owed[] = [];
  // From the end, so that nobody else's test is about the same.
  for (const back of [-2, -1]) {
    const links = rows.nth((await rows.count()) + back).getByRole('link');
    const number = (await links.nth(0).textContent()) ?? '';
    const household = (await links.nth(1).textContent()) ?? '';
    const cells = await rows
      .nth((await rows.count()) + back)
      .getByRole('cell')
      .allTextContents();
    owed.push({ number, household, amount: Math.round(Number((cells[2] ?? '').replace(',', '')) * 100) });
  }
  return owed;
}

/** The household opens its link on a phone of its own and says yes. */
async function agree(browser: Browser, books: Page, { number }: Owed): Promise<void> {
  await books.goto(`/books/statements/${number}`);
  const link = await books.getByRole('link', { name: t('settlement.statementPage.open') }).getAttribute('href');
  const phone = await browser.newContext({ baseURL: new URL(books.url()).origin });
  const page = await phone.newPage();
  await page.goto(link ?? '');
  await page.getByRole('button', { name: t('statements.answer.accept') }).click();
  await expect(page.getByText(t('statements.state.confirmed')).first()).toBeVisible();
  await phone.close();
}

async function openRun(page: Page, owed: Owed[]): Promise<string> {
  await page.goto('/books/payouts');
  await expectAccessible(page);
  const amount = formatYuan(fen(owed.reduce((sum, one) => sum + one.amount, 0)));
  await expect(page.getByText(t('settlement.payouts.payableCount', { count: owed.length, amount }))).toBeVisible();
  await page.getByRole('button', { name: t('settlement.payouts.open') }).click();
  await expect(page.getByText(t('settlement.payouts.opened'))).toBeVisible();
  await expectFigures(page, { total: owed });
  return new URL(page.url()).pathname;
}

/** Every figure there is: the sums at the top and each household's row. */
async function expectFigures(
  page: Page,
  groups: Partial<Record<'total' | 'paid' | 'returned', Owed[]>>,
): Promise<void> {
  const main = page.getByRole('main');
  for (const [name, owed] of Object.entries(groups)) {
    const sum = owed.reduce((total, { amount }) => total + amount, 0);
    const card = main.locator('.figure-card', { hasText: t(`settlement.payout.${name as 'total'}`) });
    await expect(card).toContainText(formatYuan(fen(sum)));
    await expect(card).toContainText(t('settlement.count', { count: owed.length }));
  }
  for (const { number, household, amount } of groups.total ?? []) {
    const row = transferOf(page, number);
    await expect(row).toContainText(household);
    await expect(row).toContainText(formatYuan(fen(amount)).replace('¥', ''));
  }
}

function transferOf(page: Page, statement: string) {
  return page.getByRole('table', { name: t('settlement.payout.caption') }).getByRole('row', { name: statement });
}

async function approve(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: t('settlement.payout.approve') }).click();
  await expect(page.getByText(t('settlement.payout.approved'))).toBeVisible();
}

/** The rows of the bank file: number, payee, card, amount. */
async function download(page: Page, path: string): Promise<string[][]> {
  await page.goto(path);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: t('settlement.payout.download') }).click(),
  ]);
  const text = await readFile(await file.path(), 'utf8');
  return text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
}

async function upload(page: Page, path: string, rows: string[][]): Promise<void> {
  await page.goto(path);
  const text = [['业务编号', '金额', '结果', '原因'], ...rows].map((row) => row.join(',')).join('\n');
  await page
    .getByLabel(t('settlement.payout.resultsFile'))
    .setInputFiles({ name: '回单.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: t('settlement.payout.read') }).click();
}

test('a bookkeeper runs a payout with a returned transfer, and pays it in the next run', async ({
  page,
  browser,
  signInAs,
}) => {
  await signInAs(MAKER);
  const owed = await waitingStatements(page);
  const [paid, returned] = owed as [Owed, Owed];
  for (const one of owed) await agree(browser, page, one);

  // Made by one, approved by another, whatever who made it tries.
  const first = await openRun(page, owed);
  await expect(page.getByText(t('settlement.payout.own'))).toBeVisible();
  await expect(page.getByRole('button', { name: t('settlement.payout.approve') })).toHaveCount(0);
  const refused = await page.request.post(`${first}/approval`, { form: { sure: 'yes' } });
  expect(await refused.text()).toContain(t('errors.payouts.own-run'));
  await signInAs(CHECKER);
  await approve(page, first);

  // Handed to the bank; a file of results with one row wrong changes nothing.
  await signInAs(MAKER);
  const file = await download(page, first);
  expect(file.map(([, payee, , amount]) => [payee, Math.round(Number(amount) * 100)])).toEqual(
    owed.map(({ household, amount }) => [household, amount]),
  );
  const [[paidNumber = '', , , paidYuan = ''] = [], [returnedNumber = '', , oldCard = '', returnedYuan = ''] = []] =
    file;
  const good = [paidNumber, paidYuan, '成功', ''];
  await upload(page, first, [good, [returnedNumber, '0.01', '退票', '账户已销户']]);
  await expect(page.getByText(t('settlement.payout.wrong', { count: 1 }))).toBeVisible();
  await expect(page.getByText(t('errors.payouts.amount-differs', { row: 3, number: returnedNumber }))).toBeVisible();
  await expectAccessible(page);
  await page.goto(first);
  await expect(transferOf(page, paid.number)).toContainText(t('settlement.payout.transferStates.sent'));

  await upload(page, first, [good, [returnedNumber, returnedYuan, '退票', '账户已销户']]);
  await expect(page.getByRole('status')).toContainText('1');
  await expectFigures(page, { total: owed, paid: [paid], returned: [returned] });
  await expect(transferOf(page, paid.number)).toContainText(t('settlement.payout.transferStates.paid'));
  await expect(transferOf(page, returned.number)).toContainText('账户已销户');
  await expectAccessible(page);

  // The card is corrected where it came back, and the next run pays to it.
  await transferOf(page, returned.number)
    .getByRole('link', { name: t('settlement.payout.correct') })
    .click();
  await page.getByLabel(t('settlement.card.number')).fill('6222');
  await page.getByRole('button', { name: t('settlement.card.submit') }).click();
  await expect(page.getByText(t('errors.households.bank-card')).first()).toBeVisible();
  await expect(page.getByLabel(t('settlement.card.number'))).toHaveValue('6222');
  await page.getByLabel(t('settlement.card.number')).fill(NEW_CARD);
  await page.getByRole('button', { name: t('settlement.card.submit') }).click();
  await expect(page.getByText(t('settlement.card.done'))).toBeVisible();

  const second = await openRun(page, [returned]);
  expect(second).not.toBe(first);
  await signInAs(CHECKER);
  await approve(page, second);
  await signInAs(MAKER);
  const [[number = '', payee, card, yuan = ''] = []] = await download(page, second);
  expect([payee, card]).toEqual([returned.household, NEW_CARD]);
  expect(oldCard).not.toBe(NEW_CARD);
  await upload(page, second, [[number, yuan, '成功', '']]);
  await expectFigures(page, { total: [returned], paid: [returned] });

  await page.goto(`/books/statements/${returned.number}`);
  await expectAccessible(page);
  const payments = page.getByRole('table', { name: t('settlement.statementPage.transfers') }).getByRole('row');
  await expect(payments).toHaveCount(3);
  await expect(payments.nth(1)).toContainText(t('settlement.payout.transferStates.paid'));
  await expect(payments.nth(2)).toContainText(t('settlement.payout.transferStates.returned'));
  await page.goto('/books/audit');
  await page.getByRole('button', { name: t('books.audit.run') }).click();
  await expect(page.getByText(t('books.audit.breaks'), { exact: true })).toHaveCount(0);
});
