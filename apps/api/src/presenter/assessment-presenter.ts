import type { AssessmentScaleView, AssessmentView, DecisionView, ItemAssessments } from '#contracts';
import type { AssessmentScale, InTheWay } from '#domain';
import { markText } from '#domain';
import type { Language } from '#messages';
import type { AssessedItem, Assessment, DecisionOnItem, IndicatorNames, ItemReading, State } from '#tracking';

import { namedState } from './document-presenter.js';
import { inLanguage } from './wording.js';

const NO_HITS: ReadonlySet<string> = new Set();

export function scalesView(scales: readonly AssessmentScale[], language: Language): AssessmentScaleView[] {
  return scales.map(({ name, grades, mechanism, ...scale }) => ({
    ...scale,
    mechanism,
    internal: mechanism === null,
    name: inLanguage(name, language),
    grades: grades.map((grade) => ({ code: grade.code, name: inLanguage(grade.name, language) })),
  }));
}

export function assessmentView(
  assessment: Assessment,
  hits: ReadonlySet<string>,
  language: Language,
): AssessmentView {
  const { item, graded, text, symbol, paragraph, ...rest } = assessment;
  return {
    ...rest,
    recommendation: itemView(item, language),
    graded: graded && {
      scale: graded.scale,
      scaleName: inLanguage(graded.scaleName, language),
      version: graded.version,
      internal: graded.mechanism === null,
      grade: graded.grade,
      name: inLanguage(graded.gradeName, language),
    },
    text: markText(text, hits),
    cited: symbol === null ? null : { symbol, paragraph },
  };
}

export function decisionView(
  { item, reason, inTheWay, ...decision }: DecisionOnItem,
  { hits, names }: { readonly hits: ReadonlySet<string>; readonly names: IndicatorNames },
  language: Language,
): DecisionView {
  return {
    ...decision,
    recommendation: itemView(item, language),
    reason: markText(reason, hits),
    inTheWay: inTheWayView(inTheWay, names, language),
  };
}

export function itemAssessmentsView(state: State, reading: ItemReading, language: Language): ItemAssessments {
  const { item, beside, indicatorNames: names } = reading;
  return {
    state: namedState(state, language),
    today: reading.today,
    recommendation: { id: item.publicId, code: item.code, title: titleOf(item, language) },
    mechanism: reading.mechanism,
    assessments: reading.assessments.map((assessment) => assessmentView(assessment, NO_HITS, language)),
    decisions: reading.decisions.map((decision) =>
      decisionView(decision, { hits: NO_HITS, names }, language),
    ),
    beside: beside && {
      status: beside.status,
      reason: { code: beside.reason, parameters: reasonParameters(beside.parameters) },
    },
    inTheWay: reading.inTheWay && inTheWayView(reading.inTheWay, names, language),
  };
}

function inTheWayView(
  inTheWay: readonly InTheWay[],
  names: IndicatorNames,
  language: Language,
): DecisionView['inTheWay'] {
  return inTheWay.map((one) => {
    const name = one.indicator === null ? undefined : names[one.indicator];
    return { ...one, indicatorName: name === undefined ? null : inLanguage(name, language) };
  });
}

function reasonParameters(
  parameters: NonNullable<ItemReading['beside']>['parameters'],
): NonNullable<ItemAssessments['beside']>['reason']['parameters'] {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
  ) as NonNullable<ItemAssessments['beside']>['reason']['parameters'];
}

function itemView(item: AssessedItem, language: Language): AssessmentView['recommendation'] {
  return {
    id: item.publicId,
    code: item.code,
    title: titleOf(item, language),
    document: item.documentSlug,
  };
}

function titleOf({ titles, code }: Pick<AssessedItem, 'titles' | 'code'>, language: Language): string {
  return titles[language] ?? titles['en'] ?? code;
}
