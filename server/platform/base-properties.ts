import { p } from '@mikro-orm/postgresql';

/** Every row of ours: an id that sorts by time, made by the database, and when the row was written. */
export const baseProperties = {
  id: p.uuid().primary().defaultRaw('uuidv7()'),
  createdAt: p.datetime().columnType('timestamptz').defaultRaw('now()'),
};
