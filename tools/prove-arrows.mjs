/**
 * A rule that matches nothing looks like a rule that is kept. This writes, into a skeleton of the house in a temporary
 * folder, every import that must be refused and every one that must be allowed, and reads the verdicts.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const libs = readdirSync(path.join(root, 'libs'));

/** Written out a second time on purpose: the rule file is what is on trial. */
const allowed = {
  'libs/domain': [],
  'libs/messages': [],
  'libs/config': [],
  'libs/embedded': ['config', 'domain'],
  'libs/ingest': ['domain', 'messages'],
  'libs/reporting': ['domain', 'messages'],
  'libs/contracts': ['domain', 'messages'],
  'libs/mail': ['domain', 'messages', 'reporting', 'config'],
  'libs/queue': ['domain', 'config'],
  'libs/persistence': ['domain', 'config'],
  'libs/identity': ['domain', 'config', 'persistence'],
  'libs/tracking': ['domain', 'messages', 'ingest', 'reporting', 'mail', 'queue', 'persistence', 'identity'],
  'libs/installation': ['domain', 'config', 'embedded', 'persistence', 'queue', 'mail', 'tracking'],
  'apps/api': [
    'tracking',
    'contracts',
    'identity',
    'config',
    'domain',
    'messages',
    'mail',
    'reporting',
    'installation',
  ],
  'apps/worker': ['tracking', 'queue', 'config', 'domain', 'installation'],
  'apps/cli': libs,
  'apps/web': ['contracts', 'messages'],
};
const nameOf = (room) => room.split('/')[1];

const roomProbes = Object.entries(allowed).flatMap(([room, known]) =>
  libs
    .filter((lib) => lib !== nameOf(room))
    .map((lib) => ({
      room,
      target: `#${lib}`,
      refusedBy: known.includes(lib) ? undefined : `arrow-${nameOf(room)}`,
    })),
);

const refused = (refusedBy, room, ...targets) => targets.map((target) => ({ room, target, refusedBy }));
const allows = (room, ...targets) => targets.map((target) => ({ room, target }));

const probes = [
  ...roomProbes,
  ...libs.map((lib) => ({ room: 'apps/api', file: `probe-${lib}.module.ts`, target: `#${lib}` })),
  ...refused('lib-not-to-app', 'libs/tracking', '../../../apps/api/src/main.js'),
  ...refused('app-not-to-app', 'apps/api', '../../worker/src/main.js', '../../web/src/main.js'),
  ...refused('app-not-to-app', 'apps/web', '../../api/src/main.js'),
  ...refused('web-by-its-build', 'apps/cli', '../../web/src/main.js'),
  ...allows('apps/cli', '../../api/src/main.js', '../../worker/src/main.js'),
  ...refused('through-the-index', 'libs/tracking', '../../domain/src/index.js', '../../domain/src/inner.js'),
  ...refused('through-the-index', 'apps/api', '../../../libs/tracking/src/inner.js'),
  ...refused('inside-by-path', 'libs/domain', '#domain'),
  ...refused('no-circles', 'libs/domain', './circle.js'),
  ...refused('typeorm-in-persistence', 'libs/tracking', 'typeorm'),
  ...refused('typeorm-in-persistence', 'apps/api', 'typeorm'),
  ...allows('libs/persistence', 'typeorm'),
  ...refused('bullmq-in-queue', 'libs/tracking', 'bullmq', 'ioredis'),
  ...refused('bullmq-in-queue', 'apps/api', 'bullmq'),
  ...allows('libs/queue', 'bullmq', 'ioredis'),
  ...allows('apps/worker', 'bullmq'),
  ...refused('smtp-in-mail', 'libs/tracking', 'nodemailer', 'smtp-server', 'mailparser'),
  ...refused('smtp-in-mail', 'apps/worker', 'nodemailer'),
  ...allows('libs/mail', 'nodemailer', 'smtp-server', 'mailparser'),
  ...['domain', 'messages', 'ingest', 'reporting', 'contracts'].flatMap((lib) =>
    refused('no-framework-in-pure-rooms', `libs/${lib}`, '@nestjs/common'),
  ),
  ...refused('no-machine-in-domain', 'libs/domain', 'node:fs', 'node:crypto'),
  ...refused('no-machine-in-domain', 'libs/messages', 'node:fs'),
  ...refused('no-machine-in-browser', 'apps/web', 'node:fs'),
  ...refused('no-machine-in-browser', 'libs/contracts', 'node:fs'),
  ...refused('no-development-packages', 'libs/tracking', 'vite'),
  ...refused('declared-packages', 'libs/tracking', 'semver'),
  ...refused('resolvable', 'libs/tracking', './nowhere.js', '#nowhere'),
  ...refused('sources-not-builds', 'apps/api', '../../../dist/built.js'),
].map((probe, index) => ({ ...probe, path: `${probe.room}/src/${index}-${probe.file ?? 'probe.ts'}` }));

