import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{app,server,prisma-seed,bench,bin}/**/*.test.{ts,tsx,mjs}'],
    globalSetup: ['server/testing/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
});
