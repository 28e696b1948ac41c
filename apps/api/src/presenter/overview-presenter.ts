import type { IndicatorData, Overview } from '#contracts';
import { CLUSTERS, ITEM_STATUSES, clusterOf, daysBetween } from '#domain';
import type { Language } from '#messages';
import type { DocumentReading, PublicObligation, State } from '#tracking';

import { titleOf } from './recommendation-presenter.js';
import { dueView, inLanguage, institutionView } from './wording.js';

export function stateView(state: State, language: Language): Overview['state'] {
  return {
    iso3: state.iso3,
    name: inLanguage(state.name, language),
    timeZone: state.timeZone,
    demonstration: state.demonstration,
  };
}

export function overviewView(
  state: State,
  reading: DocumentReading,
  highlights: readonly IndicatorData[],
  language: Language,
): Overview {
  const { document, recommendations, today } = reading;
  return {
    state: stateView(state, language),
    today,
    document: {
      slug: document.slug,
      symbol: document.symbol,
      inferredSymbol: document.inferredSymbol,
      title: document.title,
      shortTitle: document.shortTitle ? inLanguage(document.shortTitle, language) : document.title,
      adoptedOn: document.adoptedOn,
      mechanism: { code: document.mechanismCode, name: inLanguage(document.mechanismName, language) },
      instrument: { code: document.instrumentCode, name: inLanguage(document.instrumentName, language) },
    },
    total: recommendations.length,
    byStatus: Object.fromEntries(
      ITEM_STATUSES.map((status) => [
        status,
        recommendations.filter((item) => item.status === status).length,
      ]),
    ) as Overview['byStatus'],
    clusters: CLUSTERS.map((code) => ({
      code,
      items: recommendations
        .filter((item) => clusterOf(item.themeCode) === code)
        .map((item) => ({
          id: item.publicId,
          code: item.code,
          role: item.role,
          title: titleOf(item, language),
          status: item.status,
        })),
    })).filter((cluster) => cluster.items.length > 0),
    overdue: overdueView(reading, language),
    noData: recommendations
      .filter((item) => item.status === 'no_data')
      .map((item) => ({
        id: item.publicId,
        code: item.code,
        title: titleOf(item, language),
        institutions: item.lead ? [institutionView(item.lead, language)] : [],
        reason: { code: item.statusReason, parameters: { ...item.statusParameters } },
      })),
    nextReport: nextReportView(reading, language),
    nextRound: nextRoundView(reading, language),
    milestones: milestonesOf(reading),
    highlights: [...highlights],
  };
}

/** Longest overdue first: for each overdue item the oldest obligation that made it so. */
function overdueView(
  { recommendations, obligations, today }: DocumentReading,
  language: Language,
): Overview['overdue'] {
  return recommendations
    .filter((item) => item.status === 'overdue')
    .flatMap((item) => {
      const late = obligations.find(
        (obligation) => obligation.recommendationId === item.id && isLate(obligation, today),
      );
      if (!late || late.dueOn === null) return [];
      return [
        {
          id: item.publicId,
          code: item.code,
          title: titleOf(item, language),
          obligation: inLanguage(late.title, language),
          institution: late.institution ? institutionView(late.institution, language) : null,
          dueOn: late.dueOn,
          daysLate: daysBetween(late.dueOn, today),
        },
      ];
    })
    .sort((left, right) => right.daysLate - left.daysLate);
}

function isLate(obligation: PublicObligation, today: string): boolean {
  return (
    obligation.required &&
    !obligation.submitted &&
    obligation.certainty === 'confirmed' &&
    obligation.dueOn !== null &&
    obligation.dueOn < today
  );
}

function nextReportView({ deadlines, today }: DocumentReading, language: Language): Overview['nextReport'] {
  const deadline = deadlines.find((candidate) => candidate.purpose === 'next_report');
  return deadline ? dueView(deadline, today, language) : null;
}

function nextRoundView({ obligations, today }: DocumentReading, language: Language): Overview['nextRound'] {
  const ahead = obligations
    .filter(
      (obligation) =>
        !obligation.submitted && obligation.certainty === 'confirmed' && (obligation.dueOn ?? '') >= today,
    )
    .sort((left, right) => (left.dueOn ?? '').localeCompare(right.dueOn ?? ''));
  const nearest = ahead[0];
  return nearest
    ? { due: dueView(nearest, today, language), title: inLanguage(nearest.title, language) }
    : null;
}

/** Days that are on record, oldest first. */
function milestonesOf({ cycle }: DocumentReading): Overview['milestones'] {
  if (cycle === null) return [];
  const found = [
    { kind: 'report_received', on: cycle.reportReceivedOn, symbol: cycle.reportsConsidered[0] ?? null },
    { kind: 'cycle_closed', on: cycle.closedOn, symbol: cycle.closedBy },
    {
      kind: 'next_review',
      on: cycle.continuedBy?.adoptedOn ?? null,
      symbol: cycle.continuedBy?.symbol ?? null,
    },
  ] as const;
  return found
    .flatMap(({ on, ...one }) => (on === null ? [] : [{ ...one, on }]))
    .sort((left, right) => left.on.localeCompare(right.on));
}
