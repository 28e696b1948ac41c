import type { ComparabilityView, ComparisonView, IndicatorData, SeriesBreakView } from '#contracts';
import { figuresAtBreaks } from '#domain';
import type { PathFacts } from '#domain';
import type { Language } from '#messages';
import type { ComparabilityReading, DatedJudgement, IndicatorReading, PublicFigure } from '#tracking';

import { pageOf } from '../public/list-page.js';
import { inLanguage } from './wording.js';

type Judged = Pick<PublicFigure, 'indicatorCode' | 'sourceCode' | 'periodStartOn' | 'periodEndOn'>;

/** Whether a figure is of record; undefined where nobody chose one for its period. */
export function ofRecord(figure: Judged, { judgements }: IndicatorReading): boolean | undefined {
  const chosen = judgements.find(
    (said) =>
      said.judgement === 'of_record' &&
      said.indicatorCode === figure.indicatorCode &&
      said.periodEndOn === figure.periodEndOn &&
      said.periodStartOn === figure.periodStartOn,
  );
  return chosen === undefined ? undefined : chosen.sourceCode === figure.sourceCode;
}

/** The one that counts of several sources: the one of record, else the first. */
export function countedOf<F extends Judged>(figures: readonly F[], reading: IndicatorReading): F | undefined {
  return figures.find((figure) => ofRecord(figure, reading) === true) ?? figures[0];
}

/** What stands beside the cells: breaks, and what is said of periods that several sources report. */
export function judgementsView(
  code: string,
  { judgements }: IndicatorReading,
): Pick<IndicatorData, 'breaks' | 'comparisons'> {
  const own = judgements.filter(({ indicatorCode }) => indicatorCode === code);
  return { breaks: own.flatMap(breakView), comparisons: comparisonsOf(own) };
}

/** Marks that each cell carries, in the order of the figures. */
export function cellMarks(
  figures: readonly PublicFigure[],
  reading: IndicatorReading,
): { break?: true; ofRecord?: boolean }[] {
  const breaks = reading.judgements
    .filter((said) => said.judgement === 'break' && said.indicatorCode === figures[0]?.indicatorCode)
    .map(({ breakOn, sourceCode }) => ({ on: breakOn ?? '', source: sourceCode }));
  const broken = figuresAtBreaks(
    figures.map(({ seriesKey, sourceCode, periodEndOn }) => ({
      series: seriesKey,
      source: sourceCode,
      endOn: periodEndOn,
    })),
    breaks,
  );
  return figures.map((figure, place) => {
    const counts = ofRecord(figure, reading);
    return {
      ...(broken.has(place) ? { break: true as const } : {}),
      ...(counts === undefined ? {} : { ofRecord: counts }),
    };
  });
}

/** The newest break before the newest figure, with the first published number after it. */
export function seriesBreakOf(
  code: string,
  newest: PublicFigure | undefined,
  reading: IndicatorReading,
): PathFacts['seriesBreak'] {
  if (newest === undefined) return null;
  const on = reading.judgements
    .filter(
      (said) =>
        said.judgement === 'break' &&
        said.indicatorCode === code &&
        (said.sourceCode === null || said.sourceCode === newest.sourceCode),
    )
    .map(({ breakOn }) => breakOn ?? '')
    .filter((day) => day <= newest.periodEndOn)
    .sort()
    .at(-1);
  if (on === undefined) return null;
  const after = [...reading.figures, ...reading.sinceBreaks].filter(
    (figure) =>
      figure.indicatorCode === code &&
      figure.seriesKey === '' &&
      figure.value !== null &&
      figure.periodEndOn >= on,
  );
  const firstEnd = after.map(({ periodEndOn }) => periodEndOn).sort()[0];
  const candidates = after.filter(({ periodEndOn }) => periodEndOn === firstEnd);
  const ownFirst = [
    ...candidates.filter(({ sourceCode }) => sourceCode === newest.sourceCode),
    ...candidates,
  ];
  const first = countedOf(ownFirst, reading);
  return { on, first: first ? { value: first.value!, on: first.periodEndOn } : null };
}

/** For those who may see accepted figures. */
export function comparabilityView(
  reading: ComparabilityReading,
  { mayJudge, limit }: { readonly mayJudge: boolean; readonly limit: number },
  language: Language,
): ComparabilityView {
  const { indicator, history } = reading;
  const { shown: periods, nextCursor } = pageOf(reading.periods, limit, ({ period }) => [
    period.endOn,
    period.startOn,
  ]);
  const sources = new Map(
    periods.flatMap(({ figures }) =>
      figures.map(({ source, sourceName }) => [source, inLanguage(sourceName, language)] as const),
    ),
  );
  return {
    indicator: {
      code: indicator.code,
      name: inLanguage(indicator.name, language),
      unit: inLanguage(indicator.unit, language),
      valueType: indicator.valueType,
    },
    mayJudge,
    nextCursor,
    sources: [...sources].map(([code, name]) => ({ code, name })),
    periods: periods.map(({ period, figures, differ, explained, lookAgain, ofRecord: chosen }) => ({
      period,
      differ,
      explained,
      lookAgain,
      figures: figures.map((figure) => ({
        source: figure.source,
        sourceName: inLanguage(figure.sourceName, language),
        state: figure.state,
        value: figure.value,
        provisional: figure.provisional,
        published:
          figure.publishedValue === null && figure.publishedFlag === null
            ? null
            : { value: figure.publishedValue, flag: figure.publishedFlag },
        ofRecord: figure.source === chosen,
      })),
    })),
    breaks: history
      .filter(({ standing, judgement }) => standing && judgement === 'break')
      .map(({ breakOn, breakKind, source, text, language: written }) => ({
        on: breakOn ?? '',
        kind: breakKind ?? 'other',
        source,
        reason: text,
        language: written,
      })),
    history: history.map((said) => ({
      id: said.id,
      judgement: said.judgement,
      period:
        said.periodStartOn !== null && said.periodEndOn !== null
          ? { startOn: said.periodStartOn, endOn: said.periodEndOn }
          : null,
      source: said.source,
      breakOn: said.breakOn,
      breakKind: said.breakKind,
      text: said.text,
      language: said.language,
      person: said.person,
      on: said.recordedOn,
      standing: said.standing,
      lookAgain: said.lookAgain,
    })),
  };
}

function breakView(said: DatedJudgement): SeriesBreakView[] {
  if (said.judgement !== 'break' || said.breakOn === null || said.breakKind === null) return [];
  const { breakOn, breakKind, sourceCode, text, language } = said;
  return [{ on: breakOn, kind: breakKind, source: sourceCode, reason: text, language }];
}

function comparisonsOf(own: readonly DatedJudgement[]): ComparisonView[] {
  const byPeriod = new Map<string, ComparisonView>();
  for (const { judgement, periodStartOn, periodEndOn, sourceCode, text, language, recordedOn } of own) {
    if (periodStartOn === null || periodEndOn === null) continue;
    const key = `${periodStartOn}/${periodEndOn}`;
    const before = byPeriod.get(key) ?? {
      period: { startOn: periodStartOn, endOn: periodEndOn },
      ofRecord: null,
      explanation: null,
    };
    byPeriod.set(
      key,
      judgement === 'of_record' && sourceCode !== null
        ? { ...before, ofRecord: { source: sourceCode, reason: text, language, on: recordedOn } }
        : { ...before, explanation: { text, language, on: recordedOn } },
    );
  }
  return [...byPeriod.values()].sort((left, right) => (left.period.endOn < right.period.endOn ? 1 : -1));
}
