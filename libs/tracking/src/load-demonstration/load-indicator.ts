import type { Clock } from '#domain';
import { addDays } from '#domain';
import type { FigureRepository } from '#persistence';

import type { DemonstrationFile } from './demonstration-file.js';
import { calendarYear, known, yearOf } from './loading.js';
import type { Loading } from './loading.js';

type Indicator = DemonstrationFile['indicators'][number];

/** Loads an indicator of any track with all its figures, as accepted ones. */
export class LoadIndicator {
  constructor(
    private readonly figures: FigureRepository,
    private readonly clock: Clock,
  ) {}

  async load(loading: Loading, indicator: Indicator): Promise<void> {
    const { state, institutions, indicators } = loading;
    const id = await this.figures.saveIndicator(state.id, {
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
    await this.saveObservations(loading, id, indicator);
    await this.saveBudget(loading, id, indicator);
    await this.saveCases(loading, id, indicator);
  }

  private async saveObservations(loading: Loading, indicatorId: number, indicator: Indicator): Promise<void> {
    for (const series of indicator.series) {
      const seriesId = await this.figures.saveSeries(loading.state.id, indicatorId, series.categories);
      for (const { year, ...value } of series.observations)
        await this.figures.saveObservation(
          loading.state.id,
          seriesId,
          known(loading.sources, series.source),
          {
            ...value,
            period: calendarYear(yearOf(loading, year)),
            acceptedOn: loading.today,
            recordedAt: this.clock.now(),
          },
        );
    }
  }

  private async saveBudget(loading: Loading, indicatorId: number, indicator: Indicator): Promise<void> {
    const yesterday = addDays(loading.today, -1);
    for (const line of indicator.budgetLines) {
      const budgetLineId = await this.figures.saveBudgetLine(loading.state.id, {
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
          await this.figures.saveBudgetFigure(loading.state.id, {
            budgetLineId,
            sourceId: known(loading.sources, line.source),
            fiscalYear,
            phase,
            amount,
            throughOn: phase === 'executed' && endOn > yesterday ? yesterday : endOn,
            recordedAt: this.clock.now(),
          });
        }
      }
    }
  }

  private async saveCases(loading: Loading, indicatorId: number, indicator: Indicator): Promise<void> {
    for (const series of indicator.caseSeries) {
      const caseSeriesId = await this.figures.saveCaseSeries(loading.state.id, {
        ...series,
        indicatorId,
        cohortYear: yearOf(loading, series.cohortYear),
        institutionId: series.institution === null ? null : known(loading.institutions, series.institution),
      });
      for (const [stage, value] of Object.entries(series.stages))
        await this.figures.saveCaseStage(
          loading.state.id,
          caseSeriesId,
          known(loading.sources, series.source),
          stage as keyof typeof series.stages,
          value,
          this.clock.now(),
        );
      for (const duration of series.durations)
        await this.figures.saveCaseDuration(loading.state.id, {
          ...duration,
          caseSeriesId,
          sourceId: known(loading.sources, series.source),
          recordedAt: this.clock.now(),
        });
    }
  }
}
