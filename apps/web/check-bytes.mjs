// Weighs what a reader downloads, gzip, after `npm run build:web`; exit 1 when a page has grown too heavy.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const client = resolve(import.meta.dirname, '../../dist/web/client');
const LIMITS = { script: 40_000, chart: 80_000 };

const manifest = JSON.parse(readFileSync(join(client, '.vite/manifest.json'), 'utf8'));
const weigh = (names) =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(join(client, name))).length, 0);

/** A chunk and everything it imports at once. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  seen.add(chunk.file);
  for (const other of chunk.imports ?? []) filesOf(other, seen);
  return seen;
}

const entry = Object.keys(manifest).find((key) => key.endsWith('entry-client.tsx'));
const first = filesOf(entry);
const later = new Set(
  (manifest[entry].dynamicImports ?? [])
    .flatMap((key) => [...filesOf(key)])
    .filter((name) => !first.has(name)),
);
const rows = [
  ['script of the first load', weigh(first), LIMITS.script],
  ['chart chunk', weigh(later), LIMITS.chart],
  ['styles', weigh(manifest[entry].css ?? []), null],
];
for (const [what, bytes, limit] of rows) {
  const room = limit === null ? '' : `  of ${limit.toLocaleString('en')}`;
  process.stdout.write(`${what.padEnd(26)}${bytes.toLocaleString('en').padStart(8)} bytes gzip${room}\n`);
}
const heavy = rows.filter(([, bytes, limit]) => limit !== null && bytes > limit);
if (heavy.length > 0 || later.size === 0) {
  process.stdout.write(
    later.size === 0
      ? 'No chart chunk was found.\n'
      : `Too heavy: ${heavy.map(([what]) => what).join(', ')}.\n`,
  );
  process.exitCode = 1;
}
