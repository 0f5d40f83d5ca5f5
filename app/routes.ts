import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('drawings/:family/:file', 'routes/drawing.ts'),
  route('preferences', 'routes/preferences.ts'),
  route('styleguide', 'routes/styleguide.tsx'),

  route('sign-in', 'routes/sign-in.tsx'),
  route('sign-in/code', 'routes/sign-in.code.tsx'),
  route('sign-in/phone', 'routes/sign-in.phone.tsx'),
  route('sign-in/persona', 'routes/sign-in.persona.ts'),
  route('sign-up', 'routes/sign-up.tsx'),
  route('sign-out', 'routes/sign-out.ts'),
  route('account', 'routes/account.tsx'),
  route('outbox', 'routes/outbox.tsx'),

  route('refused', 'routes/refused.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
