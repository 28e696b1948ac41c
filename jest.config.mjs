/** As .swcrc has it, and what the pages are written in. */
const pages = {
  jsc: {
    parser: { syntax: 'typescript', tsx: true },
    transform: { react: { runtime: 'automatic', importSource: 'preact' } },
    target: 'es2022',
  },
  module: { type: 'es6' },
  swcrc: false,
};
const shared = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: { '^.+\\.ts$': '@swc/jest', '^.+\\.tsx$': ['@swc/jest', pages] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // Libraries resolve to their sources, never to a stale build; `import` must not be listed (jest loads ESM itself).
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.vigia'],
};
const database = {
  globalSetup: '<rootDir>/test/support/start-database.mjs',
  globalTeardown: '<rootDir>/test/support/stop-database.mjs',
};

export default {
  reporters: ['default', '<rootDir>/test/support/closing-line-reporter.mjs'],
  testTimeout: 60_000,
  projects: [
    { ...shared, displayName: 'small', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts?(x)'] },
    {
      ...shared,
      displayName: 'disclosure',
      testMatch: ['<rootDir>/test/disclosure/**/*.disclosure.spec.ts'],
    },
    {
      ...shared,
      displayName: 'medium',
      testMatch: ['<rootDir>/test/medium/**/*.medium.spec.ts'],
      ...database,
    },
    {
      ...shared,
      displayName: 'security',
      testMatch: ['<rootDir>/test/security/**/*.security.spec.ts'],
      ...database,
    },
    { ...shared, displayName: 'e2e', testMatch: ['<rootDir>/test/e2e/**/*.e2e.spec.ts'], ...database },
    {
      ...shared,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.fault.spec.ts'],
      ...database,
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.browser.spec.ts'],
      ...database,
    },
  ],
};
