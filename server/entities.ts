import { Family, Pack, PackComponent, Produce, Product } from '#server/catalog/index.ts';
import { Household } from '#server/households/index.ts';
import { Organization } from '#server/people/index.ts';
import { Region } from '#server/places/index.ts';
import { Capacity, Location, Lot, Pool, Share } from '#server/stock/index.ts';

/** Every entity, listed by hand: what is not here does not exist for the ORM. */
export const entities = [
  Region,
  Organization,
  Household,
  Family,
  Produce,
  Product,
  Pack,
  PackComponent,
  Location,
  Capacity,
  Pool,
  Lot,
  Share,
];
