import type { MigrationObject } from '@mikro-orm/postgresql';
import { TradeCore } from './0001-trade-core.ts';

/** In the order they are run. A migration that has landed is never edited. */
export const migrations: MigrationObject[] = [{ name: '0001-trade-core', class: TradeCore }];
