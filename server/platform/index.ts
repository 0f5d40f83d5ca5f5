export {
  type Actor,
  authorize,
  type Ctx,
  can,
  type Grant,
  organizationsWith,
  type Scope,
  systemActor,
  type Tx,
  transact,
} from './ctx.ts';
export { type Env, readEnv } from './env.ts';
export { beat, overdueHeartbeats } from './heartbeat.ts';
export { log } from './log.ts';
export { type MikroORM, openCtx, openOrm } from './orm.ts';
export { announce, type Delivered, type News, outboxLag, takeNews } from './outbox.ts';
export { PURGE_CHANNEL, purge } from './purge.ts';
export { asRecords, type RawBuilder, rowOf, rowsOf, run, sql } from './sql.ts';
export { type Change, recordChange } from './trail.ts';
