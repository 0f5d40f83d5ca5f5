export { type FileLock, lock, tryLock } from './file-lock.ts';
export { isFree, portFrom } from './free-port.ts';
export { isAlive } from './postmaster.ts';
export { folderRefusal, Refusal } from './refusal.ts';
export { type PostgresServer, type StartPostgres, startPostgres } from './start-postgres.ts';
