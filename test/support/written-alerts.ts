import { institution, recommendation, state, today } from './written-ground.js';

/** An alert that somebody put off. */
export const alert = {
  alert: 7,
  recommendation,
  finding: {
    code: 'nobody_responsible.not_mine',
    parameters: { institution: 'MIMP', saidOn: today, why: 'The police keep it' },
  },
  state: 'snoozed',
  dueOn: null,
  institution,
  asksCoordination: false,
  openedOn: today,
  unansweredSince: today,
  addressee: 'head',
  snoozedUntil: '2026-12-01',
  notMine: false,
  decision: 'snoozed_until',
  lastReminder: {
    ...{ sentOn: today, rung: 7, outcome: 'temporary', waits: null, attempts: 2, reason: 'rung_reached' },
  },
};

const change = {
  on: today,
  by: 'Rosa Quispe',
  byWatch: false,
  institution: 'MIMP',
  until: null,
  addressee: null,
  workingDays: null,
};

/** The same with its history. */
export const alertDetail = {
  state,
  today,
  alert,
  latestSnooze: '2026-12-31',
  legalDate: null,
  steps: [
    {
      addressee: 'owner',
      workingDays: 0,
      on: today,
      taken: true,
      people: [{ name: 'Rosa', reachable: false }],
    },
  ],
  changes: [
    { ...change, id: 2, kind: 'snoozed', reason: 'The register closes', until: '2026-12-01' },
    {
      ...change,
      id: 1,
      kind: 'escalated',
      by: null,
      byWatch: true,
      reason: 'unanswered',
      addressee: 'head',
      workingDays: 7,
    },
  ],
  notices: [
    {
      id: 1,
      person: 'Rosa Quispe',
      rung: -7,
      carriedUp: false,
      on: today,
      writtenOn: today,
      reason: 'rung_reached',
      sent: true,
      mailedOn: today,
      delivery: 'accepted',
      waits: null,
      attempts: 2,
    },
  ],
  disclaimers: [
    {
      id: 1,
      institution: 'MIMP',
      reason: 'The police keep it',
      saidOn: today,
      decision: 'sent_back',
      decidedOn: today,
      decisionReason: 'Decree 12',
    },
  ],
  institutions: [institution],
};
