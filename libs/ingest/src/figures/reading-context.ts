import type { CivilDate, DecimalMark, IndicatorTrack, MonthMeaning, ValueType } from '#domain';

interface Names {
  readonly en: string;
  readonly es: string;
}

interface Known {
  readonly id: number;
  readonly code: string;
  readonly name: Names;
}

export interface KnownIndicator extends Known {
  readonly track: IndicatorTrack;
  readonly valueType: ValueType;
  readonly ratioPer: number | null;
}

/** Absent or null: no end on that side. */
interface Dated {
  readonly validFrom?: CivilDate | null;
  readonly validUntil?: CivilDate | null;
}

export interface KnownDimension extends Dated {
  readonly code: string;
  readonly name: Names;
  readonly categories: readonly (Dated & {
    readonly code: string;
    readonly name: Names;
    /** The same category in the registers of others, by the register's name. */
    readonly codes: Readonly<Record<string, string>>;
  })[];
}

/** What the record knows, and a file may name. */
export interface FigureVocabulary {
  readonly iso3: string;
  readonly indicators: readonly KnownIndicator[];
  readonly sources: readonly Known[];
  readonly institutions: readonly Known[];
  readonly dimensions: readonly KnownDimension[];
}

/** What a person says about a file because the file does not. */
export interface ReadingOptions {
  /** Of a workbook; null for the first. */
  readonly sheet: string | null;
  /** Code of the indicator that all rows are of. */
  readonly indicator: string | null;
  /** Rows are taken whose column of indicators, or series, says this. */
  readonly indicatorText: string | null;
  readonly source: string | null;
  readonly decimalMark: DecimalMark | null;
  /** Register whose codes the file uses for its categories: `inei`, `reniec`, `iso`. */
  readonly codes: string | null;
  /** Column to field, dimension or `ignore`. */
  readonly columns: Readonly<Record<string, string>>;
  /** Text of the file to code of the category. */
  readonly categories: Readonly<Record<string, string>>;
  /** Why the file differs from what is on record, for rows that do not say it themselves. */
  readonly reason: string | null;
  /** Of cases: the rule by which the file counts its years. */
  readonly cohortRule: string | null;
  /** Of a budget: the fiscal year of all rows, and whether a month's executed amount counts since January or alone. */
  readonly year?: number | null;
  readonly months?: MonthMeaning | null;
  /** Of a deflator: the year whose prices are taken, and the currency. */
  readonly baseYear?: number | null;
  readonly currency?: string | null;
}

/** A mapping that a person gave, to be used again for files with the same head. */
export type RememberedMapping = Pick<ReadingOptions, 'columns' | 'categories'>;
