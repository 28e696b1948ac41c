import { namedRoom } from './rooms.mjs';

export default {
  mutate: namedRoom().folders.flatMap((folder) => [`${folder}/**/*.ts`, `!${folder}/**/*.spec.ts`]),
  plugins: ['./test/mutation/room-test-runner.mjs'],
  testRunner: 'room',
  testRunnerNodeArgs: ['--conditions=source'],
  coverageAnalysis: 'perTest',
  // What runs once when a module is loaded cannot be switched from one test to the next.
  ignoreStatic: true,
  concurrency: 2,
  // A module that was loaded stays in memory.
  maxTestRunnerReuse: 200,
  dryRunTimeoutMinutes: 20,
  reporters: ['clear-text', 'progress-append-only'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 95, low: 85, break: 85 },
  // The rooms reach no further.
  ignorePatterns: [
    '.stryker-tmp',
    '.vigia',
    'apps',
    'dist',
    'docker',
    'docs',
    'samples',
    'test/*',
    '!test/mutation',
    '!test/support',
  ],
};
