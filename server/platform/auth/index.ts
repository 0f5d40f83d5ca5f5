export { type Auth, type Caller, openAuth, type SignedIn, type Visit } from './auth.ts';
export { PASSWORD_CHARACTERS_MAX, PASSWORD_CHARACTERS_MIN } from './options.ts';
