import type { RecommendationDetail, RecommendationView } from '#contracts';
import { clusterOf } from '#domain';
import type { Language } from '#messages';
import type { PublicObligation, PublicRecommendation, RecommendationReading, State } from '#tracking';

import { classificationsView } from './classification-presenter.js';
import { indicatorDataView, summariesView } from './indicator-presenter.js';
import { dueView, inLanguage, institutionView, linkedDocument, textFor } from './wording.js';

export function titleOf(recommendation: PublicRecommendation, language: Language): string {
  const title = textFor(recommendation.texts, language, (text) => text.title !== null);
  return title?.text.title ?? recommendation.code;
}

export function recommendationView(
  recommendation: PublicRecommendation,
  language: Language,
): RecommendationView {
  const official = textFor(recommendation.texts, language, (text) => text.text !== null);
  return {
    id: recommendation.publicId,
    document: recommendation.documentSlug,
    code: recommendation.code,
    role: recommendation.role,
    text: official?.text.text ?? '',
    textLanguage: official?.language ?? language,
    title: titleOf(recommendation, language),
    titleSource: 'vigia',
    verb: recommendation.verb,
    theme:
      recommendation.themeCode === null
        ? null
        : { code: recommendation.themeCode, name: inLanguage(recommendation.themeName, language) },
    cluster: clusterOf(recommendation.themeCode),
    status: recommendation.status,
    statusReason: { code: recommendation.statusReason, parameters: { ...recommendation.statusParameters } },
    statusSince: recommendation.statusSince,
    dueOn: recommendation.dueCertainty === 'confirmed' ? recommendation.dueOn : null,
    dueCertainty: recommendation.dueCertainty,
    estimatedYear: recommendation.dueCertainty === 'estimated' ? recommendation.dueYear : null,
    lead: recommendation.lead ? institutionView(recommendation.lead, language) : null,
  };
}

export function recommendationDetailView(
  state: State,
  reading: RecommendationReading,
  language: Language,
): RecommendationDetail {
  const { recommendation, neighbours, document, today } = reading;
  const index = neighbours.findIndex((neighbour) => neighbour.id === recommendation.id);
  const indicators = summariesView(reading.indicators, language, recommendation.id);
  return {
    ...recommendationView(recommendation, language),
    state: { iso3: state.iso3, name: inLanguage(state.name, language), demonstration: state.demonstration },
    documentView: {
      slug: document.slug,
      shortTitle: document.shortTitle ? inLanguage(document.shortTitle, language) : document.title,
      symbol: document.symbol,
      inferredSymbol: document.inferredSymbol,
      adoptedOn: document.adoptedOn,
      cycle: reading.cycle?.number ?? 1,
      closedOn: reading.cycle?.closedOn ?? null,
      closedBy: reading.cycle?.closedBy ?? null,
      continuation: reading.cycle?.continuation ?? null,
      withinArticle: reading.cycle?.withinArticle ?? null,
      continuedBy: reading.cycle?.continuedBy ? linkedDocument(reading.cycle.continuedBy, language) : null,
    },
    chain: reading.chain.map(({ step, kind, document: other, item }) => ({
      step,
      kind,
      document: linkedDocument(other, language),
      item: item && {
        id: item.publicId,
        code: item.code,
        title: item.titles[language] ?? item.titles['en'] ?? item.code,
      },
    })),
    paragraph: recommendation.paragraph,
    item: recommendation.item,
    section: [...(reading.paragraph?.headings ?? [])],
    chapeau: chapeauView(reading, language),
    concern: concernView(reading, language),
    plain: plainView(reading, language),
    siblings: neighbours
      .filter(
        (neighbour) => neighbour.paragraph === recommendation.paragraph && neighbour.id !== recommendation.id,
      )
      .map((neighbour) => ({
        id: neighbour.publicId,
        code: neighbour.code,
        title: titleOf(neighbour, language),
        status: neighbour.status,
      })),
    responsibilities: responsibilitiesView(reading, language),
    classifications: classificationsView(recommendation, reading.classifications, language),
    references: reading.references.references
      .filter((reference) => reference.item === null || reference.item === recommendation.item)
      .map(({ symbol, printedAs }) => ({ symbol, printedAs })),
    articles: [...reading.references.articles],
    uhri: uhriView(reading, language),
    obligations: reading.obligations.map((obligation) => obligationView(obligation, today, language)),
    charts: reading.charted.indicators.map((indicator) =>
      indicatorDataView(indicator, reading.charted, language),
    ),
    data: indicators.filter((indicator) => indicator.track === 'data'),
    budget: indicators.filter((indicator) => indicator.track === 'budget'),
    prosecutions: indicators.filter((indicator) => indicator.track === 'prosecutions'),
    today,
    previous: linkTo(neighbours[index - 1]),
    next: linkTo(neighbours[index + 1]),
  };
}

