import { describe, expect, it } from '@jest/globals';

import { gradeOn, isValidOn, scalesFor } from '#domain';
import type { Assessor } from '#domain';

import { ASSESSMENT_SCALES } from './assessment-scale.js';
import { MECHANISMS } from './treaty-body.js';

function ask(
  assessor: Assessor,
  mechanism: string,
  on: string,
  grade: string | null,
  scale: string | null = null,
) {
  const answer = gradeOn(ASSESSMENT_SCALES, { assessor, mechanism, on, scale, grade });
  if (answer.kind === 'graded') return `${answer.scale.code}:${answer.grade}`;
  return answer.kind === 'refused'
    ? `not of ${answer.valid.map(({ code }) => code).join(', ')}`
    : answer.kind;
}

describe('the scales of assessments', () => {
  it('have at most one version of a committee on any day, so that a letter has one meaning', () => {
    const days = ASSESSMENT_SCALES.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil]);
    for (const on of ['2010-01-01', '2026-01-01', ...days])
      for (const { code } of MECHANISMS) {
        const valid = ASSESSMENT_SCALES.filter(
          (scale) => scale.mechanism === code && on !== null && isValidOn(scale, on),
        );
        expect([code, on, valid.length <= 1]).toEqual([code, on, true]);
      }
  });

  it('leave no day without a version between the first and the newest of a committee', () => {
    for (const { code } of MECHANISMS) {
      const versions = ASSESSMENT_SCALES.filter(({ mechanism }) => mechanism === code);
      for (const [index, { validUntil }] of versions.slice(0, -1).entries()) {
        const next = new Date(`${validUntil}T00:00:00Z`);
        next.setUTCDate(next.getUTCDate() + 1);
        expect([code, versions[index + 1]?.validFrom]).toEqual([code, next.toISOString().slice(0, 10)]);
      }
    }
  });

  it('name each grade once, in both languages, and say where they were read', () => {
    for (const { grades, source, name } of ASSESSMENT_SCALES) {
      expect(new Set(grades.map(({ code }) => code)).size).toBe(grades.length);
      for (const words of [name, ...grades.map((grade) => grade.name)]) {
        expect(words.en).not.toBe('');
        expect(words.es).not.toBe('');
      }
      expect(source).not.toBe('');
    }
  });

  it('give the Human Rights Committee B2 in its older form, B in today’s, and neither in the other', () => {
    expect(ask('committee', 'CCPR', '2015-07-13', 'B2')).toBe('ccpr_1:B2');
    expect(ask('committee', 'CCPR', '2020-09-01', 'B')).toBe('ccpr_2:B');
    expect(ask('committee', 'CCPR', '2020-09-01', 'B2')).toBe('not of ccpr_2');
    expect(ask('committee', 'CCPR', '2015-07-13', 'B')).toBe('not of ccpr_1');
  });

  it('keep the two meanings of D of the Committee on Enforced Disappearances apart', () => {
    const meaning = (on: string): string | undefined => {
      const [scale] = scalesFor(ASSESSMENT_SCALES, { assessor: 'committee', mechanism: 'CED', on });
      return scale?.grades.find(({ code }) => code === 'D')?.name.en;
    };
    expect(meaning('2016-11-23')).toMatch(/^No cooperation with the Committee/);
    expect(meaning('2022-04-27')).toBe('No reply regarding a recommendation');
  });

  it('give the Committee on the Rights of the Child none: its words stand without a grade', () => {
    expect(ask('committee', 'CRC', '2025-01-31', null)).toBe('no_grade');
    expect(ask('committee', 'CRC', '2025-01-31', 'A')).toBe('not of ');
  });

  it('let a committee that has a scale not go without a grade, and never use ours', () => {
    expect(ask('committee', 'CAT', '2020-01-01', null)).toBe('not of cat_1');
    expect(ask('committee', 'CAT', '2020-01-01', 'done', 'internal_1')).toBe('not of cat_1');
  });

  it('let the State and the ombudsperson use ours, or say where an item stands on the committee’s', () => {
    expect(ask('state', 'CRC', '2026-01-01', 'done')).toBe('internal_1:done');
    expect(ask('ombudsperson', 'CCPR', '2026-01-01', 'C', 'ccpr_2')).toBe('ccpr_2:C');
    expect(ask('ombudsperson', 'CCPR', '2026-01-01', 'C', 'cat_1')).toBe('not of internal_1, ccpr_2');
    expect(ask('state', 'CRC', '2026-01-01', null)).toBe('not of internal_1');
  });
});
