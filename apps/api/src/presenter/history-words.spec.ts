import { describe, expect, it } from '@jest/globals';

import {
  ADDRESSEES,
  AUDITED_FIELDS,
  AUDIT_ACTIONS,
  AUDIT_ACTORS,
  AUDIT_SUBJECTS,
  CASE_COUNTS,
  ESCALATION_REASONS,
  FINDING_REASONS,
} from '#domain';
import { screensEn, screensEs, subjectWords, valueWords } from '#messages';

const FINDINGS = Object.entries(FINDING_REASONS).flatMap(([rule, reasons]) =>
  [...reasons, 'cause_gone'].map((reason) => `${rule}.${reason}`),
);
/** What a sweep does to a reminder stands in the history of an item beside the audit. */
const BY_THE_WATCH = ['opened', 'reopened', 'changed', 'unsnoozed', 'escalated', 'resolved'].map(
  (kind) => `alert.${kind}`,
);
const EVIDENCE = [
  ...['dueOn', 'indicator', 'asked', 'received', 'missing', 'newestPeriodEndOn', 'finding'],
  ...['purpose', 'fiscalYear', 'executedPercent', 'elapsedPercent', 'offence', 'cohortYear', 'cohortRule'],
  ...['yearBeforePercent', 'previousYear', 'phase', 'cutPercent', 'constantCutPercent', 'missingPurposes'],
  ...[
    'earlierYear',
    'stages',
    'unreachable',
    'people',
    'since',
    'until',
    'watched',
    'saidOn',
    'why',
    'stage',
    'earlierStage',
  ],
  ...['cases', 'most', 'step', 'addressee', 'workingDays', 'escalation'],
];
const CODES: Readonly<Record<string, readonly string[]>> = {
  state: ['open', 'acknowledged', 'snoozed', 'resolved'],
  tokenState: ['live', 'expired', 'revoked'],
  calendarState: ['live', 'revoked'],
  kind: ['one_time_password', 'passkey'],
  role: ['contributor', 'focal_point', 'monitoring_body', 'ombudsperson', 'secretariat', 'operator'],
  paragraphKind: ['concern', 'recommendation', 'positive', 'procedural'],
  chapeau: ['bare', 'substantive'],
  finding: FINDINGS,
  escalation: ESCALATION_REASONS,
  addressee: ADDRESSEES,
  decision: ['assigned', 'sent_back'],
  stages: CASE_COUNTS,
};

describe.each([
  ['en', screensEn.history],
  ['es', screensEs.history],
])('the words of a history in %s', (_language, words) => {
  it('name every action, actor and kind of subject that can be written', () => {
    const without = (codes: readonly string[], known: Readonly<Record<string, string>>) =>
      codes.filter((code) => !known[code]);
    expect(without([...AUDIT_ACTIONS, ...BY_THE_WATCH], words.actions)).toEqual([]);
    expect(without([...AUDIT_ACTORS, 'sweep'], words.actors)).toEqual([]);
    expect(without(AUDIT_SUBJECTS, words.subjects)).toEqual([]);
  });

  it('name every field that can stand in before and after, and every one that a check leaves', () => {
    const within = ['name.en', 'name.es'];
    const without = [...AUDITED_FIELDS, ...within, ...EVIDENCE].filter((field) => !words.fields[field]);
    expect(without).toEqual([]);
  });

  it.each(Object.entries(CODES))('name every code of the field %s', (field, codes) => {
    expect(words.fields[field]).toBeTruthy();
    expect(codes.filter((code) => !words.values[field]?.[code])).toEqual([]);
  });
});

describe('a history in words', () => {
  it('says several codes one by one, a day as it is spoken, and what has no words as it is', () => {
    expect(valueWords('es', 'missing', '["ethnic_origin","height"]')).toEqual(['origen étnico', 'height']);
    expect(valueWords('en', 'expiresOn', '2027-02-24')).toEqual(['24 February 2027']);
    expect(valueWords('en', 'name', '["nightly"]')).toEqual(['["nightly"]']);
    expect(valueWords('en', 'role', '[focal_point')).toEqual(['[focal_point']);
    expect(valueWords('es', 'role', null)).toEqual(['nada']);
  });

  it('calls a subject by its name, else by its number, and what is kept of all by neither', () => {
    const person = { kind: 'person', id: '18' };
    expect(subjectWords('en', { ...person, name: 'Ana Quispe' })).toBe('Person: Ana Quispe');
    expect(subjectWords('es', { ...person, name: null })).toBe('Persona 18');
    expect(subjectWords('en', { kind: 'message', id: 'all', name: null })).toBe('Mails');
  });
});
