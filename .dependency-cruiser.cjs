/**
 * The order list: a feature may import only the features above it, and only through their index.ts.
 * What must react to a feature below it subscribes to server/platform/events instead.
 */
const features = [
  'consent',
  'organizations',
  'identity',
  'uploads',
  'donors',
  'sites',
  'donations',
  'volunteers',
  'inventory',
  'questionnaires',
  'eligibility',
  'results',
  'honors',
  'certificates',
  'privileges',
  'gates',
  'appointments',
  'visits',
  'growth',
  'matching',
  'waivers',
  'payouts',
  'inpatient-care',
  'surveys',
  'notifications',
  'audit',
];

const anyOf = names => `(?:${names.join('|')})`;

const onlyThoseAbove = features.slice(0, -1).map((feature, index) => ({
  name: `order:${feature}`,
  comment: `${feature} stands above these features in the order list; subscribe to platform/events instead of importing them.`,
  severity: 'error',
  from: { path: `^server/features/${feature}/` },
  to: { path: `^server/features/${anyOf(features.slice(index + 1))}/` },
}));

module.exports = {
  forbidden: [
    ...onlyThoseAbove,
    {
      name: 'feature-not-in-the-order-list',
      comment: 'Give the new feature its place in the list of .dependency-cruiser.cjs.',
      severity: 'error',
      from: {},
      to: { path: '^server/features/[^/]+/', pathNot: `^server/features/${anyOf(features)}/` },
    },
    {
      name: 'only-through-the-index',
      comment: "Another feature's files are its own; import its index.ts, or let it export what you need there.",
      severity: 'error',
      from: { path: '^server/features/([^/]+)/' },
      to: {
        path: '^server/features/([^/]+)/',
        pathNot: ['^server/features/$1/', '^server/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'no-cycles',
      // Types that speak of each other (App and Tx) are erased; the order list holds for types too.
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'types-import-neither-side',
      comment: 'types/ runs in the server, on the phone and in the gate; it knows none of them.',
      severity: 'error',
      from: { path: '^types/' },
      to: { path: '^(server|miniapp|config|scripts)/' },
    },
    {
      name: 'types-without-node',
      comment: 'types/ also runs on a phone, where no Node module exists.',
      severity: 'error',
      from: { path: '^types/', pathNot: '\\.(test|prove)\\.tsx?$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'miniapp-not-server',
      comment: 'What both sides need lives in types/.',
      severity: 'error',
      from: { path: '^miniapp/', pathNot: '^miniapp/e2e/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-not-miniapp',
      comment: 'What both sides need lives in types/.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^miniapp/' },
    },
    {
      name: 'platform-and-adapters-not-features',
      comment: 'platform/ and adapters/ serve the features and know none of them.',
      severity: 'error',
      from: { path: '^server/(platform|adapters)/' },
      to: { path: '^server/(features|app\\.ts|main\\.ts|worker\\.ts)' },
    },
    {
      name: 'adapters-know-one-system-each',
      comment:
        'An adapter speaks to one outside system (data-sharing is the road that several share); a feature brings two together.',
      severity: 'error',
      from: { path: '^server/adapters/([^/]+)/' },
      to: { path: '^server/adapters/([^/]+)/', pathNot: '^server/adapters/($1|data-sharing)/' },
    },
    {
      name: 'ui-without-business',
      comment: 'miniapp/ui holds components without business words; pass what they show as props.',
      severity: 'error',
      from: { path: '^miniapp/(ui|platform)/' },
      to: { path: '^miniapp/(features|pages)/' },
    },
    {
      name: 'tests-stay-tests',
      comment: 'Code that runs in production imports no test and no test support.',
      severity: 'error',
      from: {
        path: '^(server|types|miniapp)/',
        pathNot: ['\\.(test|prove|spec|bench)\\.tsx?$', '^server/(testing|bench)/', '^miniapp/e2e/'],
      },
      to: { path: ['\\.(test|prove|spec)\\.tsx?$', '^server/testing/'] },
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'declared-packages',
      comment: 'A package that package.json does not name arrives by luck.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-at-run-time',
      comment: 'The server starts after `npm ci --omit=dev` too.',
      severity: 'error',
      from: { path: '^(server|types)/', pathNot: ['\\.(test|prove|spec|bench)\\.tsx?$', '^server/(testing|bench)/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
