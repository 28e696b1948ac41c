import { isCivilDate } from '#domain';
import type { CivilDate } from '#domain';

/** Day 1 is 1 January 1900 (ECMA-376, 18.17.4.1, the 1900 system); with the day that 1900 did not have, this is day 0. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const SECOND_MS = 1_000;
/** 1 January 1946, the year in which the United Nations began, to the last day of 2199. */
const [FIRST_SERIAL, LAST_SERIAL] = [16_803, 109_574];

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|[+-]00:?00)?)?$/;

/** The day of a serial number or of an ISO date; null for anything else. */
export function dayOf(value: unknown): CivilDate | null {
  return momentOf(value)?.slice(0, 10) ?? null;
}

/** `2026-04-13T11:59:28`, to the second; the export names no time zone. */
export function momentOf(value: unknown): string | null {
  const serial =
    typeof value === 'string' && /^\d{1,6}(?:\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof serial === 'number') {
    if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL + 1)) return null;
    const rounded = Math.round((serial * DAY_MS) / SECOND_MS) * SECOND_MS;
    return new Date(DAY_ZERO + rounded).toISOString().slice(0, 19);
  }
  const iso = typeof value === 'string' ? ISO.exec(value.trim()) : null;
  if (!iso || !isCivilDate(iso[1]!) || iso[1]! < '1946-01-01' || iso[1]! > '2199-12-31') return null;
  const time = iso[2] ?? '00:00:00';
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/.test(time)) return null;
  return `${iso[1]}T${time.length === 5 ? `${time}:00` : time}`;
}
