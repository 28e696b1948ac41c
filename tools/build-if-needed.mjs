/**
 * `npm start` builds only when something that goes into the build has changed since the last one.
 * The stamp is a digest of path, size and time of every source, so a deleted or renamed file counts as a change too.
 * With `--stamp` it only notes that dist was just built from the sources as they are.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const dist = path.join(root, 'dist');
const stampFile = path.join(dist, '.sources');
const inputs = [
  'apps',
  'libs',
  'package.json',
  'package-lock.json',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
];
const notBuilt = /\.spec\.tsx?$|\.md$/;

function* filesBelow(relative) {
  const info = statSync(path.join(root, relative), { throwIfNoEntry: false });
  if (info?.isDirectory()) {
    for (const name of readdirSync(path.join(root, relative)).sort())
      yield* filesBelow(`${relative}/${name}`);
  } else if (info?.isFile() && !notBuilt.test(relative)) {
    yield `${relative} ${info.size} ${info.mtimeMs}\n`;
  }
}

function digestOfSources() {
  const digest = createHash('sha256');
  for (const input of inputs) for (const line of filesBelow(input)) digest.update(line);
  return digest.digest('hex');
}

function stampOfBuild() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return undefined;
  }
}

function writeStamp(digest) {
  mkdirSync(dist, { recursive: true });
  writeFileSync(stampFile, digest);
}

/** A person reads sentences; a log collector reads one JSON object per line. */
function say(message) {
  const line = { time: new Date().toISOString(), level: 'info', message };
  process.stderr.write(`${process.stderr.isTTY ? message : JSON.stringify(line)}\n`);
}

function build(digest) {
  say(
    stampOfBuild() === undefined
      ? 'Building Vigía (about half a minute) …'
      : 'Sources have changed: building …',
  );
  const startedAt = performance.now();
  // A file whose source is gone must not live on in the build.
  rmSync(dist, { recursive: true, force: true });
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) {
    writeStamp(digest);
    say(`Built in ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  } else {
    process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`);
    say('The build failed: see above. After an update, `npm ci` may be needed first.');
    process.exitCode = 1;
  }
}

const digest = digestOfSources();
if (process.argv.includes('--stamp')) writeStamp(digest);
else if (stampOfBuild() !== digest) build(digest);
