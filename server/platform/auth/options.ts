import { randomUUID } from 'node:crypto';
import type { BetterAuthOptions } from 'better-auth';
import type { Kysely } from 'kysely';
import { PASSWORD_CHARACTERS } from '#server/kernel/input.ts';
import { instantsAsDates } from './instants-as-dates.ts';

const DAY_SECONDS = 24 * 60 * 60;

type Settings = { database: Kysely<unknown>; secret: string; isHttps: boolean };

/**
 * How better-auth is set up: our tables and spellings, on the connection pool of everything else. It is never mounted
 * on a path: our pages call it, so its own HTTP limits and origin checks are off and ours stand in front.
 */
export function authOptions({ database, secret, isHttps }: Settings) {
  return {
    appName: 'qixiao',
    baseURL: 'http://auth.internal',
    secret,
    // biome-ignore lint/suspicious/noExplicitAny: the library's own type of a database it does not know.
    database: { db: database.withPlugin(instantsAsDates) as Kysely<any>, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      autoSignIn: true,
      minPasswordLength: PASSWORD_CHARACTERS.min,
      maxPasswordLength: PASSWORD_CHARACTERS.max,
    },
    session: {
      modelName: 'user_session',
      expiresIn: 30 * DAY_SECONDS,
      updateAge: DAY_SECONDS,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'user_account',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'user_credential',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'user_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    advanced: {
      cookiePrefix: 'qixiao',
      useSecureCookies: isHttps,
      ipAddress: { ipAddressHeaders: ['x-client-address'] },
      database: { generateId: () => randomUUID() },
    },
  } satisfies BetterAuthOptions;
}
