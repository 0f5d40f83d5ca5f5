/**
 * The floors of the house: imports go down only, news goes up by outbox. Modules named on one line share a floor. `people` stands on `places`, because an organization and its mandates lie in a region.
 */
const floors = [
  ['kernel'],
  ['platform'],
  ['places'],
  ['people'],
  ['households'],
  ['catalog', 'ledger'],
  ['promotions'],
  ['stock'],
  ['payments'],
  ['orders'],
  ['bank'],
  ['refunds'],
  ['fulfilment'],
  ['after-sales'],
  ['documents'],
  ['dues'],
  ['statements'],
  ['payouts'],
  ['settlement'],
  ['channels'],
  ['clearance', 'outreach'],
  ['notices'],
  ['insight'],
];

/** Side by side: each is a module of its own, and the seven channels never lean on one another. */
const rows = [['catalog', 'ledger'], ['channels/[^/]+'], ['clearance', 'outreach/[^/]+']];

/** Tests may use the world that server/testing opens, and it knows everything. */
const test = '(\\.test\\.tsx?|\\.factory\\.ts)$';
const door = '/(index|contract)\\.ts$';

function anyOf(modules) {
  return `^server/(${modules.join('|')})/`;
}

const upwards = floors.map((modules, height) => ({
  name: `${modules.join('-')}-imports-down-only`,
  comment: 'A module imports from the floors below its own. What happens above reaches it as news from the outbox.',
  severity: 'error',
  from: { path: `^server/(${modules.join('|')})/`, pathNot: test },
  to: {
    path: [
      ...(height + 1 < floors.length ? [anyOf(floors.slice(height + 1).flat())] : []),
      '^server/(cli|migrations|scenarios|testing)/',
      '^server/[^/]+\\.ts$',
      '^(app|prisma-seed|bench|e2e|bin)/',
    ],
  },
}));

const neighbours = rows.map((modules) => ({
  name: `${modules.map((module) => module.replace('/[^/]+', '')).join('-')}-do-not-know-each-other`,
  comment: 'Modules of one row are side by side and do not know each other.',
  severity: 'error',
  from: { path: `^server/(${modules.join('|')})/`, pathNot: test },
  to: { path: anyOf(modules), pathNot: '^server/$1/' },
}));

module.exports = {
  forbidden: [
    ...upwards,
    ...neighbours,
    {
      name: 'through-the-door',
      comment: 'From outside, a module is its index.ts (on the server) and its contract.ts (anywhere).',
      severity: 'error',
      // Migrations and seeds read the region tables as they stand.
      from: { path: '^server/(channels/[^/]+|outreach/[^/]+|[^/]+)/', pathNot: [test, '^server/migrations/'] },
      to: {
        path: anyOf(floors.slice(2).flat()),
        pathNot: ['^server/$1/', '^server/channels/[^/]+\\.ts$', door],
      },
    },
    {
      name: 'pages-through-the-door',
      comment: 'Pages ask modules through their doors; kernel and platform have no door.',
      severity: 'error',
      from: { path: '^app/', pathNot: [test, '^app/testing/'] },
      to: { path: '^server/', pathNot: ['^server/(kernel|platform)/', `^server/(channels/|outreach/)?[^/]+${door}`] },
    },
    {
      name: 'server-knows-no-pages',
      comment: 'Only the process that serves the pages may import them.',
      severity: 'error',
      from: { path: '^server/', pathNot: ['^server/(main|web|dev|worker|open-work)\\.ts$', test] },
      to: { path: '^app/' },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other are one thought cut in the wrong place. Types alone may look back.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'has-a-floor',
      comment: 'A new module says which floor it stands on, in the list above.',
      severity: 'error',
      from: { path: '^server/[^/]+/', pathNot: [anyOf(floors.flat()), '^server/(cli|migrations|scenarios|testing)/'] },
      to: {},
    },
    {
      name: 'not-in-production',
      comment: 'The product never runs on what is only there to test, seed, measure or launch it.',
      severity: 'error',
      from: {
        path: '^(app|server)/',
        pathNot: [test, '^app/testing/', '^server/(cli|scenarios|testing)/', '\\.factory\\.ts$'],
      },
      to: { path: ['^(prisma-seed|bench|e2e|bin)/', '^server/testing/', test] },
    },
    {
      name: 'found',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^build/' },
    // Type-only imports count: they tie modules together as much as the others do.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
