import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { addDays } from '#domain';

import { deadlineCalendar } from './deadline-calendar.js';
import type { CalendarDay } from './deadline-calendar.js';

const DAY: CalendarDay = {
  uid: 'PER.obligation.7@vigia',
  on: '2026-12-31',
  summary: '14(a): Cifras del año (MIMP)',
  url: 'https://vigia.example/es/states/PER/recommendations/opsc-1-14-a',
};

const made = (days: readonly CalendarDay[], name = 'Vigía') =>
  deadlineCalendar({ name, language: 'es', madeOn: '2026-11-24', days });

/** Content lines without their folds (RFC 5545, 3.1). */
const linesOf = (text: string) => text.replace(/\r\n[ \t]/g, '').split('\r\n');

/** The entries, as property and value, with the escapes of texts undone (3.3.11). */
function entriesOf(text: string): Map<string, string>[] {
  const entries: Map<string, string>[] = [];
  for (const line of linesOf(text)) {
    if (line === 'BEGIN:VEVENT') entries.push(new Map());
    const found = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line);
    entries.at(-1)?.set(found?.[1] ?? '', (found?.[2] ?? '').replace(/\\([\\;,])/g, '$1'));
  }
  return entries;
}

describe('a calendar of what is due', () => {
  it('has one all-day entry for each day, which ends where the next day begins', () => {
    const [entry] = entriesOf(made([DAY]));
    expect(entry?.get('UID')).toBe(DAY.uid);
    expect(entry?.get('DTSTART')).toBe('20261231');
    expect(entry?.get('DTEND')).toBe('20270101');
    expect(entry?.get('SUMMARY')).toBe(DAY.summary);
    expect(entry?.get('URL')).toBe(DAY.url);
    expect(entry?.get('TRANSP')).toBe('TRANSPARENT');
    expect(made([DAY])).toContain('DTSTART;VALUE=DATE:20261231');
  });

  it('is the same bytes for the same dates all day', () => {
    expect(made([DAY])).toBe(made([DAY]));
  });

  it('without a day is a calendar all the same', () => {
    expect(linesOf(made([]))).toEqual(
      expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR']),
    );
    expect(entriesOf(made([]))).toEqual([]);
  });

  it('holds whatever people call things: no line above 75 octets, no line that a title began, every title back', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: fc.string({ unit: 'binary', maxLength: 200 }), after: fc.nat(20_000) }), {
          maxLength: 5,
        }),
        (given) => {
          const days = given.map(({ title, after }, index): CalendarDay => ({
            ...DAY,
            uid: `PER.obligation.${index}@vigia`,
            on: addDays('2000-01-01', after),
            summary: `x ${title}`,
          }));
          const text = made(days, given[0]?.title);
          for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
          const entries = entriesOf(text);
          expect(entries.map((entry) => entry.get('UID'))).toEqual(days.map(({ uid }) => uid));
          expect(entries.map((entry) => entry.get('DTSTART'))).toEqual(
            days.map(({ on }) => on.replaceAll('-', '')),
          );
          for (const [index, entry] of entries.entries())
            expect(entry.get('SUMMARY')?.replace(/\W/gu, '')).toBe(days[index]?.summary.replace(/\W/gu, ''));
        },
      ),
    );
  });
});
