import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';

import { isDigestClosed } from '../notice/digest.js';
import { addDays } from './civil-date.js';
import { civilDayOf } from './zone.js';

const FULL = process.env['FULL_TESTS'] === '1';
const MINUTE = 60_000;
/** The watch ticks every minute; the gate looks at every fifteenth. */
const TICK_MS = FULL ? MINUTE : 15 * MINUTE;
const AROUND_MS = 26 * 60 * MINUTE;
const FROM = '2024-01-01T00:00Z';
const UNTIL = Temporal.Instant.from('2031-01-01T00:00Z').epochMilliseconds;

interface Change {
  readonly at: number;
  readonly by: number;
}

/** Every change of the clock in the zone from 2024 to 2030, with its minutes: forward above zero. */
function changesOf(zone: string): Change[] {
  const changes: Change[] = [];
  let time = Temporal.Instant.from(FROM).toZonedDateTimeISO(zone);
  for (;;) {
    const next = time.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds >= UNTIL) return changes;
    const before = next.subtract({ nanoseconds: 1 });
    changes.push({
      at: next.epochMilliseconds,
      by: (next.offsetNanoseconds - before.offsetNanoseconds) / 60e9,
    });
    time = next;
  }
}

describe('days of a zone whose clock is changed (promise R15)', () => {
  it('begin once each and close their mail once, over every gap and repeat of every zone from 2024 to 2030', () => {
    // Zones with the same changes and the same clock go the same way: one of them is looked at.
    const zones = new Map(
      Intl.supportedValuesOf('timeZone').map((zone) => {
        const changes = changesOf(zone);
        const { offsetNanoseconds } = Temporal.Instant.from(FROM).toZonedDateTimeISO(zone);
        return [JSON.stringify([offsetNanoseconds, changes]), { zone, changes }] as const;
      }),
    );
    let gaps = 0;
    let repeats = 0;
    for (const { zone, changes } of zones.values())
      for (const { at, by } of changes) {
        if (by > 0) gaps += 1;
        else repeats += 1;
        const begun: string[] = [];
        const closed: string[] = [];
        const cameBack: string[] = [];
        for (let now = at - AROUND_MS; now <= at + AROUND_MS; now += TICK_MS) {
          const today = civilDayOf(now, zone);
          if (!begun.includes(today)) begun.push(today);
          if (today === begun.at(-1) && !closed.includes(today) && isDigestClosed(now, zone))
            closed.push(today);
          if (today !== begun.at(-1)) cameBack.push(`${today} in ${zone}`);
        }
        // A day that was left never comes back, so no rung of it can be reached a second time.
        expect(cameBack).toEqual([]);
        expect(begun).toEqual(begun.map((_, days) => addDays(begun[0]!, days)));
        // The last day may not have reached eight o'clock yet.
        expect(closed).toEqual(begun.slice(0, closed.length));
        expect(closed.length).toBeGreaterThanOrEqual(begun.length - 1);
      }
    process.stdout.write(
      `R15: ${zones.size} kinds of zones of ${Intl.supportedValuesOf('timeZone').length}, ${gaps} gaps and ${repeats} repeats, each day begun once\n`,
    );
    expect(gaps).toBeGreaterThan(100);
    expect(repeats).toBeGreaterThan(100);
  });
});
