import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { describe, expect, it } from '@jest/globals';

const CLIENT = join('dist', 'web', 'client');
const FIRST_LOAD = 40_000;
const CHUNK = 80_000;

interface Built {
  readonly file: string;
  readonly name?: string;
  readonly isEntry?: boolean;
  readonly isDynamicEntry?: boolean;
  readonly imports?: readonly string[];
}

describe('the scripts of the built pages', () => {
  const built = JSON.parse(readFileSync(join(CLIENT, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    Built
  >;
  const weightOf = (file: string): number => gzipSync(readFileSync(join(CLIENT, file)), { level: 9 }).length;

  /** A script with all that it cannot run without. */
  function scriptsWith(key: string, seen = new Set<string>()): ReadonlySet<string> {
    const chunk = built[key];
    if (!chunk || !chunk.file.endsWith('.js') || seen.has(chunk.file)) return seen;
    seen.add(chunk.file);
    for (const other of chunk.imports ?? []) scriptsWith(other, seen);
    return seen;
  }
  const keysOf = (what: 'isEntry' | 'isDynamicEntry'): string[] =>
    Object.keys(built).filter((key) => built[key]?.[what] === true && built[key].file.endsWith('.js'));
  const weigh = (files: Iterable<string>): number =>
    [...files].reduce((sum, file) => sum + weightOf(file), 0);
  const firstLoad = new Set(keysOf('isEntry').flatMap((key) => [...scriptsWith(key)]));

  it('weigh at most 40 kB when a page is opened', () => {
    const weight = weigh(firstLoad);
    process.stdout.write(`scripts of the first load: ${weight} bytes gzip, limit ${FIRST_LOAD}\n`);
    expect(weight).toBeGreaterThan(0);
    expect(weight).toBeLessThanOrEqual(FIRST_LOAD);
  });

  it('weigh at most 80 kB each where they come later, that of the charts among them', () => {
    const later = keysOf('isDynamicEntry').map((key) => {
      const files = [...scriptsWith(key)].filter((file) => !firstLoad.has(file));
      return { name: built[key]?.name ?? key, weight: weigh(files) };
    });
    for (const { name, weight } of later)
      process.stdout.write(`script ${name}: ${weight} bytes gzip, limit ${CHUNK}\n`);
    expect(later.map(({ name }) => name)).toContain('draw');
    expect(later.filter(({ weight }) => weight > CHUNK)).toEqual([]);
  });
});
