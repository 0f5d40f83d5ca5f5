export { Household } from './household.entity.ts';
