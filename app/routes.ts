import { index, type RouteConfig, route } from '@remix-run/route-config';

export default [
  index('routes/home.tsx'),
  route('products', 'routes/products.tsx'),
  route('products/:slug', 'routes/products.product.tsx'),
  route('search', 'routes/search.tsx'),
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
  route('cart', 'routes/cart.tsx'),
  route('cart/items', 'routes/cart.items.ts'),
  route('cart/lines', 'routes/cart.lines.ts'),
  route('checkout', 'routes/checkout.tsx'),
  route('pay/sandbox/:paymentId', 'routes/pay.sandbox.tsx'),
  route('orders', 'routes/orders.tsx'),
  route('orders/:number', 'routes/orders.order.tsx'),
  route('orders/:number/payment', 'routes/orders.payment.ts'),
  route('orders/:number/cancellation', 'routes/orders.cancellation.ts'),

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
