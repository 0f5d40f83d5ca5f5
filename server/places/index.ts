export { Region, type RegionLevel, regionLevels } from './region.entity.ts';