/** An export names no address of a single annotation: the Index itself is what can be linked, with the number to look for. */
const INDEX: Readonly<Record<Language, string>> = {
  en: 'https://uhri.ohchr.org/en/',
  es: 'https://uhri.ohchr.org/es/',
};

function uhriView({ uhri }: RecommendationReading, language: Language): RecommendationDetail['uhri'] {
  return uhri.map(({ annotationId, symbol, paragraph, kind, text, publishedOn, ...one }) => ({
    annotationId,
    symbol,
    paragraph,
    kind,
    text,
    textLanguage: one.language,
    publishedOn,
    index: INDEX[language],
  }));
}

function linkTo(recommendation: PublicRecommendation | undefined): { id: string; code: string } | null {
  return recommendation ? { id: recommendation.publicId, code: recommendation.code } : null;
}

/** The paragraph's opening words, for a lettered item. */
function chapeauView(reading: RecommendationReading, language: Language): RecommendationDetail['chapeau'] {
  if (reading.recommendation.role !== 'item' || !reading.paragraph) return null;
  const official = textFor(reading.paragraph.texts, language, () => true);
  return {
    text: official?.text.text ?? '',
    verb: reading.paragraph.verb ?? reading.recommendation.verb,
    kind: reading.paragraph.chapeauKind ?? 'bare',
  };
}

/** Only in the reader's own language: plain words in another one are none. */
function plainView({ plainTexts }: RecommendationReading, language: Language): RecommendationDetail['plain'] {
  const found = plainTexts.find((one) => one.language === language);
  return found ? { text: found.text, confirmedOn: found.confirmedOn } : null;
}

function concernView(reading: RecommendationReading, language: Language): RecommendationDetail['concern'] {
  if (!reading.concern) return null;
  const official = textFor(reading.concern.texts, language, () => true);
  return {
    paragraph: reading.concern.number,
    text: official?.text.text ?? '',
    textLanguage: official?.language ?? language,
    items: (official?.text.items ?? []).map(({ label, text }) => ({ label, text })),
  };
}

function responsibilitiesView(
  { responsibilities }: RecommendationReading,
  language: Language,
): RecommendationDetail['responsibilities'] {
  return responsibilities.map((responsibility) => ({
    namedAs: responsibility.namedAs,
    institution: responsibility.institution ? institutionView(responsibility.institution, language) : null,
    role: responsibility.role,
  }));
}

function obligationView(
  obligation: PublicObligation,
  today: string,
  language: Language,
): RecommendationDetail['obligations'][number] {
  return {
    title: inLanguage(obligation.title, language),
    kind: obligation.kind,
    required: obligation.required,
    institution: obligation.institution ? institutionView(obligation.institution, language) : null,
    period:
      obligation.periodStartOn !== null && obligation.periodEndOn !== null
        ? { startOn: obligation.periodStartOn, endOn: obligation.periodEndOn }
        : null,
    due: dueView(obligation, today, language),
    submitted: obligation.submitted,
  };
}
