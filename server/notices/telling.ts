import type { Delivered, Tx } from '#server/platform/index.ts';
import type { Post } from './readers.ts';
import type { Told } from './tell.ts';

/** Who is told what of a piece of news. */
export type Telling = (tx: Tx, payload: Delivered['payload'], post: Post) => Promise<Told[]>;
