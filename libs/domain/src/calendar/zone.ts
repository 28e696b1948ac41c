import { Temporal } from 'temporal-polyfill';

import type { CivilDate, Instant } from './clock.js';

const MINUTES_A_DAY = 1_440;

/** Whether the name is a time zone that this machine knows (`America/Lima`). */
export function isKnownZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** The civil day that the instant falls on in the zone. */
export function civilDayOf(instant: Instant, zone: string): CivilDate {
  return zoned(instant, zone).toPlainDate().toString();
}

/** The civil day and the minute of the day, 0 to 1439, on the wall clock of the zone. */
export function civilTimeOf(
  instant: Instant,
  zone: string,
): { readonly on: CivilDate; readonly minuteOfDay: number } {
  const time = zoned(instant, zone);
  return { on: time.toPlainDate().toString(), minuteOfDay: time.hour * 60 + time.minute };
}

/**
 * The instant at which that wall-clock time comes. A time that a gap skips is read as if the clock had not been put
 * forward: 02:30 in a gap of an hour is 03:30; but where that would be the next civil day, as if it had been already:
 * 23:30 is 22:30. Of a time that comes twice, the first.
 */
export function instantOf(date: CivilDate, minuteOfDay: number, zone: string): Instant {
  const minute = Math.min(Math.max(minuteOfDay, 0), MINUTES_A_DAY - 1);
  const time = Temporal.PlainDate.from(date).toPlainDateTime({
    hour: Math.floor(minute / 60),
    minute: minute % 60,
  });
  const instant = time.toZonedDateTime(zone, { disambiguation: 'compatible' });
  return instant.toPlainDate().toString() === date
    ? instant.epochMilliseconds
    : time.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
}

function zoned(instant: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}
