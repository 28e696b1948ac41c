/**
 * Runs the tests behind the promises about the worst day in their full form and prints the figure of each, in order. Ends red where a
 * test is red, or where a promise has no figure: a test that was skipped proves nothing.
 *
 * `npm run test:faults -- R9 R10` runs the files of these promises only; `--short` takes the form of the gate.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** What proves each promise, by the end of its path. R20 and R21 are of operations. */
const PROOFS = {
  R1: ['faults/kill.fault'],
  R2: ['faults/kill.fault'],
  R3: ['faults/queue.fault'],
  R4: ['faults/queue.fault'],
  R5: ['faults/database.fault'],
  R6: ['faults/queue.fault'],
  R7: ['notice/ladder-rule', 'tracking/reminders.medium'],
  R8: ['faults/relay.fault'],
  R9: ['faults/relay.fault'],
  R10: ['faults/relay.fault'],
  R11: ['faults/relay.fault'],
  R12: ['faults/relay.fault'],
  R13: ['api/returned-mail.medium'],
  R14: ['faults/kill.fault'],
  R15: ['calendar/zone-changes'],
  R16: ['tracking/watch-rules.medium'],
  R17: ['work-calendar/public-holidays'],
  R18: ['tracking/reminders.medium', 'tracking/alerts.medium'],
  R19: ['faults/burst.fault'],
  R22: ['faults/migration.fault'],
  R23: ['faults/watch.fault', 'tracking/operation.medium'],
  'incremental = full': ['run-sweep/incremental', 'tracking/incremental-sweep.medium'],
};

const given = process.argv.slice(2);
const short = given.includes('--short') || process.env.FULL_TESTS === '0';
const named = given.filter((one) => one !== '--short');
const unknown = named.filter((one) => !(one in PROOFS));
if (unknown.length > 0) {
  process.stderr.write(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(PROOFS).join(', ')}.\n`);
  process.exit(2);
}
const wanted = named.length > 0 ? named : Object.keys(PROOFS);
const files = [...new Set(wanted.flatMap((promise) => PROOFS[promise]))];

const jest = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    `--import=${path.resolve('test/support/typescript-in-threads.mjs')}`,
    path.resolve('node_modules/jest/bin/jest.js'),
    // One after the other: each test has the machine for itself.
    '--maxWorkers=1',
    ...['--selectProjects', 'small', 'medium', 'faults'],
    ...['--testPathPatterns', ...files.map((file) => `${file.replaceAll('.', '\\.')}\\.spec`)],
  ],
  {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, FULL_TESTS: short ? '0' : '1' },
  },
);
let said = '';
jest.stdout.setEncoding('utf8').on('data', (chunk) => {
  said += chunk;
  process.stdout.write(chunk);
});
const [code] = await once(jest, 'close');

const lines = said.split('\n');
const figuresOf = (promise) => lines.filter((line) => new RegExp(`^${promise}\\b`).test(line));
process.stdout.write(`\nThe promises about the worst day, ${short ? 'short' : 'full'} form\n`);
const silent = [];
for (const promise of wanted) {
  const figures = figuresOf(promise);
  if (figures.length === 0) silent.push(promise);
  for (const figure of figures) process.stdout.write(`  ${figure}\n`);
}
if (silent.length > 0)
  process.stdout.write(
    `  no figure of ${silent.join(', ')}: skipped (see above), or red before it came to one\n`,
  );
process.exit(code !== 0 || silent.length > 0 ? 1 : 0);
