import { describe, expect, it } from '@jest/globals';

import { ReadingSheet } from '../reading-sheet.js';
import { toPageRuns } from './glyph-run.js';
import { toRows } from './page-row.js';
import { type LaidPage, printPage, settingOf } from './page-text.js';

const PAGE = [1, 0, 0, -1, 0, 800] as const;
const WIDTH = 0.5;

interface Printed {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** A run as pdf.js gives it: points from the lower left corner, half of its size wide per letter. */
function at(left: number, top: number, str: string, size = 10): Printed {
  return { str, transform: [size, 0, 0, size, left, 800 - top], width: str.length * WIDTH * size };
}

function textOf(items: readonly Printed[]): string {
  const { upright, turned } = toPageRuns(items, PAGE);
  const page: LaidPage = { rows: toRows(upright), turned };
  const sheet = new ReadingSheet();
  printPage(sheet, page, settingOf([page]));
  return sheet.toText();
}

const line = (left: number, top: number, words = 'word word word word word word word'): Printed =>
  at(left, top, words);

describe('the text of a page', () => {
  it('is parted into paragraphs by wider gaps, with its indentation', () => {
    expect(textOf([line(50, 100), line(50, 112), at(70, 130, '(a) item'), line(50, 142)])).toBe(
      'word word word word word word word\nword word word word word word word\n\n    (a) item\nword word word word word word word\n',
    );
  });

  it('is read from the top whatever order it was drawn in', () => {
    expect(textOf([at(50, 124, 'three'), at(50, 100, 'one'), at(50, 112, 'two')])).toBe('one\ntwo\nthree\n');
  });

  it('joins letters set side by side and parts words by their gap', () => {
    expect(textOf([at(50, 100, 'Com'), at(65, 100, 'mittee'), at(98, 100, 'on')])).toBe('Committee on\n');
  });

  it('marks a raised figure as a note and leaves powers and ordinals in their words', () => {
    const raised = (left: number, str: string): Printed => at(left, 96, str, 6);
    expect(textOf([at(50, 100, 'text'), raised(70, '12'), at(80, 100, 'goes on')])).toBe(
      'text[^12] goes on\n',
    );
    expect(textOf([at(50, 100, '2071'), raised(70, 'st'), at(80, 100, 'meeting')])).toBe('2071st meeting\n');
    expect(textOf([at(50, 100, '20 km'), raised(75, '2')])).toBe('20 km2\n');
  });

  it('reads two columns one after the other, with a title across them first', () => {
    const left = Array.from({ length: 8 }, (_, row) =>
      at(50, 130 + 12 * row, `left ${row} word word word word`),
    );
    const right = Array.from({ length: 8 }, (_, row) =>
      at(320, 130 + 12 * row, `right ${row} word word word word`),
    );
    const rows = [at(150, 100, 'A title that runs across the whole of both columns'), ...left, ...right];
    const text = textOf(rows);
    const places = ['A title', 'left 0', 'left 7', 'right 0', 'right 7'].map((words) => text.indexOf(words));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });

  it('puts notes at the end of the page, each on one line, and the page number after them', () => {
    const body = Array.from({ length: 6 }, (_, row) => line(50, 100 + 12 * row));
    const notes = [
      at(50, 697, '1', 5),
      at(54, 700, 'See the report', 8),
      at(50, 710, 'of 2016.', 8),
      at(50, 720, '* Adopted.', 8),
    ];
    expect(textOf([...body, ...notes, at(50, 760, '17')])).toMatch(
      /word\n\n\[\^1\]: See the report of 2016\.\n\n\* Adopted\.\n\n17\n$/,
    );
  });

  it('turns a page that was printed sideways, and keeps what stands along its edge apart', () => {
    const sideways = (top: number, str: string): Printed => ({
      str,
      transform: [0, 10, -10, 0, top, 100],
      width: str.length * 5,
    });
    expect(textOf([sideways(112, 'second line'), sideways(100, 'first line'), at(500, 700, 'edge')])).toBe(
      'first line\nsecond line\n\nedge\n',
    );
  });

  it('has letters for ligatures, one blank for all blanks, and prints a doubled letter once', () => {
    expect(textOf([at(50, 100, 'o\uFB03ce\u00A0of co\u00ADoperation\u0003')])).toBe(
      'office of cooperation\n',
    );
    expect(textOf([at(50, 100, 'bold'), at(50.3, 100, 'bold')])).toBe('bold\n');
  });

  it('keeps a hyphen at the end of a line, and closes the gap after one within it', () => {
    expect(
      textOf([at(50, 100, 'long- term, pre- and post-trial, CRC/ C/PER, aware-'), at(50, 112, 'ness')]),
    ).toBe('long-term, pre- and post-trial, CRC/C/PER, aware-\nness\n');
  });
});
