// The architecture as rules: who may import whom.
const layer = (name) => `^services/[^/]+/src/${name}/`;
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });
// Tests and in-memory ports may reach further than what they test.
const test = '\\.(test|contract)\\.tsx?$|/testing(\\.ts$|/)';
const kernel = '^packages/kernel/';
// What pure code may use besides itself: the words of the platform and of the language's calendar.
const calendar = 'node_modules/(temporal-polyfill|temporal-spec|rrule-temporal|libphonenumber-js)/';
const tables = '^packages/tables/src/(index|csv|table)\\.ts$';

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('everything-resolves', {}, { couldNotResolve: true }),
    forbid(
      'services-never-import-each-other',
      { path: '^services/([^/]+)/' },
      { path: '^services/', pathNot: '^services/$1/' },
    ),
    forbid(
      'packages-never-import-services',
      { path: '^packages/' },
      { path: '^(services|sandbox|cli|web|tools|bench|e2e)/' },
    ),
    forbid('nobody-imports-a-service', { path: '^(sandbox|cli|web|tools|e2e)/' }, { path: '^services/' }),
    forbid('kernel-stands-alone', { path: kernel, pathNot: test }, { pathNot: [kernel, 'node_modules/temporal-'] }),
    forbid(
      'domain-is-pure',
      { path: layer('domain'), pathNot: test },
      { pathNot: [layer('domain'), kernel, calendar, tables] },
    ),
    forbid(
      'app-knows-no-adapter',
      { path: layer('app'), pathNot: test },
      { pathNot: [layer('(app|domain)'), kernel, calendar, tables] },
    ),
    forbid(
      'adapters-do-not-know-each-other',
      { path: '^services/([^/]+)/src/adapters/([^/]+)/', pathNot: test },
      { path: layer('adapters'), pathNot: '/src/adapters/$2/' },
    ),
    forbid(
      'adapters-know-no-composition',
      { path: layer('adapters'), pathNot: test },
      { path: '^services/[^/]+/src/(compose|main)\\.ts$' },
    ),
    forbid(
      'container-only-in-compose',
      { path: '^services/', pathNot: '/compose\\.ts$' },
      { path: 'node_modules/tsyringe' },
    ),
    forbid(
      'mongoose-only-in-adapters',
      { path: '^services/', pathNot: ['/adapters/mongo/', '/compose\\.ts$', test] },
      { path: 'node_modules/(mongoose|mongodb)/' },
    ),
    forbid(
      'browser-takes-the-client-only',
      { path: '^web/', pathNot: test },
      { path: '^(packages|services|sandbox|tools)/', pathNot: '^packages/client/' },
    ),
    forbid(
      'no-words-that-say-nothing',
      {},
      { path: '/(common|shared|utils?|core|helpers?|managers?)(/|\\.tsx?$)', pathNot: 'node_modules' },
    ),
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: {
      path: [
        '^(packages|services)/[^/]+/dist/',
        '^(sandbox|cli|web|tools|bench|e2e)/dist/',
        '^packages/(contracts|client)/src/gen/',
      ],
    },
    enhancedResolveOptions: {
      conditionNames: ['@guildhall/source', 'import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
};
