/**
 * What of an asked-for breakdown came. `zero`: it came, and says that there were none; `hidden`: it came, and its cells
 * are not printed.
 */
export const BREAKDOWN_STATES = ['received', 'zero', 'hidden', 'missing', 'not_applicable'] as const;
export type BreakdownState = (typeof BREAKDOWN_STATES)[number];

/** The published cells of one indicator that are broken down by one dimension, counted by what they say. */
export interface BreakdownCells {
  readonly indicator: string;
  readonly dimension: string;
  /** Numbers other than zero. */
  readonly numbers: number;
  readonly zeros: number;
  /** Below ten, below the bound of their source, or not shown. */
  readonly hidden: number;
}

/**
 * Which of the breakdowns that were asked of one institution came for a period: dimensions only, never what their cells say.
 * A period has one for each institution that was asked.
 */
export interface CameForPeriod {
  readonly indicator: string;
  /** Who was asked; null where nobody was. */
  readonly institution: string | null;
  readonly received: readonly string[];
  readonly notApplicable: readonly string[];
}

export interface AskedIndicator {
  readonly code: string;
  readonly requiredDimensions: readonly string[];
  /** Who is asked to report it, the lead first; where nothing came, what is missing is theirs. */
  readonly institutions: readonly string[];
}

/** Breakdowns that came, of those that were asked for and apply. */
export interface Received {
  readonly received: number;
  readonly asked: number;
}

/** What one institution has sent of what was asked of it. */
export interface ReporterGaps extends Received {
  readonly institution: string | null;
  /** By dimension; a dimension that was not asked for has none. */
  readonly states: Readonly<Record<string, BreakdownState>>;
}

/** An indicator as a whole: the sums of all who are asked. A breakdown that any of them owes is missing. */
export interface DataGapRow extends Received {
  readonly indicator: string;
  readonly states: Readonly<Record<string, BreakdownState>>;
  readonly reporters: readonly ReporterGaps[];
}

/** Asked against received: a row an indicator, with the sums of rows, of dimensions and of who reports. */
export interface DataGaps extends Received {
  readonly rows: readonly DataGapRow[];
  readonly dimensions: Readonly<Record<string, Received>>;
  readonly institutions: readonly (Received & { readonly institution: string | null })[];
}

/**
 * Lays what was asked for beside what came, in any of the periods that are given. What does not apply is not asked for; what
 * came counts also where no cell of it is published. The cells only say how it is printed. Who was asked is who the periods
 * name; where there is none, who is asked now.
 */
export function dataGapsOf(
  indicators: readonly AskedIndicator[],
  came: readonly CameForPeriod[],
  cells: readonly BreakdownCells[] = [],
): DataGaps {
  const printed = new Map(cells.map((counted) => [`${counted.indicator} ${counted.dimension}`, counted]));
  const periods = new Map<string, CameForPeriod[]>();
  for (const period of came)
    periods.set(period.indicator, [...(periods.get(period.indicator) ?? []), period]);
  const rows = indicators
    .filter(({ requiredDimensions }) => requiredDimensions.length > 0)
    .map((indicator): DataGapRow => {
      const { code, requiredDimensions } = indicator;
      const reporters = reportersOf(indicator, periods.get(code) ?? [], printed);
      const states = Object.fromEntries(
        requiredDimensions.map((dimension) => [
          dimension,
          together(reporters.map((reporter) => reporter.states[dimension]!)),
        ]),
      );
      return { indicator: code, states, reporters, ...sumOf(reporters) };
    });
  const reporters = rows.flatMap((row) => row.reporters);
  const dimensions = [...new Set(rows.flatMap(({ states }) => Object.keys(states)))];
  const institutions = [...new Set(reporters.map(({ institution }) => institution))];
  return {
    ...sumOf(rows),
    rows,
    dimensions: Object.fromEntries(
      dimensions.map((dimension) => [
        dimension,
        countOf(reporters.flatMap(({ states }) => states[dimension] ?? [])),
      ]),
    ),
    institutions: institutions.map((institution) => ({
      institution,
      ...sumOf(reporters.filter((reporter) => reporter.institution === institution)),
    })),
  };
}

function reportersOf(
  { code, requiredDimensions, institutions }: AskedIndicator,
  periods: readonly CameForPeriod[],
  printed: ReadonlyMap<string, BreakdownCells>,
): ReporterGaps[] {
  const asked = periods.length > 0 ? periods.map(({ institution }) => institution) : institutions;
  return [...new Set<string | null>(asked.length > 0 ? asked : [null])].map((institution) => {
    const own = periods.filter((period) => period.institution === institution);
    const stateOf = (dimension: string): BreakdownState => {
      if (own.some(({ received }) => received.includes(dimension)))
        return printedState(printed.get(`${code} ${dimension}`));
      return own.some(({ notApplicable }) => notApplicable.includes(dimension))
        ? 'not_applicable'
        : 'missing';
    };
    const states = Object.fromEntries(requiredDimensions.map((dimension) => [dimension, stateOf(dimension)]));
    return { institution, states, ...countOf(Object.values(states)) };
  });
}

/** Of a breakdown that several are asked for: missing where any of them owes it; that it does not apply, where none of them has it. */
function together(states: readonly BreakdownState[]): BreakdownState {
  if (states.includes('missing')) return 'missing';
  return states.find((state) => state !== 'not_applicable') ?? 'not_applicable';
}

/** Share of what was asked for that came, in percent; null where nothing was asked for. */
export function receivedPercent({ received, asked }: Received): number | null {
  return asked === 0 ? null : (100 * received) / asked;
}

function printedState(cells: BreakdownCells | undefined): BreakdownState {
  if (cells === undefined) return 'hidden';
  if (cells.numbers > 0) return 'received';
  return cells.zeros > 0 && cells.hidden === 0 ? 'zero' : 'hidden';
}

function countOf(states: readonly BreakdownState[]): Received {
  return {
    received: states.filter((state) => state !== 'missing' && state !== 'not_applicable').length,
    asked: states.filter((state) => state !== 'not_applicable').length,
  };
}

function sumOf(parts: readonly Received[]): Received {
  return {
    received: parts.reduce((sum, part) => sum + part.received, 0),
    asked: parts.reduce((sum, part) => sum + part.asked, 0),
  };
}
