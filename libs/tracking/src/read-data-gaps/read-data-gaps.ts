import type { DataGaps, YearOfCompleteness } from '#domain';
import { completenessByYear, dataGapsOf } from '#domain';
import type {
  DataGapRepository,
  PublicDimension,
  PublicFigureRepository,
  PublicIndicator,
  PublicReporter,
  State,
} from '#persistence';

export interface DataGapReading {
  /** Null where no figure of an indicator with asked-for breakdowns ever came. */
  readonly year: number | null;
  /** Newest first. */
  readonly years: readonly number[];
  readonly indicators: readonly PublicIndicator[];
  readonly dimensions: readonly PublicDimension[];
  /** Names of those who are or were asked, by their codes. */
  readonly institutions: ReadonlyMap<string, PublicReporter['name']>;
  readonly gaps: DataGaps;
  /** How complete the figures of every year are, oldest first. */
  readonly series: readonly YearOfCompleteness[];
}

/** Which breakdowns the Committee asked for, and which of them came: for a year, and over time. */
export class ReadDataGaps {
  constructor(
    private readonly figures: PublicFigureRepository,
    private readonly published: DataGapRepository,
  ) {}

  /** The newest year unless another is wanted that has any figure. */
  async read(state: State, wanted: number | null): Promise<DataGapReading> {
    const came = await this.published.listCame(state.id);
    const years = [...new Set(came.map(({ year }) => year))].sort((one, other) => other - one);
    const year = wanted !== null && years.includes(wanted) ? wanted : (years[0] ?? null);
    const [all, dimensions, institutions, cells] = await Promise.all([
      this.figures.listIndicators(state.id),
      this.figures.listDimensions(state.id),
      this.published.listInstitutions(state.id),
      year === null ? [] : this.published.countBreakdowns(state.id, year),
    ]);
    const indicators = all.filter(({ requiredDimensions }) => requiredDimensions.length > 0);
    const asked = indicators.map(({ code, requiredDimensions, reporters }) => ({
      code,
      requiredDimensions,
      institutions: reporters.filter((one) => year === null || isAskedIn(one, year)).map((one) => one.code),
    }));
    const ofYear = came.filter((period) => period.year === year);
    const gaps = dataGapsOf(asked, ofYear, cells);
    const isAsked = (code: string): boolean => code in gaps.dimensions;
    return {
      year,
      years,
      indicators,
      dimensions: dimensions.filter(({ code }) => isAsked(code)),
      institutions: new Map(institutions.map(({ code, name }) => [code, name])),
      gaps,
      series: completenessByYear(asked, came),
    };
  }
}

function isAskedIn({ startsOn, endsOn }: PublicReporter, year: number): boolean {
  return (startsOn === null || startsOn <= `${year}-12-31`) && (endsOn === null || endsOn >= `${year}-01-01`);
}
