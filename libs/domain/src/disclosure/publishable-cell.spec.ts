import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { TOTAL_ERROR, publishableCell } from './publishable-cell.js';

const reported = (value: number) => ({ state: 'reported', value, provisional: false }) as const;

describe('what of a figure becomes public', () => {
  it('is, of counts of persons, the total only: a multiple of five within the announced error, "<10" below ten', () => {
    fc.assert(
      fc.property(fc.nat(5_000), (count) => {
        const cell = publishableCell('person_count', {}, reported(count), false);
        if (count < 10) return expect(cell).toMatchObject({ value: null, flag: 'lt10' });
        expect((cell.value ?? 1) % 5).toBe(0);
        return expect(Math.abs((cell.value ?? 0) - count)).toBeLessThanOrEqual(TOTAL_ERROR);
      }),
    );
  });

  it('is no breakdown of persons, whatever its size', () => {
    expect(publishableCell('person_count', { sex: 'female' }, reported(4_000), false)).toMatchObject({
      value: null,
      flag: 'not_shown',
    });
    expect(
      publishableCell(
        'person_count',
        { stage: 'complaint', cohort: 'year_of_complaint', offence: 'trafficking' },
        reported(400),
        false,
      ).flag,
    ).toBe('not_shown');
    expect(
      publishableCell(
        'person_count',
        { stage: 'complaint', cohort: 'year_of_complaint', offence: 'all' },
        reported(400),
        false,
      ).value,
    ).toBe(400);
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
    const empty = { state: 'reported', value: null, provisional: false } as const;
    expect(publishableCell('person_count', {}, empty, false).flag).toBe('not_shown');
  });

  it('carries the provisional mark along', () => {
    expect(publishableCell('plain', {}, { ...reported(3), provisional: true }, false).provisional).toBe(true);
    expect(
      publishableCell('person_count', {}, { ...reported(3), provisional: true }, false).provisional,
    ).toBe(true);
  });

  it('is no rate yet', () => {
    expect(publishableCell('derived_rate', {}, reported(60), false)).toMatchObject({
      value: null,
      flag: 'not_shown',
    });
  });
});
