export { Capacity, Location, Lot, type LotMode, Pool, Share, lotModes } from './stock.entity.ts';
