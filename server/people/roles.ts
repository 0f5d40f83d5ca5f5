/** Everything that may be asked of an actor. What no role holds is for the system itself: its jobs and its webhooks. */
export const permissions = [
  'advances.fund',
  'advances.give',
  'agreements.manage',
  'audit.run',
  'bank.keep',
  'books.read',
  'capacities.verify',
  'cart.use',
  'catalog.browse',
  'catalog.manage',
  'claims.apply',
  'claims.arbitrate',
  'claims.decide',
  'claims.lapse',
  'claims.see',
  'deductions.propose',
  'documents.issue',
  'documents.read',
  'dues.mature',
  'dues.read',
  'households.correct-card',
  'households.read',
  'households.recognize-self',
  'households.register',
  'locations.open',
  'lots.read',
  'lots.receive',
  'messages.mend',
  'messages.send',
  'notices.tell',
  'objections.resolve',
  'orders.cancel',
  'orders.change',
  'orders.lapse',
  'orders.pay',
  'orders.place',
  'orders.receive',
  'orders.see-own',
  'organizations.found',
  'outbox.read',
  'parcels.deliver',
  'parcels.pack',
  'parcels.presume-received',
  'parcels.see',
  'parcels.ship',
  'payments.receive',
  'payments.refund',
  'payments.take-cash',
  'payouts.approve',
  'payouts.assemble',
  'payouts.export',
  'payouts.pay-cash',
  'payouts.read-results',
  'people.forget',
  'people.manage',
  'periods.close',
  'places.manage',
  'products.index',
  'products.publish',
  'promotions.manage',
  'refunds.send-anew',
  'statements.answer',
  'statements.answer-for',
  'statements.make',
  'statements.see-own',
] as const;
export type Permission = (typeof permissions)[number];

/** How far a role reaches: one organization, one area with all below it, anywhere, or only what is the person's own. */
export type Reach = 'organization' | 'area' | 'anywhere' | 'self';

type RoleOf = { reach: Reach; permissions: readonly Permission[] };

const clerk: readonly Permission[] = [
  'parcels.see',
  'parcels.pack',
  'parcels.ship',
  'parcels.deliver',
  'documents.issue',
  'documents.read',
  'lots.read',
  'lots.receive',
  'locations.open',
  'products.publish',
  'promotions.manage',
  'dues.read',
  'deductions.propose',
  'claims.see',
  'claims.decide',
  'payments.take-cash',
];

const villageHelper: readonly Permission[] = [
  'households.read',
  'households.register',
  'households.correct-card',
  'statements.answer-for',
];

/** A bookkeeper makes payout runs and approves those of others: never his own. */
const bookkeeper: readonly Permission[] = [
  'bank.keep',
  'books.read',
  'documents.read',
  'periods.close',
  'audit.run',
  'dues.read',
  'deductions.propose',
  'objections.resolve',
  'refunds.send-anew',
  'advances.fund',
  'advances.give',
  'households.correct-card',
  'payouts.assemble',
  'payouts.approve',
  'payouts.export',
  'payouts.read-results',
  'payouts.pay-cash',
];

/** What each role may do. The reach of a role is also a CHECK on the membership row. */
export const roles = {
  shopper: { reach: 'self', permissions: [] },
  household: { reach: 'self', permissions: ['statements.see-own'] },
  clerk: { reach: 'organization', permissions: clerk },
  cashier: { reach: 'organization', permissions: ['payments.take-cash', 'lots.read'] },
  'unit-buyer': { reach: 'organization', permissions: [] },
  'unit-approver': { reach: 'organization', permissions: [] },
  'unit-finance': { reach: 'organization', permissions: [] },
  'union-officer': { reach: 'organization', permissions: [] },
  'union-member': { reach: 'organization', permissions: [] },
  'village-helper': { reach: 'area', permissions: villageHelper },
  'township-office': { reach: 'area', permissions: ['households.read', 'capacities.verify'] },
  'county-office': { reach: 'area', permissions: ['households.read', 'capacities.verify'] },
  'city-office': { reach: 'area', permissions: ['households.read'] },
  bookkeeper: { reach: 'anywhere', permissions: bookkeeper },
  administrator: {
    reach: 'anywhere',
    permissions: [
      'books.read',
      'documents.read',
      'audit.run',
      'households.read',
      'people.manage',
      'organizations.found',
      'places.manage',
      'catalog.manage',
      'claims.arbitrate',
      'promotions.manage',
      'messages.mend',
      'dues.read',
      'agreements.manage',
      'payouts.approve',
    ],
  },
} as const satisfies Record<string, RoleOf>;

export type RoleName = keyof typeof roles;
export const roleNames = Object.keys(roles) as RoleName[];

/** What everybody may do, signed in or not: look, fill a cart, order, pay, see what he ordered and take it back. */
export const everybodyMay: readonly Permission[] = [
  'catalog.browse',
  'cart.use',
  'orders.place',
  'orders.pay',
  'orders.see-own',
  'orders.cancel',
  'orders.change',
  'orders.receive',
  'statements.answer',
  'households.recognize-self',
  'claims.apply',
];

/** What a demo lets everybody do besides: read the texts and mails that a real installation would have sent. */
export const demoLets: readonly Permission[] = ['outbox.read'];
