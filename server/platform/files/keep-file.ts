import { createHash } from 'node:crypto';
import { DomainError } from '#server/kernel/errors.ts';
import { uuidv7 } from '#server/kernel/ids.ts';
import type { Ctx, Tx } from '../ctx.ts';
import { rowOf, run, sql } from '../sql.ts';
import type { Image } from './read-image.ts';

/** Keeps a picture in the caller's transaction; says under which id. Who may see it is for the owner of the id to say. */
export async function keepImage(tx: Tx, image: Image): Promise<string> {
  const id = uuidv7(tx.now);
  const sha256 = createHash('sha256').update(image.bytes).digest('hex');
  await run(
    tx,
    sql`insert into file (id, kind, mime, bytes, thumbnail, sha256, actor_id, created_at)
        values (${id}, 'image', 'image/jpeg', ${image.bytes}, ${image.thumbnail}, ${sha256}, ${tx.actor.id}, ${tx.now})`,
  );
  return id;
}

export type KeptFile = { mime: string; bytes: Buffer; sha256: string };

/** A kept file, whole or as a thumbnail. Asks nobody's leave: the query that knows whose it is has done so. */
export async function readFile(
  ctx: Pick<Ctx, 'em'>,
  id: string,
  size: 'whole' | 'thumbnail' = 'whole',
): Promise<KeptFile> {
  const file = await rowOf<KeptFile>(
    ctx,
    sql`select mime, sha256, ${size === 'thumbnail' ? sql`coalesce(thumbnail, bytes)` : sql`bytes`} as bytes
        from file where id = ${id}`,
  );
  if (!file) throw new DomainError('not-found', 'files.unknown');
  return file;
}
