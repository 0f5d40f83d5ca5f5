export type { Fault } from './faults.ts';
export { openStripeStandIn, type StripeStandIn } from './open-stripe-stand-in.ts';
