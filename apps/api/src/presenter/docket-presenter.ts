import type { Docket, LastReminder as LastReminderView, Viewer } from '#contracts';
import { THE_PUBLIC } from '#identity';
import type { Visitor } from '#identity';
import type { Language } from '#messages';
import type { DocketReading, State } from '#tracking';

import { waitOf } from './mail-rhythm-presenter.js';
import { inLanguage, institutionView } from './wording.js';

/** Whoever still owes a second factor is shown to the pages as the public: nothing is open yet. */
export function viewerView(seen: Visitor, language: Language): Viewer {
  const due = seen.recognition.kind === 'session' && seen.recognition.secondFactorDue;
  const visitor = due ? THE_PUBLIC : seen;
  return {
    signedIn: visitor.personId !== null,
    name: visitor.name,
    role: visitor.role,
    state: visitor.state,
    institution: visitor.institution ? institutionView(visitor.institution, language) : null,
  };
}

export function docketView(
  state: State,
  visitor: Visitor,
  reading: DocketReading,
  language: Language,
): Omit<Docket, 'nextCursor' | 'sought'> {
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language), demonstration: state.demonstration },
    today: reading.today,
    viewer: {
      role: visitor.role,
      institution: visitor.institution ? institutionView(visitor.institution, language) : null,
    },
    items: reading.entries.map((entry) => ({
      alert: entry.alertId,
      recommendation: {
        id: entry.publicId,
        code: entry.code,
        title: entry.titles[language] ?? entry.titles['en'] ?? entry.code,
      },
      obligation: inLanguage(entry.obligation, language),
      dueOn: entry.dueOn,
      daysLate: entry.daysLate,
      institution: entry.institution ? institutionView(entry.institution, language) : null,
      hasFocalPoint: entry.hasFocalPoint,
      alertState: entry.alertState,
      snooze: entry.snooze,
      lastReminder: lastReminderView(entry.lastReminder),
      decision: entry.decisionReason === null ? null : { code: entry.decisionReason, parameters: {} },
    })),
    mail: { waiting: reading.waitingMails, relayReachable: null },
  };
}

type Outcome = NonNullable<LastReminderView>['outcome'];

export function lastReminderView(
  reminder: DocketReading['entries'][number]['lastReminder'],
): LastReminderView {
  if (reminder === null) return null;
  const { sentOn, rung, attempts, reason } = reminder;
  return { sentOn, rung, outcome: outcomeOf(reminder), waits: waitOf(reminder), attempts, reason };
}

/** A mail that waits after a temporary refusal is "delayed", not merely pending. */
export function outcomeOf(reminder: {
  readonly deliveryState: string | null;
  readonly lastOutcome: string | null;
}): Outcome {
  if (reminder.deliveryState === null) return 'pending';
  if (reminder.deliveryState === 'pending')
    return reminder.lastOutcome === 'temporary' ? 'temporary' : 'pending';
  return reminder.deliveryState as Outcome;
}
