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
  route('coop', 'routes/coop.tsx', [
    index('routes/coop.desk.tsx'),
    route('parcels', 'routes/coop.parcels.tsx'),
    route('parcels/:number', 'routes/coop.parcel.tsx'),
    route('parcels/:number/shipment', 'routes/coop.parcel.shipment.tsx'),
    route('lots', 'routes/coop.lots.tsx'),
  ]),
  route('coop/parcels/:number/delivery', 'routes/coop.parcel.delivery.ts'),
  route('books', 'routes/books.tsx', [
    index('routes/books.desk.tsx'),
    route('households', 'routes/books.households.tsx'),
    route('households/:code', 'routes/books.household.tsx'),
    route('orders/:number', 'routes/books.order.tsx'),
    route('audit', 'routes/books.audit.tsx'),
  ]),
  route('books/households.csv', 'routes/books.households-csv.ts'),
  route('office', 'routes/office.tsx'),
  route('admin', 'routes/admin.tsx'),

  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig;
