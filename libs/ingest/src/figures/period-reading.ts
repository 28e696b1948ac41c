import { addDays, isCivilDate } from '#domain';
import type { ReferencePeriod } from '#domain';

import { plainName } from './plain-name.js';

const EARLIEST = 1900;
const LATEST = 2100;

export function readYear(text: string): number | null {
  const year = /^(\d{4})(?:\.0+)?$/.exec(text.trim())?.[1];
  if (year === undefined) return null;
  return Number(year) >= EARLIEST && Number(year) <= LATEST ? Number(year) : null;
}

/** A day as YYYY-MM-DD; with a time behind it as exports write it. "05/04/2024" is two days, so it is none. */
export function readDay(text: string): string | null {
  const day = text.trim().replace(/[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z?$/, '');
  return isCivilDate(day) ? day : null;
}

const yearPeriod = (year: number): ReferencePeriod => ({ startOn: `${year}-01-01`, endOn: `${year}-12-31` });

/** 2024 · 2024-03 · 2024-Q1 or 2024-T1 · 2024-S1 or 2024-H1 · 2024-01-01/2024-06-30 */
export function readPeriod(text: string): ReferencePeriod | null {
  const year = readYear(text);
  if (year !== null) return yearPeriod(year);
  const days = text.split('/');
  if (days.length === 2) {
    const [startOn, endOn] = days.map(readDay);
    return startOn && endOn ? { startOn, endOn } : null;
  }
  const part = /^(\d{4})[- ]?([qtsh]?)(\d{1,2})$/.exec(plainName(text));
  const of = part === null ? null : readYear(part[1]!);
  if (part === null || of === null) return null;
  const months = part[2] === '' ? 1 : part[2] === 'q' || part[2] === 't' ? 3 : 6;
  const first = (Number(part[3]) - 1) * months + 1;
  if (first < 1 || first > 12 || (part[2] === '' && !/[- ]/.test(text))) return null;
  return { startOn: monthStart(of, first), endOn: addDays(monthStart(of, first + months), -1) };
}

export function monthEnd(year: number, month: number): string {
  return addDays(monthStart(year, month + 1), -1);
}

function monthStart(year: number, month: number): string {
  return month > 12 ? `${year + 1}-01-01` : `${year}-${String(month).padStart(2, '0')}-01`;
}
