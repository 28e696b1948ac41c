import { describe, expect, it } from '@jest/globals';
import loadHighs from 'highs';

import { growingChain, mixedChain } from './chains.js';
import type { Version } from './chains.js';
import { fractionsFrom, randomCube } from './random-cubes.js';
import { ChainProgramme, knownOverVersions } from './revision-attack.js';
import { countCell, countTables, sayFound, tally } from './tally.js';

const FULL = process.env['FULL_TESTS'] === '1';
const YEARS = 10;
/** Chains and years that the linear programme is asked about: a few seconds in the gate, an hour in full. */
const LINEAR_CHAINS = FULL ? 120 : 24;
const LINEAR_YEARS = FULL ? YEARS : 4;
const CELLS_ASKED = FULL ? 6 : 3;
/** 16 to 36 combinations: a table of them for each year is written out. */
const SMALL_SHAPES = [
  [2, 3, 4],
  [3, 4, 2],
  [2, 2, 3, 3],
  [2, 2, 2, 2],
];

interface Kind {
  readonly name: string;
  /** Chains for subtraction. */
  readonly chains: number;
  readonly chainOf: typeof growingChain;
}

const KINDS: readonly Kind[] = [
  { name: 'children only come', chains: FULL ? 1_000 : 20, chainOf: growingChain },
  {
    name: 'as many leave or move to another category as come',
    chains: FULL ? 300 : 10,
    chainOf: mixedChain,
  },
];

describe.each(KINDS)(
  'a closed period that is revised every year, where $name',
  ({ name, chains, chainOf }) => {
    it(`gives no count away to subtraction over all versions, in ${chains} chains`, () => {
      const found = tally();
      const tables = { published: 0, given: 0, chainsThatLost: 0, publishedLast: 0, givenLast: 0 };
      for (let seed = 1; seed <= chains; seed += 1) {
        const versions = chainOf(seed, randomCube(seed * 3 + 1, { children: 1_500 }), YEARS);
        for (const known of knownOverVersions(versions)) countTables(found, known.tables, known.intervals);
        for (const version of versions) {
          tables.published += version.tables.length;
          tables.given += given(version);
        }
        tables.publishedLast += versions.at(-1)!.tables.length;
        tables.givenLast += given(versions.at(-1)!);
        if (versions.some((version) => version.tables.length < given(version))) tables.chainsThatLost += 1;
      }
      sayFound(`revisions by subtraction, ${name}`, found);
      process.stdout.write(
        `S14 revisions, ${name}: ${tables.chainsThatLost} of ${chains} chains lost a table at some time; ` +
          `${percent(tables.published, tables.given)} of tables published, ${percent(tables.publishedLast, tables.givenLast)} after ${YEARS} years\n`,
      );
      expect([found.exact, found.narrow, found.outside]).toEqual([0, 0, 0]);
      expect(found.leastWidth).toBeGreaterThanOrEqual(4);
      expect(tables.published / tables.given).toBeGreaterThan(0.8);
    }, 3_600_000);

    it(`gives none away to the linear programme over all versions at once, in ${LINEAR_CHAINS} chains`, async () => {
      // The package's types are those of its CommonJS form; what is loaded here is its module.
      const highs = await (loadHighs as unknown as typeof loadHighs.default)();
      const found = tally();
      for (let seed = 1; seed <= LINEAR_CHAINS; seed += 1) {
        const register = randomCube(seed, {
          children: 400,
          sizes: SMALL_SHAPES[seed % SMALL_SHAPES.length]!,
        });
        const versions = chainOf(seed, register, LINEAR_YEARS);
        const programme = new ChainProgramme(highs, versions);
        for (const cell of smallCells(seed, versions).slice(0, CELLS_ASKED))
          countCell(found, cell.truth, programme.boundsOf(cell));
        found.cubes += 1;
      }
      sayFound(`revisions by linear programme, ${name}`, found);
      expect(found.small).toBeGreaterThan(LINEAR_CHAINS);
      expect([found.exact, found.narrow, found.outside]).toEqual([0, 0, 0]);
      expect(found.leastWidth).toBeGreaterThanOrEqual(4);
    }, 7_200_000);
  },
);

/** Published cells of all versions with one to nine children, in an order drawn for the chain. */
function smallCells(
  seed: number,
  versions: readonly Version[],
): { version: number; table: number; cell: number; truth: number }[] {
  const fraction = fractionsFrom(seed);
  return versions
    .flatMap(({ tables }, version) =>
      tables.flatMap(({ counts }, table) =>
        counts.flatMap((truth, cell) =>
          truth >= 1 && truth <= 9 ? [{ version, table, cell, truth, at: fraction() }] : [],
        ),
      ),
    )
    .sort((a, b) => a.at - b.at);
}

function given({ cube }: Version): number {
  return cube.total < 20 ? 0 : cube.tables.length;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
