// The walls of the house: who may know whom. Each row: what a domain may import beside itself and EVERYWHERE.
const EVERYWHERE = ['kernel', 'config'];
const MAY_IMPORT = {
  kernel: [],
  config: [],
  i18n: [],
  http: ['context'],
  context: [],
  audit: ['context'],
  parties: ['context', 'audit', 'resources'],
  resources: ['context', 'audit', 'parties'],
  register: ['context', 'audit', 'parties', 'resources'],
  events: ['context', 'audit', 'parties', 'register'],
  systemusers: ['context', 'audit', 'parties', 'resources', 'register', 'events'],
  authorization: ['context', 'audit', 'parties', 'resources', 'systemusers'],
  maskinporten: ['context', 'audit', 'parties', 'register', 'systemusers', 'events'],
  onboarding: ['context', 'audit', 'parties', 'maskinporten'],
  requests: ['context', 'audit', 'parties', 'resources', 'register', 'systemusers', 'authorization', 'events'],
  metrics: ['context', 'events', 'requests', 'systemusers'],
  tracing: ['context'],
  session: ['context', 'audit', 'parties', 'maskinporten', 'http', 'i18n'],
};

const STORE = '^lib/.*[/-]store\\.ts$';
const TEST = '\\.test\\.tsx?$|^lib/testing/';

