export { aDelivery, aPaidOrder, aPlacedOrder, pay } from './orders.ts';
export { anOpenPromotion } from './promotions.ts';
export { type AHousehold, type APack, type AProduce, type ASeller, openWorld, type PoolRow, World } from './world.ts';
