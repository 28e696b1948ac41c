import type {
  DocumentDeadlineView,
  DocumentDetail,
  DocumentInCycle,
  DocumentList,
  FollowUpRuleList,
} from '#contracts';
import { civilDayOf } from '#domain';
import type { CivilDate } from '#domain';
import { readingWarningSentence } from '#messages';
import type { Language } from '#messages';
import type { CycleReading, DeadlineReading, DocumentCycleReading, State, StoredRule } from '#tracking';

import { recommendationView } from './recommendation-presenter.js';
import { dueView, inLanguage, linkedDocument } from './wording.js';

export function namedState(state: State, language: Language): DocumentList['state'] {
  return { iso3: state.iso3, name: inLanguage(state.name, language), demonstration: state.demonstration };
}

export function documentListView(
  state: State,
  today: CivilDate,
  documents: readonly { readonly document: CycleReading; readonly deadlines: readonly DeadlineReading[] }[],
  nextCursor: string | null,
  language: Language,
): Omit<DocumentList, 'sought'> {
  return {
    state: namedState(state, language),
    today,
    items: documents.map(({ document, deadlines }) =>
      documentView(document, deadlines, { state, today }, language),
    ),
    nextCursor,
  };
}

export function documentDetailView(
  state: State,
  { document, deadlines, recommendations, today }: DocumentCycleReading,
  language: Language,
): DocumentDetail {
  return {
    ...documentView(document, deadlines, { state, today }, language),
    state: namedState(state, language),
    today,
    nextReportStatement: document.nextReportStatement,
    warnings: document.warnings.map((warning) => ({
      paragraph: warning.paragraph,
      code: warning.code,
      message: readingWarningSentence(language, warning),
    })),
    items: recommendations.map((item) => recommendationView(item, language)),
  };
}

export function rulesView(rules: readonly StoredRule[], language: Language): FollowUpRuleList {
  return {
    items: rules.map((rule) => ({
      ...rule,
      basis: inLanguage(rule.basis, language).replaceAll('{year}', '…'),
    })),
  };
}

function documentView(
  document: CycleReading,
  deadlines: readonly DeadlineReading[],
  at: { readonly state: State; readonly today: CivilDate },
  language: Language,
): DocumentInCycle {
  return {
    slug: document.slug,
    symbol: document.symbol,
    inferredSymbol: document.inferredSymbol,
    title: document.title,
    shortTitle: document.shortTitle ? inLanguage(document.shortTitle, language) : document.title,
    adoptedOn: document.adoptedOn,
    mechanism: { code: document.mechanismCode, name: inLanguage(document.mechanismName, language) },
    instrument: { code: document.instrumentCode, name: inLanguage(document.instrumentName, language) },
    hasText: document.hasText,
    language: document.language,
    cycle: {
      number: document.number,
      reportsConsidered: [...document.reportsConsidered],
      reportReceivedOn: document.reportReceivedOn,
      consideredOn: [...document.consideredOn],
      closedOn: document.closedOn,
      closedBy: document.closedBy,
      continuation: document.continuation,
      withinArticle: document.withinArticle,
      continuedBy: document.continuedBy ? linkedDocument(document.continuedBy, language) : null,
      continues: document.continues.map((earlier) => ({
        ...linkedDocument(earlier, language),
        continuation: earlier.continuation,
      })),
    },
    deadlines: deadlines.map((deadline) => deadlineView(deadline, at, language)),
    recommendations: document.recommendations,
    open: document.open,
  };
}

/** An earlier date counts no days: nobody has to meet it any more. */
function deadlineView(
  deadline: DeadlineReading,
  { state, today }: { readonly state: State; readonly today: CivilDate },
  language: Language,
): DocumentDeadlineView {
  return {
    id: deadline.id,
    purpose: deadline.purpose as DocumentDeadlineView['purpose'],
    paragraphs: [...deadline.paragraphs],
    due: dueView(deadline, today, language),
    origin: deadline.origin,
    rule: deadline.rule,
    history: deadline.history.map((line) => ({
      version: line.version,
      recordedOn: civilDayOf(Date.parse(line.changedAt), state.timeZone),
      due: { ...dueView(line, today, language), daysUntil: null },
      origin: line.origin,
    })),
  };
}