const domains = Object.entries(MAY_IMPORT).map(([domain, allowed]) => ({
  name: `domain-${domain}`,
  comment: `lib/${domain} may import from lib: ${[...EVERYWHERE, ...allowed].join(', ')}.`,
  severity: 'error',
  from: { path: `^lib/${domain}/`, pathNot: TEST },
  to: {
    path: '^lib/',
    pathNot: `^lib/(${[domain, ...(domain === 'kernel' || domain === 'config' ? ['kernel'] : [...EVERYWHERE, ...allowed])].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...domains,
    {
      name: 'access-packages-below-parties',
      comment: 'The catalogue of access packages stands below the parties, the rest of the registry above them.',
      severity: 'error',
      from: { path: '^lib/resources/access-packages/', pathNot: TEST },
      to: { path: '^lib/parties/' },
    },
    {
      name: 'parties-know-packages-only',
      comment: 'The catalogue of access packages stands below the parties, the rest of the registry above them.',
      severity: 'error',
      from: { path: '^lib/parties/', pathNot: TEST },
      to: { path: '^lib/resources/', pathNot: '^lib/resources/access-packages/' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import each other cannot be read one at a time.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'store-is-private',
      comment: 'A store.ts belongs to its domain; others call the verbs and reads beside it.',
      severity: 'error',
      from: { path: '^lib/([^/]+)/' },
      to: { path: STORE, pathNot: '^lib/$1/' },
    },
    {
      name: 'store-is-private-to-its-folder',
      comment: 'The store.ts of a sub-noun belongs to that sub-noun.',
      severity: 'error',
      from: { path: '^lib/([^/]+)/([^/]+)/' },
      to: { path: '^lib/$1/[^/]+/store\\.ts$', pathNot: '^lib/$1/$2/' },
    },
    {
      name: 'store-is-private-from-above',
      comment: 'The store.ts of a sub-noun belongs to that sub-noun.',
      severity: 'error',
      from: { path: '^lib/([^/]+)/[^/]+$' },
      to: { path: '^lib/$1/[^/]+/store\\.ts$' },
    },
    {
      name: 'store-is-not-for-app',
      comment: 'Pages and endpoints call verbs, which decide whether the caller may.',
      severity: 'error',
      from: { pathNot: '^lib/' },
      to: { path: STORE },
    },
    {
      name: 'app-has-no-database',
      comment: 'app has no Db, so it can only call functions that take a Context: there is no way to forget the gate.',
      severity: 'error',
      from: { path: '^app/', pathNot: TEST },
      to: { path: '^db/|/drizzle-orm/' },
    },
    {
      name: 'database-through-store',
      comment:
        'lib meets its tables on the Db or Transaction it is given; the engines and the migrations are behind db/open.ts. Only a reset, a restore and a new namespace tell the seed’s story.',
      severity: 'error',
      from: {
        path: '^lib/',
        pathNot: `${STORE}|^lib/context/database\\.ts$|^lib/sandbox/(reset-sandbox|snapshots/restore-snapshot|namespaces/create-namespace)\\.ts$|${TEST}`,
      },
      to: { path: '^db/(sqlite|postgresql|dialect|schema|tables|migrations|seed)' },
    },
    {
      name: 'db-knows-kernel-only',
      comment: 'db stands below the domains; only the seed calls their functions.',
      severity: 'error',
      from: { path: '^db/', pathNot: `^db/seed/|${TEST}` },
      to: { path: '^(app|lib)/', pathNot: '^lib/kernel/' },
    },
    {
      name: 'nothing-below-knows-app',
      comment: 'app routes and renders; nothing depends on it.',
      severity: 'error',
      from: { path: '^(lib|db)/', pathNot: TEST },
      to: { path: '^app/' },
    },
    {
      name: 'wings-apart',
      comment: 'A wing never imports another wing: what they share, they share over HTTP.',
      severity: 'error',
      from: { path: '^app/\\(([^)]+)\\)/', pathNot: TEST },
      to: { path: '^app/\\(', pathNot: '^app/\\($1\\)/' },
    },
    {
      name: 'guest-krav',
      comment: 'The service owner’s API knows the portal by URL only.',
      severity: 'error',
      from: { path: '^(app/\\(krav\\)|lib/demo/kravogbetalinger)/', pathNot: TEST },
      to: { path: '^(app|lib|db)/', pathNot: '^(app/\\(krav\\)|lib/demo/kravogbetalinger)/' },
    },
    {
      name: 'guest-smartregnskap',
      comment: 'The vendor’s system knows the portal by URL only.',
      severity: 'error',
      from: { path: '^(app/\\(smartregnskap\\)|lib/demo/smartregnskap)/', pathNot: TEST },
      to: { path: '^(app|lib|db)/', pathNot: '^(app/\\(smartregnskap\\)|lib/demo/smartregnskap)/' },
    },
    {
      name: 'guests-are-not-for-us',
      comment: 'Nor does the portal know its guests.',
      severity: 'error',
      from: { pathNot: `^(app/\\((krav|smartregnskap)\\)|lib/demo|e2e)/|${TEST}` },
      to: { path: '^lib/demo/' },
    },
    {
      name: 'guests-use-jose-only',
      comment: 'A guest can be lifted out and pointed at the real services: jose and Node are all it takes.',
      severity: 'error',
      from: { path: '^lib/demo/', pathNot: TEST },
      to: { dependencyTypes: ['npm', 'npm-dev'], pathNot: '/jose/' },
    },
    {
      name: 'sdk-stands-alone',
      comment:
        'A vendor lifts lib/sdk out: it knows the portal by URL, and jose, standardwebhooks and Node are all it takes.',
      severity: 'error',
      from: { path: '^lib/sdk/', pathNot: TEST },
      to: {
        pathNot: '^lib/sdk/|/node_modules/(jose|standardwebhooks)/|^node_modules/(jose|standardwebhooks)/',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'sdk-is-not-for-us',
      comment: 'The product does not call itself from outside; tests, and scripts for people, may.',
      severity: 'error',
      from: { path: '^(app|lib|db|server\\.ts)', pathNot: `^lib/sdk/|${TEST}` },
      to: { path: '^lib/sdk/' },
    },
    {
      name: 'next-and-react-at-the-rim',
      comment: 'The product is plain TypeScript; Next and React stay in app, lib/session and lib/http.',
      severity: 'error',
      from: { path: '^(lib|db)/', pathNot: `^lib/(session|http)/|${TEST}` },
      to: { path: '/(next|react|react-dom|next-auth)/|\\.tsx$' },
    },
    {
      name: 'next-auth-has-one-door',
      comment: 'Who is signed in is a question for lib/session.',
      severity: 'error',
      from: { pathNot: '^lib/session/' },
      to: { path: '/next-auth/' },
    },
    {
      name: 'links-have-one-door',
      comment: 'A link by itself asks for pages before anybody wants them; app/_ui/page-link.tsx does not.',
      severity: 'error',
      from: { pathNot: '^app/_ui/page-link\\.tsx$' },
      to: { path: '/next/link' },
    },
    {
      name: 'sandbox-is-outermost',
      comment:
        'The sandbox may call every domain and be missing; only app, db/seed and server.ts, which sets its watch, know it.',
      severity: 'error',
      from: { pathNot: `^(app|lib/sandbox|db/seed)/|^server\\.ts$|${TEST}` },
      to: { path: '^lib/sandbox/' },
    },
    {
      name: 'testing-is-for-tests',
      comment: 'Builders and test contexts are not part of the product.',
      severity: 'error',
      from: { pathNot: `^e2e/|^bench/|${TEST}` },
      to: { path: '^lib/testing/|^e2e/' },
    },
    {
      name: 'no-dev-dependencies',
      comment: 'What runs in production must be installed there.',
      severity: 'error',
      from: { path: '^(app|lib|db|server\\.ts|proxy\\.ts)', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|data|node_modules/\\.)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mts', '.js', '.mjs', '.cjs', '.d.ts', '.json'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
