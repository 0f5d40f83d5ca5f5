import type { Language } from '#server/kernel/text.ts';
import type { Auth } from '../auth/index.ts';
import type { Actor } from '../ctx.ts';
import type { Env } from '../env.ts';
import type { MikroORM } from '../orm.ts';
import type { Theme } from './reader.ts';

/** What the web process hands to every loader and action. Routes reach it through app/request.server.ts alone. */
export type RequestContext = {
  readonly orm: MikroORM;
  readonly auth: Auth;
  readonly env: Env;
  readonly actor: Actor;
  readonly userId: string | null;
  readonly sessionId: string | null;
  readonly lang: Language;
  readonly theme: Theme;
  /** The basket of this browser, if it has one. */
  readonly cartId: string | null;
  /** The number on the basket, as the browser's cookie says it. */
  readonly cartCount: number;
  readonly requestId: string;
  readonly clientAddress: string;
  now(): Date;
  /** Adds a Set-Cookie header to whatever the answer becomes. */
  setCookie(header: string): void;
};

declare module '@remix-run/node' {
  interface AppLoadContext extends RequestContext {}
}
