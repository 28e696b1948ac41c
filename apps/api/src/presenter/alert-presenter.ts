import type { AlertDetail, AlertInList as AlertInListView, AlertList } from '#contracts';
import { ADDRESSEES, findingEvidence, isEscalationOccasion } from '#domain';
import type { Language } from '#messages';
import type { AlertInList, AlertListReading, AlertReading, State } from '#tracking';

import { lastReminderView, outcomeOf } from './docket-presenter.js';
import { waitOf } from './mail-rhythm-presenter.js';
import { inLanguage, institutionView } from './wording.js';

export function alertListView(
  state: State,
  { today, alerts, only }: AlertListReading,
  language: Language,
): Omit<AlertList, 'nextCursor' | 'sought'> {
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language) },
    today,
    institution: only && institutionView(only, language),
    items: alerts.map((alert) => inListView(alert, today, language)),
  };
}

/** @param tellsOfPeople false: who was told and who answered stay unnamed */
export function alertView(
  state: State,
  reading: AlertReading,
  language: Language,
  tellsOfPeople = true,
): AlertDetail {
  const named = (name: string): string | null => (tellsOfPeople ? name : null);
  const { today, latestSnooze, legalDate } = reading;
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language) },
    today,
    alert: inListView(reading, today, language),
    latestSnooze,
    legalDate,
    steps: reading.steps.map((step, place) => ({
      ...step,
      taken: place <= reading.escalationStep,
      people: step.people.map(({ name, reachable }) => ({ name: named(name), reachable })),
    })),
    changes: reading.changes.map(({ id, on, kind, person, reason, evidence }) => ({
      id,
      on,
      kind,
      by: person === null ? null : named(person),
      byWatch: person === null,
      institution: textOf(evidence['institution']),
      reason,
      until: textOf(evidence['until']),
      addressee: ADDRESSEES.find((addressee) => addressee === evidence['addressee']) ?? null,
      workingDays: typeof evidence['workingDays'] === 'number' ? evidence['workingDays'] : null,
    })),
    notices: reading.notices.map((notice) => ({
      id: notice.id,
      person: named(notice.person),
      rung: notice.rung,
      carriedUp: isEscalationOccasion(notice.occasion),
      on: notice.rungOn,
      writtenOn: notice.writtenOn,
      reason: notice.reason,
      sent: notice.outcome === 'send',
      mailedOn: notice.mailedOn,
      delivery: notice.outcome === 'send' ? outcomeOf(notice) : 'not_sent',
      waits: notice.outcome === 'send' ? waitOf(notice) : null,
      attempts: notice.attempts,
    })),
    disclaimers: reading.disclaimers.map(
      ({ id, institution, reason, saidOn, decision, decidedOn, decisionReason }) => ({
        id,
        institution,
        reason,
        saidOn,
        decision,
        decidedOn,
        decisionReason,
      }),
    ),
    institutions: reading.institutions.map((institution) => institutionView(institution, language)),
  };
}

function inListView(alert: AlertInList, today: string, language: Language): AlertInListView {
  return {
    alert: alert.id,
    recommendation: {
      id: alert.publicId,
      code: alert.code,
      title: alert.titles[language] ?? alert.titles['en'] ?? alert.code,
    },
    finding: { code: `${alert.rule}.${alert.reason}`, parameters: findingEvidence(alert, today) },
    state: alert.state,
    dueOn: alert.dueOn,
    institution: alert.institution ? institutionView(alert.institution, language) : null,
    asksCoordination: alert.asksCoordination,
    openedOn: alert.openedOn,
    unansweredSince: alert.unansweredSince,
    addressee: alert.addressee,
    snoozedUntil: alert.snoozedUntil,
    notMine: alert.disowned,
    decision: alert.decisionReason,
    lastReminder: lastReminderView(alert.lastReminder),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
