import { makeClaims } from '#seed/demo/claims.ts';
import { makeLots } from '#seed/demo/lots.ts';
import { makeOrders } from '#seed/demo/orders.ts';
import { claimsOf } from './claims.ts';
import { openDemoWorld } from './demo-world.ts';
import { intakes, publications, verifications } from './goods.ts';
import { loadGround } from './load-ground.ts';
import { loadPeople } from './load-people.ts';
import { ordersOfHousehold } from './orders-of-household.ts';
import { ordersOfToday } from './orders-of-today.ts';
import { promotionsOf } from './promotions.ts';
import { settlementOf } from './settlement.ts';
import type { Stage } from './stage.ts';
import { play } from './timeline.ts';
import { tradeOf } from './trade.ts';

/** Plays the demo world into an empty database: every row comes of a use-case, at the instant it happened. */
export async function loadDemo(stage: Stage): Promise<void> {
  const lots = makeLots(stage.now);
  const claims = makeClaims(stage.now, lots);
  const orders = [
    ...makeOrders(stage.now, lots),
    ...ordersOfHousehold(stage.now),
    ...ordersOfToday(stage.now),
    ...claims.map(({ order }) => order),
  ];
  const world = openDemoWorld(lots);

  stage.tell('  places, organizations, households and people');
  await loadGround(stage, world);
  await loadPeople(stage, world);
  await play(stage, 'fields, lots, shelves and orders', [
    ...verifications(stage, world),
    ...intakes(stage, world),
    ...publications(stage, world, orders),
    ...tradeOf(stage, world, orders),
    ...claimsOf(stage, world, claims),
    ...promotionsOf(stage),
    ...settlementOf(stage, world, orders),
  ]);
}
