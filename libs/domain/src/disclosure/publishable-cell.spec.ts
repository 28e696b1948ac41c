import { describe, expect, it } from '@jest/globals';

import type { SeriesKey } from '../indicator/indicator.js';
import { publishableCell } from './publishable-cell.js';

const reported = (value: number) => ({ state: 'reported', value, provisional: false }) as const;

describe('what of a figure becomes public', () => {
  it('is no count of persons: those are read from their cube', () => {
    const breakdowns: SeriesKey[] = [
      {},
      { sex: 'female' },
      { stage: 'complaint', cohort: 'year_of_complaint', offence: 'all' },
    ];
    for (const categories of breakdowns)
      expect(publishableCell('person_count', categories, reported(4_000), false)).toMatchObject({
        value: null,
        flag: 'not_shown',
      });
  });

  it('is a citation verbatim, its printed bound included, and only from a source of citations', () => {
    const bound = { state: 'below_threshold', value: 5, provisional: false } as const;
    expect(publishableCell('citation', { sex: 'male' }, reported(23), true).value).toBe(23);
    expect(publishableCell('citation', { sex: 'male' }, bound, true)).toMatchObject({
      value: null,
      flag: 'below_bound',
      bound: 5,
    });
    expect(publishableCell('citation', {}, reported(23), false)).toMatchObject({
      value: null,
      flag: 'not_shown',
    });
  });

  it('keeps zero, missing and not applicable apart', () => {
    const absent = (state: 'missing' | 'not_applicable') => ({ state, value: null, provisional: false });
    expect(publishableCell('plain', {}, reported(0), false)).toMatchObject({ value: 0, flag: null });
    expect(publishableCell('plain', {}, absent('missing'), false).flag).toBe('missing');
    expect(publishableCell('person_count', {}, absent('not_applicable'), false).flag).toBe('not_applicable');
  });

  it('claims "fewer than ten" of persons only where the source said no more than that', () => {
    const bound = (value: number) => ({ state: 'below_threshold', value, provisional: false }) as const;
    expect(publishableCell('person_count', {}, bound(5), false).flag).toBe('lt10');
    expect(publishableCell('person_count', {}, bound(10), false).flag).toBe('lt10');
    expect(publishableCell('person_count', {}, bound(20), false)).toMatchObject({
      value: null,
      flag: 'not_shown',
    });
    expect(publishableCell('person_count', { sex: 'male' }, bound(5), false).flag).toBe('not_shown');
  });

  it('carries the provisional mark along', () => {
    expect(publishableCell('plain', {}, { ...reported(3), provisional: true }, false).provisional).toBe(true);
    expect(
      publishableCell('person_count', {}, { ...reported(3), provisional: true }, false).provisional,
    ).toBe(true);
  });

  it('is no rate that was handed in', () => {
    expect(publishableCell('derived_rate', {}, reported(60), false)).toMatchObject({
      value: null,
      flag: 'not_shown',
    });
  });
});
