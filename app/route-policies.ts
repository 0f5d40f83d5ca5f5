import type { Permission } from '#server/people/index.ts';

export type RoutePolicy = 'public' | 'signed-in' | 'demo-only' | { permission: Permission };

/**
 * Who may ask for each route, by its id. Every route stands here, layouts too; one that does not is refused to everybody.
 * What may be done on a page is still for the use-case to say.
 */
export const routePolicies: Record<string, RoutePolicy> = {
  root: 'public',
  'routes/home': 'public',
  'routes/not-found': 'public',
  'routes/refused': 'public',
  'routes/drawing': 'public',
  'routes/preferences': 'public',
  'routes/styleguide': 'public',

  'routes/sign-in': 'public',
  'routes/sign-in.phone': 'public',
  'routes/sign-in.code': 'public',
  'routes/sign-in.persona': 'demo-only',
  'routes/sign-up': 'public',
  'routes/sign-out': 'public',
  'routes/account': 'signed-in',
  'routes/outbox': 'demo-only',
};