function buildSkeleton(folder) {
  const write = (file, text) => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const file of ['package.json', 'tsconfig.json', 'tsconfig.build.json', '.dependency-cruiser.cjs']) {
    cpSync(path.join(root, file), path.join(folder, file));
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  for (const room of Object.keys(allowed)) {
    write(`${room}/src/${room.startsWith('libs/') ? 'index' : 'main'}.ts`, 'export const room = true;\n');
    write(`${room}/src/inner.ts`, 'export const inner = true;\n');
  }
  write('dist/built.js', 'export const built = true;\n');
  for (const probe of probes) write(probe.path, `export * as probe from '${probe.target}';\n`);
  const circle = probes.find((probe) => probe.target === './circle.js');
  write(
    'libs/domain/src/circle.ts',
    `export type { probe } from './${path.basename(circle.path, '.ts')}.js';\n`,
  );
}

/** The names of the rules that refused each file. */
function verdicts(folder) {
  const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'libs'];
  const json = execFileSync(process.execPath, [cruiser, ...options], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const rulesByFile = new Map();
  for (const { from, rule } of JSON.parse(json).summary.violations) {
    rulesByFile.set(from, [...(rulesByFile.get(from) ?? []), rule.name]);
  }
  return rulesByFile;
}

const folder = mkdtempSync(path.join(tmpdir(), 'vigia-arrows-'));
let rulesByFile;
try {
  buildSkeleton(folder);
  rulesByFile = verdicts(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

const judged = probes.map((probe) => {
  const rules = rulesByFile.get(probe.path) ?? [];
  return {
    ...probe,
    rules,
    asExpected: probe.refusedBy === undefined ? rules.length === 0 : rules.includes(probe.refusedBy),
  };
});
const forbidden = judged.filter((probe) => probe.refusedBy !== undefined);
const permitted = judged.filter((probe) => probe.refusedBy === undefined);
const kept = (list) => list.filter((probe) => probe.asExpected).length;

const tried = new Set(forbidden.map((probe) => probe.refusedBy));
const rules = createRequire(import.meta.url)('../.dependency-cruiser.cjs').forbidden.map((rule) => rule.name);
const untried = rules.filter((rule) => !tried.has(rule));

for (const probe of judged.filter((each) => !each.asExpected)) {
  const expected = probe.refusedBy === undefined ? 'allowed' : `refused by ${probe.refusedBy}`;
  const verdict = probe.rules.length === 0 ? 'allowed' : `refused by ${probe.rules.join(', ')}`;
  process.stderr.write(`${probe.path} -> ${probe.target}: should be ${expected}, was ${verdict}\n`);
}
// Node reads the one list, editors and whoever draws the house the other.
const readJson = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { imports } = readJson('package.json');
const { paths } = readJson('tsconfig.json').compilerOptions;
const strangers = [
  ...new Set([...libs.map((lib) => `#${lib}`), ...Object.keys(imports), ...Object.keys(paths)]),
].filter((name) => imports[name] === undefined || imports[name].source !== paths[name]?.[0]);
for (const name of strangers)
  process.stderr.write(
    `${name}: package.json (imports) and tsconfig.json (paths) do not name the same file\n`,
  );

for (const rule of untried) process.stderr.write(`${rule}: no import above tries this rule\n`);
process.stdout.write(
  `arrows: ${kept(forbidden)} of ${forbidden.length} forbidden imports were refused, ` +
    `${kept(permitted)} of ${permitted.length} allowed ones passed\n`,
);
process.exitCode = kept(judged) === judged.length && untried.length === 0 && strangers.length === 0 ? 0 : 1;
