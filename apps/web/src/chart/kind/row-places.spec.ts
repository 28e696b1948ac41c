import { describe, expect, it } from '@jest/globals';

import { SHAPE_RADIUS } from '../shape.js';
import { HIGH_ROW, LOW_ROW, rowPlaces } from './row-places.js';
import type { RowFigure } from './row-places.js';

/** Bold figures of 13 px are about this wide, and as high as they are large. */
const DIGIT = 8;
const LETTER = 13;
const AXIS = 46;

const WIDTHS = [340, 390, 440, 500, 560, 600];
const SAMPLE: readonly (readonly number[])[] = [[882, 1189, 1600], [476, 765, 1054], [470, 640], [1762]];

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function figuresAt(values: readonly number[], width: number, most = 2000): RowFigure[] {
  const area = width - AXIS - 46;
  return values.map((value) => ({
    x: AXIS + (value / most) * area,
    width: value.toLocaleString('en').length * DIGIT,
    marked: true,
  }));
}

function boxesOf(figures: readonly RowFigure[], right: number): { marks: Box[]; words: Box[] } {
  const places = rowPlaces(figures, AXIS, right);
  const marks = figures.flatMap(({ x, marked }, index) => {
    const y = places[index]?.markY ?? 0;
    const reach = SHAPE_RADIUS - 0.5;
    return marked ? [{ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }] : [];
  });
  const words = figures.map(({ width }, index) => {
    const { textX = 0, textY = 0 } = places[index] ?? {};
    return {
      left: textX - width / 2,
      right: textX + width / 2,
      top: textY - LETTER / 2,
      bottom: textY + LETTER / 2,
    };
  });
  return { marks, words };
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

function collisions(figures: readonly RowFigure[], right: number): number {
  const { marks, words } = boxesOf(figures, right);
  const all = [...marks, ...words];
  return all.flatMap((one, index) => all.slice(index + 1).filter((other) => meet(one, other))).length;
}

describe('the numbers of a row', () => {
  it.each(WIDTHS)('lie on no mark and on no other number at %d pixels', (width) => {
    for (const row of SAMPLE) expect([row, collisions(figuresAt(row, width), width)]).toEqual([row, 0]);
  });

  it('stand beside two marks, and above three', () => {
    expect(rowPlaces(figuresAt([470, 640], 500), AXIS, 500).map(({ textY }) => textY)).toEqual([0, 0]);
    const three = rowPlaces(figuresAt([476, 765, 1054], 500), AXIS, 500);
    expect(three.every(({ textY }) => textY < -SHAPE_RADIUS)).toBe(true);
  });

  it('go above two marks where there is no room beside them', () => {
    const places = rowPlaces(figuresAt([10, 900], 340), AXIS, 340);
    expect(places.every(({ textY }) => textY < 0)).toBe(true);
    expect(collisions(figuresAt([10, 900], 340), 340)).toBe(0);
  });

  it('are all readable where sources agree, and no mark hides another', () => {
    for (const row of [
      [500, 500],
      [500, 500, 500],
      [1700, 1700, 1710, 1720],
      [0, 0, 5, 5],
    ])
      expect([row, collisions(figuresAt(row, 340), 340)]).toEqual([row, 0]);
  });

  it('stay on the canvas', () => {
    for (const row of [[0, 1, 2], [1990, 1995, 2000], [2000]]) {
      const { words } = boxesOf(figuresAt(row, 340), 340);
      expect(words.every(({ left, right }) => left >= AXIS && right <= 340)).toBe(true);
    }
  });

  it('keep to the height that a row is given', () => {
    const reach = (values: readonly number[]): number =>
      2 *
      Math.max(
        ...boxesOf(figuresAt(values, 340), 340).words.map(({ bottom, top }) => Math.max(bottom, -top)),
      );
    expect(reach([470, 1640])).toBeLessThanOrEqual(LOW_ROW);
    expect(reach([476, 765, 1054])).toBeLessThanOrEqual(HIGH_ROW);
  });

  it('stand at the axis without a mark where they may not be told', () => {
    const [untold] = rowPlaces([{ x: AXIS, width: 24, marked: false }], AXIS, 340);
    expect(untold).toEqual({ markY: 0, textX: AXIS + 13 + 12, textY: 0 });
  });
});
