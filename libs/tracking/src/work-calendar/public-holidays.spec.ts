import { existsSync, readFileSync } from 'node:fs';

import { describe, expect, it } from '@jest/globals';

import { addWorkingDays, isWorkingDay, workCalendarOf } from '#domain';

import { publicHolidaysOf } from './public-holidays.js';
import { weekendOf } from './work-calendars.js';

const PERU = '../shared/data/peru_public_holidays_2014_2028.csv';
const listed = existsSync(PERU);

/** What the law of Peru and of five other States says of 2026. */
const SPOT_CHECKS = [
  {
    country: 'PE',
    source:
      'Decreto Legislativo 713, art. 6, as amended by Laws 31381, 31530, 31788 and 31822; Easter Sunday',
    days: '01-01 04-02 04-03 04-05 05-01 06-07 06-29 07-23 07-28 07-29 08-06 08-30 10-08 11-01 12-08 12-09 12-25',
  },
  {
    country: 'FR',
    source: 'Code du travail, art. L3133-1',
    days: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25',
  },
  {
    country: 'BR',
    source: 'Portaria of the MGI of 30 December 2025; days of elections by the Código Eleitoral, art. 380',
    days: '01-01 04-03 04-21 05-01 09-07 10-04 10-12 10-25 11-02 11-15 11-20 12-25',
  },
  {
    country: 'ZA',
    source: 'Public Holidays Act 36 of 1994, schedule 1 and section 2 (1): the Monday after a Sunday',
    days: '01-01 03-21 04-03 04-06 04-27 05-01 06-16 08-09 08-10 09-24 12-16 12-25 12-26',
  },
  {
    country: 'MX',
    source: 'Ley Federal del Trabajo, art. 74',
    days: '01-01 02-02 03-16 05-01 09-16 11-16 12-25',
  },
  {
    country: 'JP',
    source: 'Act on National Holidays (Act 178 of 1948); list of the Cabinet Office',
    days: '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  },
];

describe('public holidays by country', () => {
  (listed ? it : it.skip)(
    `of Peru are those of the list${listed ? '' : `: skipped, ${PERU} is not here`}`,
    async () => {
      const expected = readFileSync(PERU, 'utf8').trim().split('\n').slice(1);
      const peru = await publicHolidaysOf('PE');
      const years = Array.from({ length: 15 }, (_, index) => 2014 + index);
      const found = years.flatMap((year) => peru.ofYear(year).map(({ on }) => on));
      expect(found).toEqual(expected.map((line) => line.slice(0, 10)));
      process.stdout.write(`R17: ${found.length} public holidays of Peru 2014–2028, 0 wrong\n`);
    },
  );

  it.each(SPOT_CHECKS)('of $country are those of $source', async ({ country, days }) => {
    const found = (await publicHolidaysOf(country)).ofYear(2026).map(({ on }) => on.slice(5));
    process.stdout.write(`R17: ${found.length} public holidays of ${country} in 2026, as its law has them\n`);
    expect(found.join(' ')).toBe(days);
  });

  it('have names in both languages', async () => {
    const peru = await publicHolidaysOf('PE');
    expect(peru.ofYear(2026).find(({ on }) => on === '2026-07-28')?.name).toEqual({
      en: 'Independence Day',
      es: 'Día de la Independencia',
    });
  });

  it('count every day of a feast, also past the end of a year, and say which days follow the moon', async () => {
    const egypt = (await publicHolidaysOf('EG')).ofYear(2026);
    expect(egypt.filter(({ reckoned }) => reckoned).map(({ on }) => on)).toEqual(
      expect.arrayContaining(['2026-03-20', '2026-03-21', '2026-03-22', '2026-05-27', '2026-05-30']),
    );
    expect(egypt.find(({ on }) => on === '2026-07-23')?.reckoned).toBe(false);
    const eswatini = await publicHolidaysOf('SZ');
    expect(eswatini.has('2027-01-01')).toBe(true);
    expect(eswatini.has('2027-01-02')).toBe(true);
  });

  it('leave the working half of a half holiday', async () => {
    expect((await publicHolidaysOf('GT')).has('2026-12-24')).toBe(false);
  });

  it('are unknown where no list is, and say so', async () => {
    expect(await publicHolidaysOf('NP')).toMatchObject({ known: false });
    expect(await publicHolidaysOf(null)).toMatchObject({ known: false });
    expect((await publicHolidaysOf('PE')).known).toBe(true);
  });
});

describe('the weekend of a country', () => {
  it.each([
    ['PE', [6, 7]],
    ['EG', [5, 6]],
    ['SA', [5, 6]],
    ['IR', [5]],
    ['IN', [7]],
    [null, [6, 7]],
  ])('of %s is that of the locale data', (iso2, weekend) => {
    expect(weekendOf(iso2)).toEqual(weekend);
  });
});

describe('a work calendar', () => {
  it('counts ten working days in Peru over the two holidays of December', async () => {
    const peru = workCalendarOf(await publicHolidaysOf('PE'), [], weekendOf('PE'));
    expect(addWorkingDays('2026-11-27', 10, peru)).toBe('2026-12-15');
  });

  it('counts from Sunday to Thursday where Friday and Saturday are the weekend', async () => {
    const egypt = workCalendarOf(await publicHolidaysOf('EG'), [], weekendOf('EG'));
    // Thursday, then Sunday.
    expect(addWorkingDays('2026-11-26', 1, egypt)).toBe('2026-11-29');
  });

  it('follows what the secretariat says of a day, and not what is only announced', async () => {
    const listedDays = await publicHolidaysOf('PE');
    const said = (on: string, standing: 'closed' | 'worked' | 'announced' | 'as_listed') =>
      isWorkingDay(on, workCalendarOf(listedDays, [{ on, standing }], [6, 7]));
    expect(said('2026-11-27', 'closed')).toBe(false);
    expect(said('2026-11-27', 'announced')).toBe(true);
    expect(said('2026-12-08', 'worked')).toBe(true);
    expect(said('2026-11-28', 'worked')).toBe(true);
    expect(said('2026-12-08', 'as_listed')).toBe(false);
  });
});
