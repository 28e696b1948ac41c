import type { ActionChoices, ActionView, EvidenceView } from '#contracts';
import { actionStatusOf, civilDayOf, evidenceStandingOf, markText } from '#domain';
import type { CivilDate } from '#domain';
import type { Language } from '#messages';
import type { EvidenceEntry, PublicAction, State } from '#tracking';

import { inLanguage, institutionView } from './wording.js';

export function actionView(
  action: PublicAction,
  { today, hits, language }: { today: CivilDate; hits: ReadonlySet<string>; language: Language },
): ActionView {
  const { recommendation, institution, title, description, indicators, budgetLines, criteria } = action;
  return {
    id: action.id,
    recommendation: {
      id: recommendation.publicId,
      code: recommendation.code,
      title: recommendation.titles[language] ?? recommendation.titles['en'] ?? recommendation.code,
    },
    institution: institutionView(institution, language),
    status: actionStatusOf(action, today),
    language: action.language,
    title: markText(title, hits),
    description: markText(description, hits),
    level: action.level,
    plannedStartOn: action.plannedStartOn,
    plannedEndOn: action.plannedEndOn,
    doneOn: action.doneOn,
    cancelledOn: action.cancelledOn,
    cancelReason: action.cancelReason,
    criteria: [...criteria],
    indicators: indicators.map(({ code, name }) => ({ code, name: inLanguage(name, language) })),
    budgetLines: [...budgetLines],
    evidence: action.evidence,
    version: action.version,
  };
}

export function choicesView(
  choices: Pick<PublicAction, 'indicators' | 'budgetLines'> & { readonly today: CivilDate },
  language: Language,
): ActionChoices {
  return {
    today: choices.today,
    indicators: choices.indicators.map(({ code, name }) => ({ code, name: inLanguage(name, language) })),
    budgetLines: [...choices.budgetLines],
  };
}

export function evidenceView(
  entry: EvidenceEntry,
  { state, today, language }: { state: State; today: CivilDate; language: Language },
): EvidenceView {
  const dayOf = (instant: number): CivilDate => civilDayOf(instant, state.timeZone);
  const { link } = entry;
  return {
    id: entry.id,
    recommendation: entry.recommendation,
    action: entry.actionId,
    submission: entry.submissionId,
    institution: institutionView(entry.institution, language),
    language: entry.language,
    title: entry.title,
    kind: entry.kind,
    file: entry.file,
    url: entry.url,
    effectiveOn: entry.effectiveOn,
    expiresOn: entry.expiresOn,
    standing: evidenceStandingOf(entry, today),
    recordedOn: dayOf(entry.recordedAt),
    published: entry.published,
    withdrawnOn: entry.withdrawnOn,
    withdrawalReason: entry.withdrawalReason,
    link: link && {
      checkedAt: new Date(link.checkedAt).toISOString(),
      checkedOn: dayOf(link.checkedAt),
      outcome: link.outcome,
      detail: link.detail,
      httpStatus: link.httpStatus,
      brokenSince: link.brokenSince === null ? null : dayOf(link.brokenSince),
    },
  };
}
