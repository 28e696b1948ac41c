import { describe, expect, it } from '@jest/globals';

import { findingEvidence } from './finding-evidence.js';

const EVIDENCE = { asked: 3, kind: 'report', missing: ['sex', 'age'], institution: null } as const;

describe('what an alert is about, as it is read', () => {
  it('is what is stored: numbers, codes, lists and what is not known', () => {
    expect(findingEvidence({ evidence: EVIDENCE, dueOn: null }, '2026-11-24')).toEqual({
      asked: 3,
      kind: 'report',
      missing: ['sex', 'age'],
      institution: null,
    });
  });

  it('is a copy: whoever adds to a list adds nothing to the alert', () => {
    const { missing } = findingEvidence({ evidence: EVIDENCE, dueOn: null }, '2026-11-24');
    (missing as string[]).push('area');
    expect(EVIDENCE.missing).toEqual(['sex', 'age']);
  });

  it('counts the days of a date that is to come', () => {
    expect(findingEvidence({ evidence: {}, dueOn: '2026-12-01' }, '2026-11-24')).toEqual({
      dueOn: '2026-12-01',
      daysLate: -7,
      daysLeft: 7,
    });
  });
});
