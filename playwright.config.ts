import { defineConfig } from '@playwright/test';
import type { ShopOptions } from './e2e/fixtures/shop.ts';

const languages = ['zh-CN', 'en'] as const;
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
const scripts = [true, false] as const;

/** Whoever reads, on whatever screen, with a script or without: one road through the shop holds for all of them. */
const readers = languages.flatMap((language) =>
  Object.entries(screens).flatMap(([screen, viewport]) =>
    scripts.map((javaScriptEnabled) => ({
      name: `road ${language} ${screen} ${javaScriptEnabled ? 'script' : 'no-script'}`,
      testMatch: 'shopper/road.spec.ts',
      // Each language is looked at in light and dark, so that the contrast of both palettes is.
      use: {
        language,
        viewport,
        javaScriptEnabled,
        colorScheme: (language === 'en') === (screen === 'phone') ? 'dark' : 'light',
      } as const,
    })),
  ),
);

export default defineConfig<ShopOptions>({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: process.env.BASE_URL ?? 'http://localhost:3000',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: screens.desktop,
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure',
    trace: 'off',
    video: 'off',
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      // Chromium refuses its sandbox to root.
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'crash', testMatch: 'crash/*.spec.ts', fullyParallel: false },
    ...readers,
    // A household's yes makes money payable: none says it while the books count a run to the fen.
    { name: 'payout', testMatch: 'bookkeeper/payout.spec.ts' },
    { name: 'households', testMatch: 'household/*.spec.ts', dependencies: ['payout'] },
    {
      name: 'people',
      testIgnore: ['shopper/road.spec.ts', 'crash/*.spec.ts', 'bookkeeper/payout.spec.ts', 'household/*.spec.ts'],
    },
  ],
});
