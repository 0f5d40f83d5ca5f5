export { type Auth, type Caller, openAuth, type SignedIn, type Visit } from './auth.ts';
