import type { Permission } from '#server/people/index.ts';

export type RoutePolicy = 'public' | 'signed-in' | 'demo-only' | { permission: Permission };

/**
 * Who may ask for each route, by its id. Every route stands here, layouts too; one that does not is refused to everybody.
 * What may be done on a page is still for the use-case to say.
 */
export const routePolicies: Record<string, RoutePolicy> = {
  root: 'public',
  'routes/home': 'public',
  'routes/products': 'public',
  'routes/products.product': 'public',
  'routes/search': 'public',
  'routes/trace.find': 'public',
  'routes/trace': 'public',
  'routes/trace.label': 'public',
  'routes/households.household': 'public',
  'routes/villages.village': 'public',
  'routes/counties.county': 'public',
  'routes/channels': 'public',
  'routes/figures': 'public',
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

  'routes/cart': 'public',
  'routes/cart.items': 'public',
  'routes/cart.lines': 'public',
  'routes/checkout': 'public',
  'routes/pay.sandbox': 'demo-only',
  'routes/orders': 'public',
  'routes/orders.order': 'public',
  'routes/orders.payment': 'public',
  'routes/orders.cancellation': 'public',

  'routes/coop': { permission: 'parcels.see' },
  'routes/coop.desk': { permission: 'parcels.see' },
  'routes/coop.parcels': { permission: 'parcels.see' },
  'routes/coop.parcel': { permission: 'parcels.see' },
  'routes/coop.parcel.shipment': { permission: 'parcels.ship' },
  'routes/coop.parcel.delivery': { permission: 'parcels.deliver' },
  'routes/coop.lots': { permission: 'lots.read' },
  'routes/books': { permission: 'books.read' },
  'routes/books.desk': { permission: 'books.read' },
  'routes/books.households': { permission: 'books.read' },
  'routes/books.households-csv': { permission: 'books.read' },
  'routes/books.household': { permission: 'books.read' },
  'routes/books.order': { permission: 'books.read' },
  'routes/books.audit': { permission: 'audit.run' },
  'routes/office': { permission: 'households.read' },
  'routes/admin': { permission: 'people.manage' },
};
