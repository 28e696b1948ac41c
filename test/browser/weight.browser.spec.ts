/// <reference lib="dom" />
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';

import { hasChromium } from '../support/chromium.js';
import { PageGround } from '../support/page-ground.js';

const CLIENT = join('dist', 'web', 'client');
const FIRST_LOAD = 40 * 1024;
const CHART = 80 * 1024;
const PAGES = [
  '',
  '/states/PER',
  '/states/PER/recommendations',
  '/states/PER/recommendations/crc-c-opsc-per-co-1.20-d',
  '/states/PER/indicators',
  '/states/PER/indicators/8-O1?by=location',
  '/states/PER/indicators/32a-P1?by=department',
  '/states/PER/budget',
  '/states/PER/prosecutions',
  '/states/PER/data-gaps',
  '/states/PER/search?q=children',
  '/embed/states/PER/indicators/8-O1',
  '/how-statuses-are-set',
  '/accessibility',
  '/sign-in',
] as const;

interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly isEntry?: boolean;
  readonly name?: string;
}

/** A script and all that it cannot begin without. */
function filesOf(
  manifest: Readonly<Record<string, Chunk>>,
  key: string,
  found = new Set<string>(),
): Set<string> {
  const chunk = manifest[key];
  if (!chunk || found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const other of chunk.imports ?? []) filesOf(manifest, other, found);
  return found;
}

const weigh = (files: Iterable<string>): number =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(CLIENT, file)), { level: 9 }).length, 0);

(hasChromium ? describe : describe.skip)('the script of a public page', () => {
  let ground: PageGround;
  let browser: Browser;

  beforeAll(async () => {
    ground = await PageGround.start();
    ({ browser } = ground);
  }, 180_000);

  afterAll(() => ground?.close());

  it('is at most 40 kB at first load, a chart at most 80 kB more, and nothing else is loaded', async () => {
    const manifest = JSON.parse(readFileSync(join(CLIENT, '.vite', 'manifest.json'), 'utf8')) as Record<
      string,
      Chunk
    >;
    const key = (holds: (chunk: Chunk) => boolean): string =>
      Object.keys(manifest).find((name) => holds(manifest[name]!)) ?? '';
    const entry = filesOf(
      manifest,
      key(({ isEntry, name }) => isEntry === true && name === 'entry-client'),
    );
    const chart = filesOf(
      manifest,
      key(({ name }) => name === 'draw'),
    );
    // Only the page to sign in asks for it, where the address is one that passkeys know.
    const passkeys = filesOf(
      manifest,
      key(({ name }) => name === 'passkey-forms'),
    );
    for (const file of entry) chart.delete(file);
    expect(entry.size).toBeGreaterThan(0);
    expect(chart.size).toBeGreaterThan(0);
    process.stdout.write(`first load: ${weigh(entry)} bytes gzip, chart: ${weigh(chart)} bytes gzip\n`);
    expect(weigh(new Set([...entry, ...passkeys]))).toBeLessThanOrEqual(FIRST_LOAD);
    expect(weigh(['offline-worker.js'])).toBeLessThanOrEqual(2 * 1024);
    expect(weigh(chart)).toBeLessThanOrEqual(CHART);

    for (const path of PAGES) {
      const known = new Set(
        [...entry, ...chart, ...(path === '/sign-in' ? passkeys : [])].map((file) => basename(file)),
      );
      const context = await browser.newContext();
      const page = await context.newPage();
      const loaded: string[] = [];
      page.on('response', (response) => {
        if (response.request().resourceType() === 'script')
          loaded.push(basename(new URL(response.url()).pathname));
      });
      await page.goto(`${ground.home}/en${path}`, { waitUntil: 'networkidle' });
      expect({
        path,
        scripts: loaded.length > 0,
        unknown: loaded.filter((file) => !known.has(file)),
        workers: await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      }).toEqual({
        path,
        scripts: true,
        unknown: [],
        workers: 0,
      });
      await context.close();
    }
  }, 180_000);
});
