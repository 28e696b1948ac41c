import type { CivilDate, Clock, Instant } from '#domain';
import { addDays, elapsedShare, monthEndOn } from '#domain';
import type { DeflatorRepository, FigureRepository, MoneyAndCaseRepository } from '#persistence';

import type { DemonstrationFile } from './demonstration-file.js';
import { calendarYear, known, yearOf } from './loading.js';
import type { Loading } from './loading.js';

type Indicator = DemonstrationFile['indicators'][number];

/** Loads an indicator of any track with all its figures, as accepted ones. */
export class LoadIndicator {
  constructor(
    private readonly repositories: {
      readonly figures: FigureRepository;
      readonly moneyAndCases: MoneyAndCaseRepository;
    },
    private readonly clock: Clock,
  ) {}

  async loadAll(loading: Loading): Promise<void> {
    for (const indicator of loading.file.indicators) await this.load(loading, indicator);
  }

  private async load(loading: Loading, indicator: Indicator): Promise<void> {
    const { state, institutions, indicators } = loading;
    const id = await this.repositories.figures.saveIndicator(state.id, {
      ...indicator,
      population: indicator.population ?? null,
      ratioPer: indicator.valueType === 'ratio' && indicator.unit.en.startsWith('%') ? 100 : null,
      baseline: indicator.baseline
        ? { value: indicator.baseline.value, on: `${yearOf(loading, indicator.baseline.year)}-12-31` }
        : null,
      target: indicator.target
        ? { value: indicator.target.value, dueOn: `${indicator.target.year}-12-31` }
        : null,
      institutionId: indicator.institution === null ? null : known(institutions, indicator.institution),
    });
    indicators.set(indicator.code, id);
    await this.repositories.figures.askIndicator(state.id, id, indicator);
    await this.saveObservations(loading, id, indicator);
    await this.saveBudget(loading, id, indicator);
    await this.saveCases(loading, id, indicator);
  }

  private async saveObservations(loading: Loading, indicatorId: number, indicator: Indicator): Promise<void> {
    if (indicator.series.length === 0) return;
    const intakeId = await this.repositories.figures.addIntake(loading.state.id, {
      acceptedOn: loading.today,
      submissionId: null,
      at: this.clock.now(),
    });
    for (const series of indicator.series) {
      const seriesId = await this.repositories.figures.saveSeries(
        loading.state.id,
        indicatorId,
        series.categories,
      );
      for (const { year, ...value } of series.observations)
        await this.repositories.figures.saveObservation(
          loading.state.id,
          seriesId,
          known(loading.sources, series.source),
          {
            ...value,
            period: calendarYear(yearOf(loading, year)),
            intakeId,
          },
        );
    }
  }

  private async saveBudget(loading: Loading, indicatorId: number, indicator: Indicator): Promise<void> {
    const yesterday = addDays(loading.today, -1);
    const thisYear = Number(loading.today.slice(0, 4));
    for (const line of indicator.budgetLines) {
      const budgetLineId = await this.repositories.moneyAndCases.saveBudgetLine(loading.state.id, {
        ...line,
        indicatorId,
        institutionId: line.institution === null ? null : known(loading.institutions, line.institution),
      });
      for (const amounts of line.years) {
        const fiscalYear = yearOf(loading, amounts.year);
        const endOn = `${fiscalYear}-12-31`;
        for (const phase of ['approved', 'revised', 'executed'] as const) {
          const amount = amounts[phase];
          if (amount === null) continue;
          await this.repositories.moneyAndCases.saveBudgetFigure(loading.state.id, {
            budgetLineId,
            sourceId: known(loading.sources, line.source),
            fiscalYear,
            phase,
            amount,
            throughOn: phase === 'executed' && endOn > yesterday ? yesterday : endOn,
            recordedAt: this.clock.now(),
          });
        }
        if (line.byMonth === undefined || amounts.executed === null || fiscalYear < thisYear - 1) continue;
        const through = endOn > yesterday ? yesterday : endOn;
        for (const { throughOn, amount } of monthsBefore(through, amounts.executed, line.byMonth))
          await this.repositories.moneyAndCases.saveBudgetFigure(loading.state.id, {
            budgetLineId,
            sourceId: known(loading.sources, line.source),
            fiscalYear,
            phase: 'executed',
            amount,
            throughOn,
            recordedAt: this.clock.now(),
          });
      }
    }
  }

  private async saveCases(loading: Loading, indicatorId: number, indicator: Indicator): Promise<void> {
    for (const series of indicator.caseSeries) {
      const caseSeriesId = await this.repositories.moneyAndCases.saveCaseSeries(loading.state.id, {
        ...series,
        indicatorId,
        cohortYear: yearOf(loading, series.cohortYear),
        institutionId: series.institution === null ? null : known(loading.institutions, series.institution),
      });
      for (const [stage, value] of Object.entries(series.stages))
        await this.repositories.moneyAndCases.saveCaseStage(
          loading.state.id,
          caseSeriesId,
          known(loading.sources, series.source),
          stage as keyof typeof series.stages,
          value,
          this.clock.now(),
        );
      for (const duration of series.durations)
        await this.repositories.moneyAndCases.saveCaseDuration(loading.state.id, {
          ...duration,
          caseSeriesId,
          sourceId: known(loading.sources, series.source),
          recordedAt: this.clock.now(),
        });
    }
  }
}

/** What had been executed by the end of each month before that day, in whole thousands, so that it leads up to what is executed by then. */
function monthsBefore(
  through: CivilDate,
  executed: number,
  byMonth: readonly number[],
): { readonly throughOn: CivilDate; readonly amount: number }[] {
  const year = Number(through.slice(0, 4));
  const ends = byMonth.map((share, at) => ({ throughOn: monthEndOn(year, at + 1), share }));
  const told = ends.filter(({ throughOn }) => throughOn < through);
  const whole = byMonth[Number(through.slice(5, 7)) - 1]!;
  const [last = { throughOn: `${year - 1}-12-31`, share: 0 }] = told.slice(-1);
  const next = ends[told.length]!;
  const passed =
    (elapsedShare(year, through) - elapsedShare(year, last.throughOn)) /
    (elapsedShare(year, next.throughOn) - elapsedShare(year, last.throughOn));
  const byThen = last.share + (whole - last.share) * passed;
  return byThen <= 0
    ? []
    : told.map(({ throughOn, share }) => ({
        throughOn,
        amount: Math.round((executed * share) / byThen / 1_000) * 1_000,
      }));
}

/** Prices by year, so that amounts of different years can be compared. */
export async function loadDeflators(
  loading: Loading,
  deflators: DeflatorRepository,
  at: Instant,
): Promise<void> {
  for (const { currency, baseYear, source, indices } of loading.file.deflators)
    await deflators.add(
      loading.state.id,
      indices.map(({ year, index }) => ({
        ...{ currency, index, revision: 1, revisionReason: null },
        baseYear: yearOf(loading, baseYear),
        fiscalYear: yearOf(loading, year),
        sourceId: known(loading.sources, source),
      })),
      { importId: null, at },
    );
}
