import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from '@jest/globals';

import { screensEn } from './en/screens.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ROOMS = ['apps', 'libs'];

/** Every word of the sources that stands outside the sentences themselves. */
function wordsOfSources(): ReadonlySet<string> {
  const files = ROOMS.flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  );
  const sources = files.filter(
    (file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file) && !/^libs.messages.src.e[ns]\b/.test(file),
  );
  return new Set(sources.flatMap((file) => readFileSync(join(ROOT, file), 'utf8').match(/\w+/g) ?? []));
}

/** Names of sentences; one that is made of several words, a code, is looked for as each of them. */
function namesIn(sentences: object): readonly string[] {
  return Object.entries(sentences).flatMap(([name, value]) => [
    name,
    ...(typeof value === 'object' && value !== null && !Array.isArray(value) ? namesIn(value as object) : []),
  ]);
}

describe('the sentences of the screens', () => {
  it('are each named somewhere outside their own files, or nobody reads them', () => {
    const words = wordsOfSources();
    const unused = [...new Set(namesIn(screensEn))].filter((name) =>
      (name.match(/\w+/g) ?? []).some((word) => !words.has(word)),
    );
    expect(unused).toEqual([]);
  });
});
