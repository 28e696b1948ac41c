import type {
  AlertAge,
  CivilDate,
  Clock,
  ComparedInstitution,
  ComparisonOrder,
  ItemStatus,
  MonthOfAlerts,
} from '#domain';
import {
  ALERT_AGES,
  ITEM_STATUSES,
  civilDayOf,
  daysBetween,
  inOrder,
  lastMonths,
  openedBetween,
  togetherOf,
  trendOf,
} from '#domain';
import type {
  CauseTally,
  ComparisonRepository,
  DueFilter,
  DueRow,
  Institution,
  InstitutionRepository,
  InstitutionTally,
  RecordDatabase,
  State,
} from '#persistence';

import type { ReadDataGaps } from '../read-data-gaps/read-data-gaps.js';

/** Months that the trend goes back. */
const MONTHS = 12;

export interface InstitutionInComparison extends ComparedInstitution {
  /** Null: what nobody answers for. */
  readonly institution: { readonly code: string; readonly name: string; readonly shortName: string } | null;
}

export interface InstitutionsReading {
  readonly today: CivilDate;
  readonly year: number | null;
  /** Years in which something was due, the newest first. */
  readonly years: readonly number[];
  /** The year that breakdowns are counted for, as the page of data gaps has it; null where none ever came. */
  readonly breakdownYear: number | null;
  readonly rows: readonly InstitutionInComparison[];
  readonly all: Omit<ComparedInstitution, 'name'>;
}

export interface CausesReading {
  readonly today: CivilDate;
  readonly causes: readonly CauseTally[];
  readonly ages: readonly AlertAge[];
  readonly watchedSince: CivilDate | null;
  readonly months: readonly MonthOfAlerts[];
}

export interface DueReading {
  readonly today: CivilDate;
  readonly rows: readonly (DueRow & {
    readonly institution: Institution | null;
    readonly daysLate: number;
  })[];
}

/** Institutions beside each other: what they lead, what came by its day, what is missing and what stands open. */
export class CompareInstitutions {
  constructor(
    private readonly record: RecordDatabase,
    private readonly comparisons: ComparisonRepository,
    private readonly institutions: InstitutionRepository,
    private readonly gaps: ReadDataGaps,
    private readonly clock: Clock,
  ) {}

  async institutionsOf(
    state: State,
    asked: { readonly year: number | null; readonly order: ComparisonOrder; readonly language: 'en' | 'es' },
  ): Promise<InstitutionsReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const { gaps, year: breakdownYear } = await this.gaps.read(state, null);
    const breakdowns = new Map(gaps.institutions.map((one) => [one.institution, one]));
    return this.record.runState(state.id, async () => {
      const tallies = await this.comparisons.listInstitutions(state.id, today, asked.year);
      const rows = tallies.map((tally): InstitutionInComparison => {
        const institution = namedIn(tally, asked.language);
        const came = breakdowns.get(tally.code) ?? null;
        return {
          institution,
          name: institution?.name ?? '',
          led: Object.fromEntries(ITEM_STATUSES.map((status) => [status, tally.led[status] ?? 0])) as Record<
            ItemStatus,
            number
          >,
          timeliness: { on_time: tally.onTime, late: tally.late, missing: tally.missing },
          oldestDays: tally.oldestDueOn === null ? null : daysBetween(tally.oldestDueOn, today),
          breakdowns: came && { received: came.received, asked: came.asked },
          alerts: tally.alerts,
        };
      });
      return {
        today,
        year: asked.year,
        years: await this.comparisons.listYears(state.id, today),
        breakdownYear,
        rows: inOrder(rows, asked.order, asked.language),
        all: togetherOf(rows),
      };
    });
  }

  due(state: State, filter: Omit<DueFilter, 'today'>): Promise<DueReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    return this.record.runState(state.id, async () => {
      const known = await this.institutions.listInstitutions(state.id);
      const rows = await this.comparisons.listDue(state.id, { ...filter, today });
      return {
        today,
        rows: rows.map((row) => ({
          ...row,
          institution: row.institutionId === null ? null : (known.get(row.institutionId) ?? null),
          daysLate: Math.max(0, daysBetween(row.dueOn, row.sentOn ?? today)),
        })),
      };
    });
  }

  /** What stands open by its cause, and how it went over the last months. */
  causesOf(state: State): Promise<CausesReading> {
    const today = civilDayOf(this.clock.now(), state.timeZone);
    const months = lastMonths(today, MONTHS);
    return this.record.runState(state.id, async () => {
      const watchedSince = await this.comparisons.watchedSince(state.id);
      const bands = ALERT_AGES.map((age) => openedBetween(age, today));
      return {
        today,
        ages: ALERT_AGES,
        causes: await this.comparisons.listCauses(state.id, bands),
        watchedSince,
        months: trendOf(
          months,
          await this.comparisons.listMonths(state.id, `${months[0] ?? today.slice(0, 7)}-01`),
          watchedSince,
        ),
      };
    });
  }
}

function namedIn(
  { code, name, shortName }: InstitutionTally,
  language: 'en' | 'es',
): InstitutionInComparison['institution'] {
  if (code === null) return null;
  const whole = name?.[language] ?? name?.en ?? code;
  return { code, name: whole, shortName: shortName?.[language] ?? shortName?.en ?? whole };
}
