import { expect, test } from '../fixtures/sign-in.ts';

test('somebody signs up, is called by name, signs out and comes back', async ({ page }) => {
  const email = `shopper-${Date.now()}@example.com`;
  await page.goto('/sign-up?to=/account');
  await page.getByLabel('怎么称呼你').fill('周小满');
  await page.getByLabel('邮箱').fill('not an address');
  await page.getByLabel('密码').fill('short');
  await page.getByRole('button', { name: '注册并登录' }).click();

  await expect(page.getByRole('alert')).toContainText('有 2 处需要改');
  await expect(page.getByLabel('怎么称呼你')).toHaveValue('周小满');
  await expect(page.getByLabel('邮箱')).toHaveAccessibleDescription(/请填邮箱地址/);

  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill('a sentence that is long');
  await page.getByRole('button', { name: '注册并登录' }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('banner')).toContainText('周小满');

  await page.getByRole('button', { name: '退出登录' }).click();
  await expect(page.getByRole('status')).toContainText('已退出登录');
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in\?to=%2Faccount$/);
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill('not the right one');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('邮箱或密码不对');
  await page.getByLabel('密码').fill('a sentence that is long');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await expect(page).toHaveURL(/\/account$/);
});

test('a phone signs in by the code that the demo shows in its outbox', async ({ page }) => {
  const phone = `139${String(Date.now()).slice(-8)}`;
  await page.goto('/sign-in?to=/account');
  await page.getByRole('link', { name: '用手机验证码登录' }).click();
  await page.getByLabel('手机号').fill(phone);
  await page.getByRole('button', { name: '发送验证码' }).click();
  const outbox = page.waitForEvent('popup');
  await page.getByRole('link', { name: /看看发了什么/ }).click();
  const text = (await outbox)
    .getByRole('article')
    .filter({ hasText: `139****${phone.slice(-4)}` })
    .first();
  const [code = ''] = ((await text.textContent()) ?? '').match(/(?<=验证码 )\d{6}/) ?? [];

  await page.getByLabel('6 位验证码').fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();

  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('row', { name: /手机/ })).toContainText(`139****${phone.slice(-4)}`);
});

test('a demo lets one be somebody else with one click, and says who that is in English too', async ({ page }) => {
  await page.goto('/sign-in?to=/account');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'See it as somebody else' })).toBeVisible();

  await page.getByRole('button', { name: /Huang Guixiang/ }).click();

  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByRole('row', { name: /My roles/ })).toContainText('Cooperative clerk');
  const workspaces = page.getByRole('navigation', { name: 'My workspaces' });
  await expect(workspaces.getByRole('link', { name: 'Cooperative workspace' })).toBeVisible();
});
