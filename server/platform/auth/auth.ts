import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { phoneNumber } from 'better-auth/plugins/phone-number';
import type { Kysely } from 'kysely';
import { uuidv7 } from '#server/kernel/ids.ts';
import { maskPhone } from '#server/kernel/masking.ts';
import { type Ctx, systemActor } from '../ctx.ts';
import type { Env } from '../env.ts';
import { languageOf } from '../http/reader.ts';
import { type Messenger, sendSmsAtOnce } from '../messages/index.ts';
import { type MikroORM, openCtx } from '../orm.ts';
import { countTry } from '../rate-limit.ts';
import { sealAlike, unsealAlike } from '../sealed.ts';
import type { Secrets } from '../secrets.ts';
import { codeWords } from './code-words.ts';
import { directSession } from './direct-session.ts';
import { authOptions } from './options.ts';
import { translated } from './refusals.ts';

const CODE_SECONDS = 300;
const CODE_TRIES = 5;

/** How often one may try: by address against guessing many accounts, by account against many addresses guessing one. */
const allowances = {
  signInFrom: { times: 20, seconds: 600 },
  signInTo: { times: 10, seconds: 900 },
  signUpFrom: { times: 10, seconds: 3600 },
  codesFrom: { times: 10, seconds: 3600 },
  codesTo: { times: 5, seconds: 3600 },
  codeSoonest: { times: 1, seconds: 60 },
} as const;

/** Who asks: the context of the request, its headers and the address it came from. */
export type Caller = { ctx: Ctx; headers: Headers; address: string };
/** Whose session a request carries, and the cookies that keep or end it. */
export type Visit = { userId: string | null; sessionId: string | null; cookies: string[] };
export type SignedIn = { userId: string; cookies: string[] };

export type Auth = {
  visit(headers: Headers): Promise<Visit>;
  signUp(caller: Caller, account: { name: string; email: string; password: string }): Promise<SignedIn>;
  signIn(caller: Caller, account: { email: string; password: string }): Promise<SignedIn>;
  sendCode(caller: Caller, phone: string): Promise<void>;
  signInWithCode(caller: Caller, given: { phone: string; code: string }): Promise<SignedIn>;
  /** For a persona of the demo; whoever calls this has checked that it may be done. */
  openSession(caller: Caller, userId: string): Promise<SignedIn>;
  signOut(headers: Headers): Promise<{ cookies: string[] }>;
  readonly sendsCodes: boolean;
};

type OpenAuth = {
  orm: MikroORM;
  env: Pick<Env, 'PUBLIC_URL'>;
  secrets: Pick<Secrets, 'session'>;
  messenger: Messenger;
};

/** Opens identity: who signs in and how. What a person may do is no business of this floor. */
export function openAuth({ orm, env, secrets, messenger }: OpenAuth): Auth {
  const auth = betterAuth({
    ...authOptions({
      database: orm.em.getConnection().getClient() as Kysely<unknown>,
      secret: secrets.session,
      isHttps: env.PUBLIC_URL?.startsWith('https://') ?? false,
    }),
    plugins: [
      phoneNumber({
        expiresIn: CODE_SECONDS,
        allowedAttempts: CODE_TRIES,
        schema: { user: { fields: { phoneNumber: 'phone_token', phoneNumberVerified: 'phone_verified' } } },
        signUpOnVerification: {
          getTempEmail: (token) => `${createHash('sha256').update(token).digest('hex').slice(0, 24)}@phone.invalid`,
          getTempName: (token) => maskPhone(unsealAlike(token)),
        },
        async sendOTP({ phoneNumber: token, code }, context) {
          const now = new Date();
          const language = languageOf(context?.headers?.get('cookie'));
          const params = { code, minutes: CODE_SECONDS / 60 };
          await sendSmsAtOnce(openCtx(orm, systemActor, now), messenger, {
            id: uuidv7(now),
            recipient: unsealAlike(token),
            language,
            template: 'people.sign-in-code',
            params,
            subject: null,
            words: codeWords[language](params),
          });
        },
      }),
      directSession,
    ],
  });

  return {
    sendsCodes: messenger.carries('sms'),

    async visit(headers) {
      if (!headers.get('cookie')?.includes('qixiao.session_token=')) {
        return { userId: null, sessionId: null, cookies: [] };
      }
      const found = await auth.api.getSession({ headers, returnHeaders: true });
      return {
        userId: found.response?.user.id ?? null,
        sessionId: found.response?.session.id ?? null,
        cookies: found.headers?.getSetCookie() ?? [],
      };
    },

    async signUp(caller, account) {
      await countTry(caller.ctx, `sign-up from ${caller.address}`, allowances.signUpFrom);
      const { headers, response } = await translated(
        auth.api.signUpEmail({ body: account, headers: headersOf(caller), returnHeaders: true }),
      );
      return { userId: response.user.id, cookies: headers.getSetCookie() };
    },

    async signIn(caller, account) {
      await countTry(caller.ctx, `sign-in from ${caller.address}`, allowances.signInFrom);
      await countTry(caller.ctx, `sign-in to ${account.email.toLowerCase()}`, allowances.signInTo);
      const { headers, response } = await translated(
        auth.api.signInEmail({ body: account, headers: headersOf(caller), returnHeaders: true }),
      );
      return { userId: response.user.id, cookies: headers.getSetCookie() };
    },

    async sendCode(caller, phone) {
      const token = sealAlike(phone);
      await countTry(caller.ctx, `codes from ${caller.address}`, allowances.codesFrom);
      await countTry(caller.ctx, `code to ${token}`, allowances.codeSoonest);
      await countTry(caller.ctx, `codes to ${token}`, allowances.codesTo);
      await translated(auth.api.sendPhoneNumberOTP({ body: { phoneNumber: token }, headers: headersOf(caller) }));
    },

    async signInWithCode(caller, { phone, code }) {
      await countTry(caller.ctx, `sign-in from ${caller.address}`, allowances.signInFrom);
      const { headers, response } = await translated(
        auth.api.verifyPhoneNumber({
          body: { phoneNumber: sealAlike(phone), code },
          headers: headersOf(caller),
          returnHeaders: true,
        }),
      );
      return { userId: response.user.id, cookies: headers.getSetCookie() };
    },

    async openSession(caller, userId) {
      const { headers } = await auth.api.openDirectSession({
        body: { userId },
        headers: headersOf(caller),
        returnHeaders: true,
      });
      return { userId, cookies: headers.getSetCookie() };
    },

    async signOut(headers) {
      const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
      return { cookies: answer.getSetCookie() };
    },
  };
}

/** The address goes in a header of our own, written over whatever came from outside under that name. */
function headersOf({ headers, address }: Caller): Headers {
  const own = new Headers(headers);
  own.set('x-client-address', address);
  return own;
}
