import { describe, expect, it } from '@jest/globals';

import { checksEn } from './en/checks.js';
import { formatList } from './format/format.js';
import { LANGUAGES } from './language.js';
import {
  findingSentence,
  noticeReasonSentence,
  readingWarningSentence,
  statusSentence,
  statusWord,
} from './sentences.js';

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
  purpose: 'recovery',
  offence: 'sexual_exploitation',
  cohortRule: 'year_of_complaint',
  cohortYear: 2021,
  earlierYear: 2020,
  stages: ['trial', 'reparation_paid'],
  on: '2026-01-02',
  submittedOn: '2026-01-02',
  pathPercent: 40,
  value: 20,
  expected: 50.5,
  previousValue: 25,
  previousPeriodEndOn: '2018-12-31',
  worsePercent: 20,
  completenessPercent: 33,
  pointsBehind: 34,
  year: 2020,
  low: 470,
  lowSource: 'MP',
  high: 1_640,
  highSource: 'PNP',
  institution: 'MIMP',
  people: 3,
  unreachable: 2,
  since: '2026-08-01',
  saidOn: '2026-08-02',
  until: '2026-09-30',
  why: 'It belongs to the police',
  stage: 'conviction',
  earlierStage: 'charge',
  cases: 12,
  most: 9,
};

describe('sentences', () => {
  it('join a list with the word of the language', () => {
    expect(formatList('en', ['476', '765', '1,054'])).toBe('476, 765 and 1,054');
    expect(formatList('es', ['476', '765'])).toBe('476 y 765');
    expect(formatList('es', ['476'])).toBe('476');
  });

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

  it('name the year and both numbers where sources differ', () => {
    expect(findingSentence('en', 'sources_disagree.unexplained', EVIDENCE)).toBe(
      'Indicator 8-O1: for 2020 one source says 470 (MP) and another 1,640 (PNP), and nobody has explained why',
    );
    expect(findingSentence('es', 'sources_disagree.unexplained', EVIDENCE)).toContain(
      'para 2020 una fuente dice 470 (MP) y otra 1\u202f640 (PNP)',
    );
  });

  it('name the purpose of the money and the cases that are meant', () => {
    const say = (language: 'en' | 'es', code: string, change = {}): string =>
      findingSentence(language, code, { ...EVIDENCE, ...change }).replaceAll('\u202f', ' ');
    expect(say('en', 'budget_execution.behind_the_year')).toBe(
      '56 % of the 2026 money for the recovery of victims was spent when 90 % of the year had passed',
    );
    expect(say('es', 'budget_execution.never_reported')).toBe(
      'Nunca se enviaron montos para la recuperación de las víctimas',
    );
    expect(say('es', 'budget_execution.behind_the_year', { yearBeforePercent: 88 })).toContain(
      '(el año anterior, el 88 % a esa fecha)',
    );
    const cut = { previousYear: 2025, cutPercent: 12, constantCutPercent: 15 };
    expect(say('en', 'budget_cut.in_amounts', cut)).toBe(
      'The 2026 money for the recovery of victims is 12 % less than in 2025, 15 % less at constant prices',
    );
    expect(say('en', 'budget_cut.in_amounts', { ...cut, constantCutPercent: null })).toMatch(/in 2025$/);
    expect(say('es', 'budget_cut.in_prices', cut)).toBe(
      'A precios constantes, el dinero de 2026 para la recuperación de las víctimas es 15 % menor que en 2025',
    );
    expect(say('en', 'budget_purpose.no_line', { missingPurposes: ['compensation', 'roads'] })).toMatch(
      /no budget line is for compensation, roads$/,
    );
    expect(say('en', 'prosecution_outcome.no_conviction')).toBe(
      'Sexual exploitation: of the complaints made in 2021, none has led to a conviction',
    );
    expect(say('es', 'prosecution_outcome.outcome_never_reported', { cohortRule: 'year_of_event' })).toBe(
      'Explotación sexual: nunca se informó qué pasó con los casos ocurridos en 2021',
    );
    expect(say('en', 'prosecution_conversion.falling')).toBe(
      'Sexual exploitation: of the complaints made in 2021, a smaller share has led to a conviction than of those of 2020',
    );
    expect(say('es', 'prosecution_stage.never_reported')).toBe(
      'Explotación sexual: nunca se informaron, de ningún año: juicios, reparaciones pagadas',
    );
  });

  it('say the code of a word that is not known yet', () => {
    const unknown = {
      purpose: 'roads',
      offence: 'piracy',
      cohortRule: 'year_of_appeal',
      cohortYear: 2021,
      missing: ['height'],
    };
    for (const language of LANGUAGES) {
      expect(findingSentence(language, 'budget_execution.never_reported', unknown)).toContain('roads');
      expect(findingSentence(language, 'prosecution_outcome.no_conviction', unknown)).toMatch(
        /^piracy: .*2021/,
      );
      expect(findingSentence(language, 'disaggregation_gap.dimensions_missing', unknown)).toContain('height');
    }
  });

  it('tell a waiting submission that came late from one that came in time', () => {
    expect(statusSentence('en', 'submission_waits', EVIDENCE)).toBe(
      'Sent 2 January 2026, 85 days after the due day. It waits for review.',
    );
    expect(statusSentence('es', 'submission_waits', { ...EVIDENCE, daysLate: 0 })).toBe(
      'Se envió el 2 de enero de 2026. Espera revisión.',
    );
  });

  it('have a word for each status, and the code for one that is not known', () => {
    for (const [status, word] of Object.entries(checksEn.status)) expect(statusWord('en', status)).toBe(word);
    expect(statusWord('es', 'no_data')).toBe('Sin datos');
    expect(statusWord('es', 'paused')).toBe('paused');
    expect(statusSentence('es', 'new_reason', {})).toBe('new_reason');
    expect(noticeReasonSentence('es', 'already_sent')).toContain('ya se envió');
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

describe('what a reading was unsure of', () => {
  const warning = { code: 'paragraphs_missing', parameters: [4, 6], message: 'Paragraphs 4 to 6 …' };

  it('is said in the language of the reader, with what it names', () => {
    expect(readingWarningSentence('en', warning)).toBe('Paragraphs 4 to 6 are not in the text.');
    expect(readingWarningSentence('es', warning)).toMatch(/4.*6/);
    expect(readingWarningSentence('es', warning)).not.toBe(readingWarningSentence('en', warning));
  });

  it('stays as it was kept where it has no parameters or its code is not known', () => {
    const { code, message } = warning;
    expect(readingWarningSentence('es', { code, message })).toBe(message);
    expect(readingWarningSentence('es', { ...warning, code: 'of_another_version' })).toBe(message);
  });
});
