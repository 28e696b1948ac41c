import type {
  ClassificationList,
  DocumentSuggestionsView,
  ItemSuggestionsView,
  RecommendationDetail,
} from '#contracts';
import { CLASSIFICATION_ASPECTS, INDICATOR_CLASSES, INDICATOR_TRACKS, civilDayOf } from '#domain';
import type { Classification, ClassificationAspect } from '#domain';
import { screensEn, screensEs } from '#messages';
import type { Language } from '#messages';
import { isUndecided } from '#tracking';
import type {
  ClassificationValue,
  DocumentSuggestions,
  ItemSuggestions,
  PublicClassification,
  PublicRecommendation,
  State,
} from '#tracking';

import { inLanguage } from './wording.js';

const WORDS = { en: screensEn, es: screensEs } as const;

type Values = readonly ClassificationValue[];

/** The kinds of indicators are no vocabulary of the record: their words are those of the screens. */
function kindName({ aspect, code }: Classification, language: Language): string | null {
  const { classes, tracks } = WORDS[language].indicator;
  const kinds: Readonly<Partial<Record<ClassificationAspect, Readonly<Record<string, string>>>>> = {
    indicator_class: classes,
    indicator_track: tracks,
  };
  return kinds[aspect]?.[code] ?? null;
}

export function classificationListView(values: Values, language: Language): ClassificationList {
  const kinds: Readonly<Partial<Record<ClassificationAspect, readonly string[]>>> = {
    indicator_class: INDICATOR_CLASSES,
    indicator_track: INDICATOR_TRACKS,
  };
  return {
    aspects: CLASSIFICATION_ASPECTS.map((aspect) => ({
      aspect,
      name: WORDS[language].classification.aspects[aspect],
      values: [
        ...values
          .filter((value) => value.aspect === aspect)
          .map(({ code, name, validFrom, validUntil }) => ({
            code,
            name: inLanguage(name, language),
            validFrom,
            validUntil,
          })),
        ...(kinds[aspect] ?? []).map((code) => ({
          code,
          name: kindName({ aspect, code }, language) ?? code,
          validFrom: null,
          validUntil: null,
        })),
      ],
    })),
  };
}

export function itemSuggestionsView(
  state: State,
  { item, standing }: ItemSuggestions,
  values: Values,
  language: Language,
): ItemSuggestionsView {
  const nameOf = ({ aspect, code }: Classification): string =>
    kindName({ aspect, code }, language) ??
    inLanguage(
      values.find((value) => value.aspect === aspect && value.code === code)?.name ?? { en: code, es: code },
      language,
    );
  return {
    id: item.publicId,
    code: item.code,
    title: item.titles[language] ?? item.titles['en'] ?? item.code,
    text: item.reading.text,
    textLanguage: item.reading.language,
    chapeau: item.reading.chapeau,
    headings: [...item.reading.headings],
    undecided: standing.filter(isUndecided).length,
    values: standing.map(({ aspect, code, words, decision, ...one }) => ({
      aspect,
      code,
      name: nameOf({ aspect, code }),
      state: one.state,
      words: words.map((word) => ({ ...word })),
      insteadOf:
        decision === null || decision.insteadOf === null
          ? null
          : nameOf({ aspect, code: decision.insteadOf }),
      decidedBy: decision?.personName ?? null,
      decidedOn: decision === null ? null : civilDayOf(decision.decidedAt, state.timeZone),
    })),
  };
}

export function documentSuggestionsView(
  state: State,
  { document, items, today }: DocumentSuggestions,
  values: Values,
  language: Language,
): Omit<DocumentSuggestionsView, 'mayDecide' | 'nextCursor' | 'sought' | 'progress'> {
  return {
    state: { iso3: state.iso3, name: inLanguage(state.name, language), demonstration: state.demonstration },
    document: {
      slug: document.slug,
      shortTitle: document.shortTitle ? inLanguage(document.shortTitle, language) : document.title,
    },
    today,
    items: items.map((item) => itemSuggestionsView(state, item, values, language)),
  };
}

/** What was confirmed; the theme that lists go by stands first, also where it was recorded with the document. */
export function classificationsView(
  recommendation: PublicRecommendation,
  confirmed: readonly PublicClassification[],
  language: Language,
): RecommendationDetail['classifications'] {
  const of = (aspect: ClassificationAspect) =>
    confirmed
      .filter((one) => one.aspect === aspect)
      .map(({ code, name }) => ({
        code,
        name: kindName({ aspect, code }, language) ?? (inLanguage(name, language) || code),
      }));
  const main = recommendation.themeCode;
  return {
    themes: [
      ...(main === null ? [] : [{ code: main, name: inLanguage(recommendation.themeName, language) }]),
      ...of('theme').filter(({ code }) => code !== main),
    ],
    affectedGroups: of('affected_group'),
    sdgTargets: of('sdg_target'),
    indicatorClasses: of('indicator_class'),
    indicatorTracks: of('indicator_track'),
  };
}
