import type { Auth } from '#server/platform/auth/index.ts';
import { type Actor, type Env, type MikroORM, openCtx } from '#server/platform/index.ts';
import { actorOf } from './actor-of.ts';
import { anonymousActor, inDemo } from './actors.ts';

type Recognize = { orm: MikroORM; auth: Auth; env: Pick<Env, 'demo'>; headers: Headers; now: Date };

export type Recognized = {
  actor: Actor;
  userId: string | null;
  sessionId: string | null;
  /** To be set on the answer: they prolong the session, or clear one that is over. */
  cookies: string[];
};

/** Who sent a request. Without a session cookie this asks the database nothing. */
export async function recognize({ orm, auth, env, headers, now }: Recognize): Promise<Recognized> {
  const { userId, sessionId, cookies } = await auth.visit(headers);
  const ctx = openCtx(orm, anonymousActor, now);
  const actor = userId === null ? anonymousActor : await actorOf(ctx, userId, { personas: env.demo });
  const known = actor.kind === 'person';
  return {
    actor: env.demo ? inDemo(actor) : actor,
    userId: known ? userId : null,
    sessionId: known ? sessionId : null,
    cookies,
  };
}
