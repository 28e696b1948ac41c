import type { DataGaps } from '#domain';
import { dataGapsOf } from '#domain';
import type {
  DataGapRepository,
  PublicDimension,
  PublicFigureRepository,
  PublicIndicator,
  State,
} from '#persistence';

export interface DataGapReading {
  /** Null where no figure of an indicator with asked-for breakdowns was ever published. */
  readonly year: number | null;
  /** Newest first. */
  readonly years: readonly number[];
  readonly indicators: readonly PublicIndicator[];
  readonly dimensions: readonly PublicDimension[];
  readonly gaps: DataGaps;
}

/** Which breakdowns the Committee asked for, and which of them came for a year. From published cells only. */
export class ReadDataGaps {
  constructor(
    private readonly figures: PublicFigureRepository,
    private readonly published: DataGapRepository,
  ) {}

  /** The newest year unless another is wanted that has any figure. */
  async read(state: State, wanted: number | null): Promise<DataGapReading> {
    const years = await this.published.listYears(state.id);
    const year = wanted !== null && years.includes(wanted) ? wanted : (years[0] ?? null);
    const [all, dimensions, cells] = await Promise.all([
      this.figures.listIndicators(state.id),
      this.figures.listDimensions(state.id),
      year === null ? [] : this.published.countBreakdowns(state.id, year),
    ]);
    const indicators = all.filter(({ requiredDimensions }) => requiredDimensions.length > 0);
    const asked = indicators.map(({ code, requiredDimensions, institutionName }) => ({
      code,
      requiredDimensions,
      institution: institutionName?.en ?? null,
    }));
    const gaps = dataGapsOf(asked, cells);
    const isAsked = (code: string): boolean => code in gaps.dimensions;
    return { year, years, indicators, dimensions: dimensions.filter(({ code }) => isAsked(code)), gaps };
  }
}
