import { describe, expect, it } from '@jest/globals';

import { checksEn } from './en/checks.js';
import { LANGUAGES } from './language.js';
import { findingSentence, noticeReasonSentence, statusSentence } from './sentences.js';

const EVIDENCE = {
  dueOn: '2026-08-31',
  daysLate: 85,
  daysLeft: 1,
  indicator: '8-O1',
  newestPeriodEndOn: '2019-12-31',
  asked: 6,
  received: 2,
  missing: ['ethnic_origin', 'nationality'],
  executedPercent: 56,
  elapsedPercent: 90,
  fiscalYear: 2026,
  cohortYear: 2021,
  on: '2026-01-02',
  submittedOn: '2026-01-02',
  pathPercent: 40,
  completenessPercent: 33,
  pointsBehind: 34,
};

describe('sentences', () => {
  it('name the day and the delay as people say them in both languages', () => {
    expect(findingSentence('en', 'deadline.overdue', EVIDENCE)).toBe('85 days late, due 31 August 2026');
    expect(findingSentence('es', 'deadline.overdue', EVIDENCE)).toBe(
      'Vencido hace 85 días; venció el 31 de agosto de 2026',
    );
    expect(findingSentence('en', 'deadline.due_soon', EVIDENCE)).toBe('Due 31 August 2026, in 1 day');
    expect(findingSentence('es', 'disaggregation_gap.dimensions_missing', EVIDENCE)).toContain(
      'faltan: origen étnico, nacionalidad',
    );
  });

  it('leave no hole where a parameter belongs', () => {
    for (const language of LANGUAGES) {
      for (const code of Object.keys(checksEn.finding))
        expect(findingSentence(language, code, EVIDENCE)).not.toMatch(/undefined|NaN| {2}|null/);
      for (const code of Object.keys(checksEn.statusReason))
        expect(statusSentence(language, code, EVIDENCE)).not.toMatch(/undefined|NaN| {2}|null/);
    }
  });

  it('show an unknown code rather than nothing', () => {
    expect(findingSentence('en', 'new.rule', {})).toBe('new.rule');
    expect(noticeReasonSentence('es', 'new_reason')).toBe('new_reason');
  });
});
