import type { EscalationList, EscalationView } from '#contracts';
import { ADDRESSEES, findingEvidence } from '#domain';
import type { Language } from '#messages';
import type { EscalationsReading, State } from '#tracking';

import { inLanguage, institutionView } from './wording.js';

type Received = EscalationsReading['escalations'][number];

export function escalationListView(
  state: State,
  { today, open, escalations, institutions }: EscalationsReading,
  language: Language,
): Omit<EscalationList, 'nextCursor' | 'sought'> {
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language) },
    today,
    open,
    items: escalations.map((escalation) => escalationView(escalation, today, language)),
    institutions: institutions.map((institution) => institutionView(institution, language)),
  };
}

function escalationView(escalation: Received, today: string, language: Language): EscalationView {
  const { alert, before, mails } = escalation;
  return {
    id: escalation.id,
    alert: alert.id,
    recommendation: {
      id: alert.publicId,
      code: alert.code,
      title: alert.titles[language] ?? alert.titles['en'] ?? alert.code,
    },
    finding: { code: `${alert.rule}.${alert.reason}`, parameters: findingEvidence(alert, today) },
    institution: escalation.institution && institutionView(escalation.institution, language),
    cameOn: escalation.cameOn,
    why: escalation.why,
    workingDays: escalation.workingDays,
    stands: escalation.stands,
    dueOn: alert.dueOn,
    openedOn: alert.openedOn,
    reminders: escalation.reminders,
    before: before.map(({ on, kind, reason, addressee }) => ({
      on,
      kind,
      reason: kind === 'escalated' ? reason : null,
      addressee: ADDRESSEES.find((one) => one === addressee) ?? null,
    })),
    told: escalation.told,
    mails: mails.map((mail) => ({
      ...mail,
      outcome: mail.outcome as EscalationView['mails'][number]['outcome'],
    })),
  };
}
