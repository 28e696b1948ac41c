import { describe, expect, it } from '@jest/globals';

import { dialledNumber, helpLineCheckIsDue } from './help-line.js';

describe('what a telephone dials for a number as people write it', () => {
  it.each<[written: string, dialled: string | null]>([
    ['100', '100'],
    [' 1810 ', '1810'],
    ['11', '11'],
    ['1', null],
    ['+51 1 626-1600', '+5116261600'],
    ['(01) 626.1600', '016261600'],
    ['0-800-12345', '080012345'],
    ['123456789012345', '123456789012345'],
    ['1234567890123456', null],
    ['++51 1', null],
    ['51+1', null],
    ['100#', null],
    ['Línea 100', null],
    ['100;ext=2', null],
    ['', null],
    ['--', null],
  ])('takes %j as %j', (written, dialled) => {
    expect(dialledNumber(written)).toBe(dialled);
  });
});

describe('a help line that was checked', () => {
  it.each<[checkedOn: string, today: string, due: boolean]>([
    ['2025-11-27', '2025-11-27', false],
    ['2025-11-27', '2026-11-27', false],
    ['2025-11-27', '2026-11-28', true],
    ['2024-02-29', '2025-02-28', false],
    ['2024-02-29', '2025-03-01', true],
  ])('on %s is to be checked again on %s: %j', (checkedOn, today, due) => {
    expect(helpLineCheckIsDue(checkedOn, today)).toBe(due);
  });
});
