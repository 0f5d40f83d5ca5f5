import { test as base, expect } from '@playwright/test';
import { buyOverHttp } from './buyers.ts';
import { CrashShop, victims } from './crash-shop.ts';

const PURCHASES = 200;
const BUYERS = 8;
const CRASH_AFTER = 70;

// biome-ignore lint/complexity/noBannedTypes: Playwright's word for no fixtures of a test's own.
const test = base.extend<{}, { shop: CrashShop }>({
  shop: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here.
    async ({}, use) => {
      await using shop = await CrashShop.open();
      await use(shop);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

for (const victim of victims) {
  test(`kill -9 of ${victim} amid ${PURCHASES} purchases loses no order that was confirmed, and no fen`, async ({
    shop,
  }) => {
    const before = await countOrders(shop);
    let crash: Promise<void> | undefined;

    const { told, cutOff } = await buyOverHttp({
      address: shop.address,
      pack: shop.pack,
      purchases: PURCHASES,
      buyers: BUYERS,
      onPaid(count) {
        if (count === CRASH_AFTER) crash = shop.crash(victim);
      },
    });
    await crash;

    expect(told.filter(({ paid }) => paid)).toHaveLength(PURCHASES);
    if (victim !== 'worker') expect(cutOff, 'buyers stood in the middle of it').toBeGreaterThan(0);
    const kept = await shop.rows<{ number: string; state: string; total: string }>(
      `select number, state, total_fen::text as total from trade_order`,
    );
    const stateOf = new Map(kept.map(({ number, state, total }) => [number, `${state} ${total}`]));
    const lost = told.filter(({ number, total }) => stateOf.get(number) !== `paid ${total}`);
    expect(lost, 'confirmed as paid, and not so in the database').toEqual([]);
    expect(await countOrders(shop), 'nobody ordered twice by asking twice').toBe(before + PURCHASES);
    await expect.poll(() => newsWaiting(shop), { message: 'all news is told', timeout: 40_000 }).toBe(0);
    await expect(shop.audit(), 'the books hold').resolves.toBeTruthy();
  });
}

async function countOrders(shop: CrashShop): Promise<number> {
  const [row] = await shop.rows<{ count: number }>('select count(*)::int as count from trade_order');
  return row?.count ?? 0;
}

async function newsWaiting(shop: CrashShop): Promise<number> {
  const [row] = await shop.rows<{ count: number }>(
    'select count(*)::int as count from outbox where delivered_at is null',
  );
  return row?.count ?? 0;
}
