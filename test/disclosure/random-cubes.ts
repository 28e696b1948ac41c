import { cubeOfRecords } from '#domain';
import type { Combination, Cube, CubeDimension } from '#domain';

/** Sizes of the real dimensions: sex, age group, area, socioeconomic status, department, nationality and origin, offence. */
const REAL_SIZES = [2, 5, 3, 5, 25, 4, 8];

export type Fraction = () => number;

/** Uniform 32-bit numbers that repeat for a seed (Mulberry32 by Tommy Ettinger, public domain). */
export function numbersFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

export function fractionsFrom(seed: number): Fraction {
  const next = numbersFrom(seed);
  return () => next() / 2 ** 32;
}

export interface RandomCube {
  readonly dimensions: readonly CubeDimension[];
  readonly records: readonly Combination[];
  readonly cube: Cube;
}

/**
 * A register as they come: skewed and sparse, a few kinds of children with habits of their own; now and then a single
 * child in its row, a group that shares one value, departments without anybody, everybody in one cell.
 */
export function randomCube(
  seed: number,
  limits: { readonly children: number; readonly sizes?: readonly number[] },
): RandomCube {
  const fraction = fractionsFrom(seed);
  const count = Math.round(20 * (limits.children / 20) ** fraction());
  const sizes = limits.sizes ?? (seed % 3 === 0 ? REAL_SIZES : someOf(REAL_SIZES, fraction));
  const dimensions = sizes.map((size, index) => ({
    code: `d${index}`,
    categories: Array.from({ length: size }, (_, category) => `c${category}`),
  }));
  const kinds = Array.from({ length: 1 + Math.floor(fraction() * 6) }, () =>
    sizes.map((size) => weights(size, fraction)),
  );
  const records = Array.from({ length: count }, (_, child) => {
    if (seed % 17 === 0) return sizes.map(() => 0);
    const kind = kinds[Math.floor(fraction() ** 2 * kinds.length)] ?? [];
    const combination = kind.map((weight) => drawn(weight, fraction));
    // A group of whom everybody has the same value, and a child alone in its category.
    if (seed % 5 === 0 && combination[1] === 1) combination[2] = 0;
    if (seed % 7 === 0)
      combination[0] = child === 0 ? sizes[0]! - 1 : Math.min(combination[0]!, sizes[0]! - 2);
    return combination;
  });
  return { dimensions, records, cube: cubeOfRecords(dimensions, records) };
}

function someOf(sizes: readonly number[], fraction: Fraction): number[] {
  const shuffled = sizes.map((size) => ({ size, at: fraction() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, 3 + Math.floor(fraction() * 4)).map(({ size }) => size);
}

function weights(size: number, fraction: Fraction): number[] {
  const raw = Array.from({ length: size }, () => (fraction() < 0.2 ? 0 : fraction() ** 3));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return sum === 0 ? raw.map(() => 1 / size) : raw.map((weight) => weight / sum);
}

function drawn(weight: readonly number[], fraction: Fraction): number {
  let left = fraction();
  const found = weight.findIndex((one) => (left -= one) < 0);
  return found === -1 ? weight.findLastIndex((one) => one > 0) : found;
}
