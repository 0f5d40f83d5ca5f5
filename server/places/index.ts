export { type DeliveryRegion, deliveryRegion } from './delivery-region.ts';
export { Region, type RegionLevel, regionLevels } from './region.entity.ts';
export { type DeliveryProvince, provinces } from './regions/china.ts';
export { counties, townships } from './regions/nanping.ts';
