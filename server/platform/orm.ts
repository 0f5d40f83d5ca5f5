import { Migrator } from '@mikro-orm/migrations';
import { type EntitySchema, type MigrationObject, MikroORM } from '@mikro-orm/postgresql';
import type { Pool, TypeOverrides } from 'pg';
import type { Actor, Ctx } from './ctx.ts';
import { log } from './log.ts';
import { keepPlans } from './prepared-statements.ts';

const INT8 = 20;

export type OpenOrm = {
  url: string;
  // biome-ignore lint/suspicious/noExplicitAny: the ORM's own type of an entity class or schema.
  entities: any[];
  migrations?: MigrationObject[];
  poolMax?: number;
};

/** Opens the ORM on one database. Whole numbers arrive as numbers (all ours are safe integers), days as text. */
export function openOrm({ url, entities, migrations = [], poolMax = 12 }: OpenOrm): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    pool: { min: 0, max: poolMax },
    driverOptions: {
      // Statements sent together travel together; the server still runs them one after the other, in the order sent.
      pipeline: true,
      onPoolCreated: (pool: Pool) => {
        (pool.options.types as unknown as TypeOverrides).setTypeParser(INT8, Number);
        pool.on('connect', keepPlans);
      },
    },
    logger: (line) => log.debug(line),
    migrations: { migrationsList: migrations, snapshot: false, transactional: true, tableName: 'migration' },
    forceUtcTimezone: true,
    validateRequired: true,
    ignoreUndefinedInQuery: false,
  });
}

/** A context of its own for one request, job or command. */
export function openCtx(orm: MikroORM, actor: Actor, now: Date): Ctx {
  return { em: orm.em.fork(), actor, now };
}

export type { EntitySchema, MikroORM };
