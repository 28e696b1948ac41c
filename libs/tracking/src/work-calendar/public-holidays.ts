import type { HolidaysTypes } from 'date-holidays';

import type { CivilDate, DaySet } from '#domain';
import { addDays } from '#domain';

/** A day on which offices are closed by law. */
export interface PublicHoliday {
  readonly on: CivilDate;
  readonly name: { readonly en: string; readonly es: string };
  /** Follows the moon: the authorities may see it a day sooner or later. */
  readonly reckoned: boolean;
}

/** The public holidays of one country, for any year. */
export interface PublicHolidays extends DaySet {
  /** False: no list of this country is known, so that every holiday has to be said by the secretariat. */
  readonly known: boolean;
  ofYear(year: number): readonly PublicHoliday[];
}

const DAY_MS = 86_400_000;
const MIDNIGHT = /^(\d{4}-\d{2}-\d{2}) 00:00:00/;
/** The package writes an offset only behind days that it reckons from sunset. */
const RECKONED = /[+-]\d{4}$/;
const NO_DAYS: PublicHolidays = { known: false, has: () => false, ofYear: () => [] };

const cache = new Map<string, PublicHolidays>();

/**
 * The public holidays of a country by ISO 3166-1 alpha-2, national ones only. The package that knows them is large, and loads
 * when a calendar is first asked for.
 */
export async function publicHolidaysOf(iso2: string | null): Promise<PublicHolidays> {
  if (iso2 === null) return NO_DAYS;
  const kept = cache.get(iso2);
  if (kept) return kept;
  const { default: Holidays } = await import('date-holidays');
  const found = new Holidays(iso2, { types: ['public'] });
  const known = Object.hasOwn(new Holidays().getCountries(), iso2);
  const listed = known ? listOf((year, language) => found.getHolidays(year, language)) : NO_DAYS;
  cache.set(iso2, listed);
  return listed;
}

function listOf(
  ask: (year: number, language: 'en' | 'es') => readonly HolidaysTypes.Holiday[],
): PublicHolidays {
  const years = new Map<number, readonly PublicHoliday[]>();
  const days = new Map<number, ReadonlySet<CivilDate>>();
  const ofYear = (year: number): readonly PublicHoliday[] => {
    const kept = years.get(year);
    if (kept) return kept;
    // A feast of several days may begin in the year before.
    const all = [year - 1, year].flatMap((one) => expand(ask(one, 'en'), ask(one, 'es')));
    const byDay = new Map(
      all.filter(({ on }) => on.startsWith(`${year}-`)).map((holiday) => [holiday.on, holiday]),
    );
    const listed = [...byDay.values()].sort((left, right) => (left.on < right.on ? -1 : 1));
    years.set(year, listed);
    return listed;
  };
  const has = (day: CivilDate): boolean => {
    const year = Number(day.slice(0, 4));
    const kept = days.get(year) ?? new Set(ofYear(year).map(({ on }) => on));
    days.set(year, kept);
    return kept.has(day);
  };
  return { known: true, has, ofYear };
}

/** Each day of each feast. One that begins at noon or later leaves a day to work. */
function expand(
  english: readonly HolidaysTypes.Holiday[],
  spanish: readonly HolidaysTypes.Holiday[],
): PublicHoliday[] {
  const names = new Map(spanish.map(({ rule, name }) => [rule, name]));
  return english.flatMap((holiday) => {
    const first = MIDNIGHT.exec(holiday.date)?.[1];
    if (first === undefined) return [];
    const name = { en: holiday.name, es: names.get(holiday.rule) ?? holiday.name };
    const length = Math.max(1, Math.round((holiday.end.getTime() - holiday.start.getTime()) / DAY_MS));
    return Array.from({ length }, (_, index) => ({
      on: addDays(first, index),
      name,
      reckoned: RECKONED.test(holiday.date),
    }));
  });
}
