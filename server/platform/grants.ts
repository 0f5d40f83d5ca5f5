import { systemActor } from './ctx.ts';
import { type MikroORM, openCtx } from './orm.ts';
import { rowsOf, sql } from './sql.ts';

/** Gives the application's role what it may do on every table there is now: the last step of every migrating, as the owner. */
export async function grantToApplication(orm: MikroORM): Promise<void> {
  await rowsOf(openCtx(orm, systemActor, new Date()), sql`select grant_to_application()`);
}
