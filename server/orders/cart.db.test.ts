import { expect, test } from 'vitest';
import { openCtx } from '#server/platform/index.ts';
import { openWorld } from '#server/testing/index.ts';
import { addToCart, adoptCart, findCartItems } from './index.ts';

test('a cart filled before signing in joins the one kept from another day, the larger count of a pack staying', async () => {
  await using world = await openWorld();
  const [honey, tea] = [await world.jar({ packs: 9 }), await world.jar({ packs: 9 })];
  const visitor = world.visitor();
  const lin = openCtx(world.orm, { ...visitor.actor, kind: 'person', id: 'lin' }, world.now);
  const kept = await addToCart(lin, null, { pack: honey.pack.code, count: 1 });
  await adoptCart(lin, kept.cartId);
  const filled = await addToCart(visitor, null, { pack: honey.pack.code, count: 3 });
  await addToCart(visitor, filled.cartId, { pack: tea.pack.code, count: 1 });

  const joined = await adoptCart(lin, filled.cartId);

  expect(joined).toEqual({ cartId: kept.cartId, packs: 4 });
  expect(new Map((await findCartItems(lin, kept.cartId)).map(({ pack, count }) => [pack, count]))).toEqual(
    new Map([
      [honey.pack.code, 3],
      [tea.pack.code, 1],
    ]),
  );
  expect(await findCartItems(visitor, filled.cartId)).toEqual([]);
});
