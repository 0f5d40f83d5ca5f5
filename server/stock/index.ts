export { type Draw, type DrawableShare, drawPacks } from './draw.ts';
export { findLots } from './find-lots.ts';
export {
  type Demand,
  type Drawn,
  foreseeDraws,
  type HeldDraw,
  type HoldResult,
  holdStock,
  promiseShifts,
  releaseHeld,
  type Shortage,
} from './hold-stock.ts';
export { type OpenLocation, openLocation } from './open-location.ts';
export { type ReceiveLot, receiveLot } from './receive-lot.ts';
export {
  lockPools,
  lockPoolsOfShares,
  moveOnHand,
  SCARCE_PACKS,
  type ShareShift,
  shiftShares,
  tagsOfPools,
} from './shift-shares.ts';
export { Capacity, Location, Lot, type LotMode, lotModes, Pool, Share } from './stock.entity.ts';
export { stockProofs } from './stock.proofs.ts';
export { type CapacityBasis, type VerifyCapacity, verifyCapacity } from './verify-capacity.ts';
