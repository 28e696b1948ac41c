import { describe, expect, it } from '@jest/globals';

import { movePlace, readingAt } from './reading.js';

const readings = [
  {
    name: 'Urban',
    points: [
      { label: '2024', text: '71 %' },
      { label: '2025', text: '74 %' },
    ],
  },
  { name: 'Rural', points: [{ label: '2024', text: '43 %' }] },
];

describe('reading a chart by its keys', () => {
  it('begins at the newest point and stops at the ends', () => {
    const start = movePlace(null, 'ArrowLeft', readings);
    expect(start).toEqual({ series: 0, point: 1 });
    expect(movePlace(start, 'ArrowRight', readings)).toEqual({ series: 0, point: 1 });
    expect(movePlace(start, 'ArrowLeft', readings)).toEqual({ series: 0, point: 0 });
  });

  it('changes the series and stays inside a shorter one', () => {
    expect(movePlace({ series: 0, point: 1 }, 'ArrowDown', readings)).toEqual({ series: 1, point: 0 });
  });

  it('goes to the oldest and the newest point of a series at once', () => {
    expect(movePlace({ series: 0, point: 1 }, 'Home', readings)).toEqual({ series: 0, point: 0 });
    expect(movePlace({ series: 0, point: 0 }, 'End', readings)).toEqual({ series: 0, point: 1 });
    expect(movePlace(null, 'End', readings)).toEqual({ series: 0, point: 1 });
    expect(movePlace(null, 'Home', [])).toBeNull();
  });

  it('leaves other keys to the browser', () => {
    expect(movePlace(null, 'Tab', readings)).toBeNull();
    expect(movePlace(null, 'ArrowLeft', [])).toBeNull();
  });

  it('says series, period and figure as the table prints it', () => {
    expect(readingAt({ series: 1, point: 0 }, readings)).toBe('Rural, 2024: 43 %');
  });
});
