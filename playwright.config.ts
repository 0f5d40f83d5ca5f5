import { defineConfig } from '@playwright/test';

const { BASE_URL, CHROMIUM_PATH } = process.env;
const chromiumWantsNoRoot = process.getuid?.() === 0;

/** `npm test -- e2e` gives the tests a shop and a browser; without it they walk through the one that `npm run up` serves. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: process.env.CI !== undefined,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: BASE_URL ?? 'http://localhost:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(CHROMIUM_PATH && { executablePath: CHROMIUM_PATH }),
      args: chromiumWantsNoRoot ? ['--no-sandbox'] : [],
    },
  },
});
