import { docket } from '../../apps/web/fixtures/docket.js';
import { institution, recommendation, state, today } from './written-ground.js';
import type { WrittenPage } from './written-pages.js';
import { WRITTEN_STATEMENTS } from './written-statements.js';

const usual = { workingDays: 10, dueOn: '2026-12-11', closedDays: ['2026-12-08'] };

const request = {
  id: 7,
  recommendation,
  indicator: { code: '8-victims', name: 'Victims identified' },
  institution,
  question: 'How many children were identified in 2025?',
  language: 'en',
  legalBasis: 'The law of the office, article 16',
  state: 'answered',
  sentOn: '2026-11-02',
  workingDays: 10,
  dueOn: '2026-11-16',
  answeredOn: '2026-11-10',
  // The address of an answer is no free text: what is posted has to begin with http.
  answer: { text: 'Twelve registers were read.', language: 'es', url: null },
  closedOn: null,
  withdrawnOn: null,
  withdrawnReason: null,
  workingDaysLeft: null,
  closedDays: ['2026-11-09'],
  closedReason: 'It answers the question.',
  earlier: null,
  later: null,
  questionPublishedOn: '2026-11-12',
  answerPublishedOn: '2026-11-12',
};
const withdrawn = {
  ...request,
  id: 6,
  state: 'withdrawn',
  withdrawnOn: '2026-11-03',
  withdrawnReason: 'The wrong institution was asked.',
};
const list = {
  state,
  today,
  items: [request, withdrawn],
  institutions: [institution],
  usual,
  nextCursor: null,
  sought: [],
};

const escalations = {
  state,
  today,
  open: 1,
  items: [
    {
      id: 3,
      alert: 5,
      recommendation,
      finding: { code: 'deadline.overdue', parameters: { dueOn: '2026-10-01' } },
      institution,
      cameOn: '2026-11-16',
      why: 'unanswered',
      workingDays: 30,
      stands: 'open',
      dueOn: '2026-10-01',
      openedOn: '2026-09-01',
      reminders: 4,
      before: [{ on: '2026-10-12', kind: 'escalated', reason: 'unanswered', addressee: 'head' }],
      told: 'sent',
      mails: [{ outcome: 'accepted', on: '2026-11-16', attempts: 1 }],
    },
  ],
  institutions: [institution],
  nextCursor: null,
  sought: ['children'],
};

/** The docket and the pages of formal requests and statements: questions, answers, reasons and words are written by people. */
export const WRITTEN_REQUESTS: readonly WrittenPage[] = [
  ...WRITTEN_STATEMENTS,
  [
    '/en/states/PER/docket',
    [
      [/\/docket/, { ...docket('en'), sought: ['children'] }],
      [/\/information-requests\?/, list],
      [/\/escalations\?/, escalations],
    ],
  ],
  ['/es/states/PER/docket/escalations', [[/\/escalations\?/, escalations]]],
  ['/es/states/PER/information-requests', [[/\/information-requests\?/, list]]],
  [
    '/en/states/PER/information-requests/7',
    [[/\/information-requests\/7/, { state, today, request, chain: [withdrawn, request], usual }]],
  ],
];
