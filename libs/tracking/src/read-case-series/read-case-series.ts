import { CASE_STAGES, conversion, medianTime, rateBetween } from '#domain';
import type { CaseCount, CaseStage, Conversion, MedianTime, StageCount } from '#domain';
import type {
  CaseSeriesFilter,
  CaseSeriesRepository,
  KnownCaseSeries,
  RecordDatabase,
  State,
} from '#persistence';

/** One count of a series, the share of the cases that came so far, and how long they took. */
export interface CaseCountReading {
  readonly stage: CaseCount;
  /** Null: never reported. */
  readonly count: KnownCaseSeries['counts'][number] | null;
  readonly ofComplaints: Conversion;
  /** Of the nearest earlier stage that was reported. */
  readonly ofPrevious: Conversion;
  readonly medians: readonly { readonly since: CaseStage; readonly time: MedianTime }[];
}

export interface CaseSeriesReading {
  readonly series: KnownCaseSeries;
  readonly stages: readonly CaseCountReading[];
  readonly archived: CaseCountReading;
}

/** Two counts of which somebody wants the quotient. */
export interface AskedRate {
  readonly fromSeries: number;
  readonly from: CaseCount;
  readonly toSeries: number;
  readonly to: CaseCount;
}

/** Prosecutions as they were reported: for those with the right to see real figures, and nobody else. */
export class ReadCaseSeries {
  constructor(
    private readonly record: RecordDatabase,
    private readonly series: CaseSeriesRepository,
  ) {}

  list(state: State, filter: CaseSeriesFilter): Promise<CaseSeriesReading[]> {
    return this.record.runState(state.id, async () =>
      (await this.series.list(state.id, filter)).map(reading),
    );
  }

  /** A series that does not exist, or that this institution may not see, was not reported. */
  rate(state: State, institutionId: number | null, asked: AskedRate): Promise<Conversion> {
    return this.record.runState(state.id, async () => {
      const countOf = async (id: number, stage: CaseCount): Promise<StageCount | undefined> => {
        const found = await this.series.find(state.id, institutionId, id);
        // The cohort is compared first: a stage that nobody reported is refused for that only within one cohort.
        return found
          ? (stageCounts(found).find((count) => count.stage === stage) ?? missing(found, stage))
          : undefined;
      };
      return rateBetween(
        await countOf(asked.fromSeries, asked.from),
        await countOf(asked.toSeries, asked.to),
      );
    });
  }
}

function stageCounts({ counts, ...cohort }: KnownCaseSeries): StageCount[] {
  return counts.map(({ stage, ...figure }) => ({ ...cohort, stage, figure }));
}

function missing(series: KnownCaseSeries, stage: CaseCount): StageCount {
  return { ...series, stage, figure: { state: 'missing', value: null, provisional: false } };
}

function reading(series: KnownCaseSeries): CaseSeriesReading {
  const counts = stageCounts(series);
  const reported = (stage: CaseCount): number | null => {
    const figure = counts.find((count) => count.stage === stage)?.figure;
    return figure?.state === 'reported' ? figure.value : null;
  };
  const read = (stage: CaseCount, previous: CaseCount): CaseCountReading => ({
    stage,
    count: series.counts.find((count) => count.stage === stage) ?? null,
    ofComplaints: conversion(counts, 'complaint', stage),
    ofPrevious: conversion(counts, previous, stage),
    medians: series.durations
      .filter((duration) => duration.stage === stage)
      .map((duration) => ({ since: duration.since, time: medianTime(duration, reported(stage)) })),
  });
  const previousOf = (at: number): CaseStage =>
    CASE_STAGES.slice(0, at).findLast((stage) => reported(stage) !== null) ?? 'complaint';
  return {
    series,
    stages: CASE_STAGES.map((stage, at) => read(stage, previousOf(at))),
    archived: read('archived', 'complaint'),
  };
}
