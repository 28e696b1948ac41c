import { cubeOfRecords, standInOf } from '#domain';

/** Sex, age group, area, socioeconomic status, department, nationality and origin, offence. */
const SIZES = [2, 5, 3, 5, 25, 4, 8];
const CHILDREN = 3_000;
const CUBES = 60;
/** As promised, on one core. */
const LIMITS_MS = { p95: 500, worst: 3_000 };

/** One cube of 3,000 children in all seven dimensions: total, 7 tables of one and 21 of two characteristics. */
export function cubeRow() {
  const times = [];
  for (let seed = 1; seed <= CUBES; seed += 1) {
    const numbers = numbersFrom(seed);
    const cube = cubeOfRecords(dimensions(), register(numbers));
    // Of the processor, not of the clock: the promise is about one core, and others share it.
    const began = process.cpuUsage().user;
    standInOf(cube, numbers);
    times.push((process.cpuUsage().user - began) / 1_000);
  }
  times.sort((a, b) => a - b);
  const figures = { p95: times[Math.floor(CUBES * 0.95)], worst: times.at(-1) };
  return Promise.resolve(
    Object.entries(figures).map(([name, ms]) => ({
      what: `cube of ${CHILDREN} children, ${name} of ${CUBES}`,
      figure: `${ms.toFixed(0)} ms`,
      against: 'the promise',
      limit: `${LIMITS_MS[name]} ms`,
      ratio: LIMITS_MS[name] / ms,
    })),
  );
}

function dimensions() {
  return SIZES.map((size, index) => ({
    code: `d${index}`,
    categories: Array.from({ length: size }, (_, category) => `c${category}`),
  }));
}

/** Skewed and sparse, with four kinds of children. */
function register(numbers) {
  const fraction = () => numbers() / 2 ** 32;
  const kinds = Array.from({ length: 4 }, () =>
    SIZES.map((size) => Array.from({ length: size }, () => fraction() ** 3)),
  );
  return Array.from({ length: CHILDREN }, () =>
    kinds[Math.floor(fraction() ** 2 * kinds.length)].map((weights) => {
      let left = fraction() * weights.reduce((sum, weight) => sum + weight, 0);
      return Math.max(
        0,
        weights.findIndex((weight) => (left -= weight) < 0),
      );
    }),
  );
}

/** Mulberry32 by Tommy Ettinger, public domain. */
function numbersFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
