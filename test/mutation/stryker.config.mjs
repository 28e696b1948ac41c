import { namedRoom } from './rooms.mjs';

const { name, folders } = namedRoom();

export default {
  mutate: folders.flatMap((folder) => [`${folder}/**/*.ts`, `!${folder}/**/*.spec.ts`]),
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: { configFile: 'test/mutation/jest.config.mjs', enableFindRelatedTests: false },
  coverageAnalysis: 'perTest',
  // What runs once when a module is loaded cannot be switched from one test to the next.
  ignoreStatic: true,
  // Only what was changed since the last run, or what a changed test covers, is tried again; `--force` tries everything.
  incremental: true,
  incrementalFile: `test/artefacts/mutation-${name}.json`,
  concurrency: 2,
  dryRunTimeoutMinutes: 20,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  ignorePatterns: ['.vigia', 'dist', 'samples', 'docs', 'test/artefacts'],
};
