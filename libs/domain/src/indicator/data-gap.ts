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

/** Which of the asked-for breakdowns of one indicator came for a period: dimensions only, never what their cells say. */
export interface CameForPeriod {
  readonly indicator: string;
  readonly received: readonly string[];
  readonly notApplicable: readonly string[];
}

export interface AskedIndicator {
  readonly code: string;
  readonly requiredDimensions: readonly string[];
  /** Who reports it; null where nobody does. */
  readonly institution: string | null;
}

/** Breakdowns that came, of those that were asked for and apply. */
export interface Received {
  readonly received: number;
  readonly asked: number;
}

export interface DataGapRow extends Received {
  readonly indicator: string;
  /** By dimension; a dimension that was not asked for has none. */
  readonly states: Readonly<Record<string, BreakdownState>>;
}

/** Asked against received: a row an indicator, with the sums of rows, of dimensions and of who reports. */
export interface DataGaps extends Received {
  readonly rows: readonly DataGapRow[];
  readonly dimensions: Readonly<Record<string, Received>>;
  readonly institutions: readonly (Received & { readonly institution: string | null })[];
}

/**
 * Lays what was asked for beside what came, in any of the periods that are given. What does not apply is not asked for; what
 * came counts also where no cell of it is published. The cells only say how it is printed.
 */
export function dataGapsOf(
  indicators: readonly AskedIndicator[],
  came: readonly CameForPeriod[],
  cells: readonly BreakdownCells[] = [],
): DataGaps {
  const printed = new Map(cells.map((counted) => [`${counted.indicator} ${counted.dimension}`, counted]));
  const received = keysOf(came, (period) => period.received);
  const inapplicable = keysOf(came, (period) => period.notApplicable);
  const stateOf = (key: string): BreakdownState => {
    if (received.has(key)) return printedState(printed.get(key));
    return inapplicable.has(key) ? 'not_applicable' : 'missing';
  };
  const rows = indicators
    .filter(({ requiredDimensions }) => requiredDimensions.length > 0)
    .map(({ code, requiredDimensions, institution }) => {
      const states = Object.fromEntries(
        requiredDimensions.map((dimension) => [dimension, stateOf(`${code} ${dimension}`)]),
      );
      return { indicator: code, institution, states, ...countOf(Object.values(states)) };
    });
  const dimensions = [...new Set(rows.flatMap(({ states }) => Object.keys(states)))];
  const institutions = [...new Set(rows.map(({ institution }) => institution))];
  return {
    ...sumOf(rows),
    rows: rows.map(({ indicator, states, received, asked }) => ({ indicator, states, received, asked })),
    dimensions: Object.fromEntries(
      dimensions.map((dimension) => [
        dimension,
        countOf(rows.flatMap(({ states }) => states[dimension] ?? [])),
      ]),
    ),
    institutions: institutions.map((institution) => ({
      institution,
      ...sumOf(rows.filter((row) => row.institution === institution)),
    })),
  };
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

function keysOf(
  came: readonly CameForPeriod[],
  which: (period: CameForPeriod) => readonly string[],
): Set<string> {
  return new Set(
    came.flatMap((period) => which(period).map((dimension) => `${period.indicator} ${dimension}`)),
  );
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
