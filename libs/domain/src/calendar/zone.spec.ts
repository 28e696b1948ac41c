import { describe, expect, it } from '@jest/globals';

import { civilTimeOf, instantOf, isKnownZone } from './zone.js';

const LIMA = 'America/Lima';
const iso = (on: string, minute: number, zone = LIMA) => new Date(instantOf(on, minute, zone)).toISOString();

describe('a time on the wall clock of a State', () => {
  it.each([
    [0, '2026-11-24T05:00:00.000Z'],
    [59, '2026-11-24T05:59:00.000Z'],
    [8 * 60, '2026-11-24T13:00:00.000Z'],
    [1_439, '2026-11-25T04:59:00.000Z'],
    [1_440, '2026-11-25T04:59:00.000Z'],
    [-1, '2026-11-24T05:00:00.000Z'],
  ])('minute %s of the day comes at %s', (minute, instant) => {
    expect(iso('2026-11-24', minute)).toBe(instant);
  });

  it('of a repeated hour is the first one', () => {
    // New York put its clocks back from 02:00 to 01:00 on 1 November 2026.
    expect(iso('2026-11-01', 90, 'America/New_York')).toBe('2026-11-01T05:30:00.000Z');
  });

  it('of a skipped hour is that much later', () => {
    // And forward from 02:00 to 03:00 on 8 March 2026.
    expect(iso('2026-03-08', 150, 'America/New_York')).toBe('2026-03-08T07:30:00.000Z');
  });

  it('is read to the minute', () => {
    expect(civilTimeOf(Date.parse('2026-11-24T05:01:59.999Z'), LIMA)).toEqual({
      on: '2026-11-24',
      minuteOfDay: 1,
    });
  });

  it('needs a zone that there is', () => {
    expect(['UTC', 'Europe/Madrid', '', 'Lima', 'America/lima '].map(isKnownZone)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
