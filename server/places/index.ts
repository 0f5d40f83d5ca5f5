export { type AddVillage, addVillage } from './add-village.ts';
export { type DeliveryRegion, deliveryRegion } from './delivery-region.ts';
export { deliveryProvinces, findDeliveryRegions, type RegionGroup } from './find-delivery-regions.ts';
export { Region, type RegionLevel, regionLevels } from './region.entity.ts';
export { type DeliveryProvince, provinces } from './regions/china.ts';
export { counties, townships } from './regions/nanping.ts';
