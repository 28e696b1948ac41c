import type { BudgetPhase, BudgetPurpose, CivilDate } from '#domain';
import type { PublicFigure } from '#persistence';

const PHASES: readonly BudgetPhase[] = ['approved', 'revised', 'executed'];
/** The four purposes that paragraph 18 of CRC/C/OPSC/PER/CO/1 names, in its order. */
export const NAMED_PURPOSES: readonly BudgetPurpose[] = [
  'criminal_investigation',
  'legal_assistance',
  'compensation',
  'recovery',
];

export type Amounts = Readonly<Record<BudgetPhase, number | null>>;

export interface BudgetSummary {
  readonly fiscalYear: number | null;
  readonly executedThrough: CivilDate | null;
  readonly purposes: readonly {
    readonly purpose: string;
    readonly amounts: Amounts;
    readonly indicators: readonly string[];
  }[];
  readonly years: readonly { readonly fiscalYear: number; readonly amounts: Amounts }[];
}

/** Adds published budget cells up by purpose (newest fiscal year) and by year. A phase nobody reported stays null: it is not zero. */
export function summariseBudget(figures: readonly PublicFigure[]): BudgetSummary {
  const amounts = figures.filter(
    (figure) => figure.value !== null && figure.categories['purpose'] !== undefined,
  );
  const years = [...new Set(amounts.map(yearOf))].sort((left, right) => left - right);
  const fiscalYear = years.at(-1) ?? null;
  const current = amounts.filter((figure) => yearOf(figure) === fiscalYear);
  const executedThrough = current
    .filter((figure) => figure.categories['phase'] === 'executed')
    .map((figure) => figure.periodEndOn)
    .sort()
    .at(-1);
  const purposes = [...new Set(current.map((figure) => figure.categories['purpose'] ?? ''))].sort(
    byNamedOrder,
  );
  return {
    fiscalYear,
    executedThrough: executedThrough ?? null,
    purposes: purposes.map((purpose) => {
      const lines = current.filter((figure) => figure.categories['purpose'] === purpose);
      return {
        purpose,
        amounts: addUp(lines),
        indicators: [...new Set(lines.map((line) => line.indicatorCode))],
      };
    }),
    years: years.map((year) => ({
      fiscalYear: year,
      amounts: addUp(
        amounts.filter((figure) => yearOf(figure) === year && isNamed(figure.categories['purpose'])),
      ),
    })),
  };
}

export function isNamed(purpose: string | undefined): boolean {
  return (NAMED_PURPOSES as readonly string[]).includes(purpose ?? '');
}

function yearOf(figure: PublicFigure): number {
  return Number(figure.periodStartOn.slice(0, 4));
}

function addUp(figures: readonly PublicFigure[]): Amounts {
  const sum = (phase: BudgetPhase): number | null => {
    const values = figures
      .filter((figure) => figure.categories['phase'] === phase)
      .map((figure) => figure.value ?? 0);
    return values.length === 0 ? null : values.reduce((left, right) => left + right, 0);
  };
  return Object.fromEntries(PHASES.map((phase) => [phase, sum(phase)])) as Record<BudgetPhase, number | null>;
}

function byNamedOrder(left: string, right: string): number {
  const rank = (purpose: string): number => {
    const index = (NAMED_PURPOSES as readonly string[]).indexOf(purpose);
    return index === -1 ? NAMED_PURPOSES.length : index;
  };
  return rank(left) - rank(right) || left.localeCompare(right, 'en');
}
