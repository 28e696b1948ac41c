import type { AlertCauses, CycleComparison, CycleItemList, DueList, InstitutionComparison } from '#contracts';
import { BECAME, SEVERITIES } from '#contracts';
import { ALERT_AGES, ITEM_STATUSES, dueOf, onTimeShare } from '#domain';
import type { ComparedInstitution, ComparisonOrder } from '#domain';
import type { Language } from '#messages';
import type { CausesReading, CompareCycles, DueReading, InstitutionsReading, State } from '#tracking';

import { inLanguage, institutionView } from './wording.js';

type Cycles = Awaited<ReturnType<CompareCycles['cyclesOf']>>;
type CycleItems = Awaited<ReturnType<CompareCycles['itemsOf']>>;

const named = (state: State, language: Language): { iso3: string; name: string } => ({
  iso3: state.iso3,
  name: inLanguage(state.name, language),
});

const titleOf = (
  { titles, code }: { readonly titles: Readonly<Record<string, string>>; readonly code: string },
  language: Language,
): string => titles[language] ?? titles['en'] ?? code;

const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((100 * part) / whole);

export function institutionComparisonView(
  state: State,
  reading: InstitutionsReading,
  sort: ComparisonOrder,
  language: Language,
): InstitutionComparison {
  const { today, year, years, breakdownYear, rows, all } = reading;
  return {
    state: named(state, language),
    today,
    year,
    years: [...years],
    breakdownYear,
    sort,
    rows: rows.map((row) => ({ institution: row.institution && { ...row.institution }, ...countsOf(row) })),
    all: countsOf(all),
  };
}

function countsOf({
  led,
  timeliness,
  oldestDays,
  breakdowns,
  alerts,
}: Omit<ComparedInstitution, 'name'>): InstitutionComparison['all'] {
  const share = onTimeShare(timeliness);
  return {
    led: { ...led },
    due: dueOf(timeliness),
    onTime: timeliness.on_time,
    late: timeliness.late,
    missing: timeliness.missing,
    onTimePercent: share === null ? null : Math.round(100 * share),
    oldestDays,
    breakdowns: breakdowns && { ...breakdowns, percent: percentOf(breakdowns.received, breakdowns.asked) },
    alerts,
  };
}

/** The table as rows of a file: the numbers of the page, with the codes beside the names. */
export function institutionRows({ rows }: InstitutionComparison): Record<string, unknown>[] {
  return rows.map(({ institution, led, breakdowns, ...counts }) => ({
    institution: institution?.code ?? '',
    name: institution?.name ?? '',
    ...Object.fromEntries(ITEM_STATUSES.map((status) => [`led_${status}`, led[status]])),
    due: counts.due,
    on_time: counts.onTime,
    late: counts.late,
    missing: counts.missing,
    on_time_percent: counts.onTimePercent,
    oldest_days: counts.oldestDays,
    breakdowns_received: breakdowns?.received ?? null,
    breakdowns_asked: breakdowns?.asked ?? null,
    reminders: counts.alerts,
  }));
}

export const INSTITUTION_COLUMNS: readonly string[] = [
  'institution',
  'name',
  ...ITEM_STATUSES.map((status) => `led_${status}`),
  'due',
  'on_time',
  'late',
  'missing',
  'on_time_percent',
  'oldest_days',
  'breakdowns_received',
  'breakdowns_asked',
  'reminders',
];

export function alertCausesView(state: State, reading: CausesReading, language: Language): AlertCauses {
  const rules = [...new Set(reading.causes.map(({ rule }) => rule))];
  const causes = rules.map((rule): AlertCauses['causes'][number] => {
    const of = reading.causes.filter((cause) => cause.rule === rule);
    const sum = (count: (cause: (typeof of)[number]) => number): number =>
      of.reduce((total, cause) => total + count(cause), 0);
    return {
      rule,
      total: sum(({ count }) => count),
      severities: Object.fromEntries(
        SEVERITIES.map((severity) => [
          severity,
          sum((cause) => (cause.severity === severity ? cause.count : 0)),
        ]),
      ) as AlertCauses['causes'][number]['severities'],
      byAge: Object.fromEntries(
        reading.ages.map((age, place) => [age, sum(({ bands }) => bands[place] ?? 0)]),
      ) as AlertCauses['causes'][number]['byAge'],
      oldestOn: of.map(({ oldestOn }) => oldestOn).sort()[0] ?? reading.today,
    };
  });
  return {
    state: named(state, language),
    today: reading.today,
    total: causes.reduce((total, cause) => total + cause.total, 0),
    ages: [...ALERT_AGES],
    causes: causes.sort((one, other) => other.total - one.total || one.rule.localeCompare(other.rule)),
    watchedSince: reading.watchedSince,
    months: reading.months.map((month) => ({ ...month })),
  };
}

export function dueListView(
  state: State,
  { today, rows }: DueReading,
  language: Language,
): Omit<DueList, 'nextCursor' | 'sought'> {
  return {
    state: named(state, language),
    today,
    items: rows.map((row) => ({
      id: row.id,
      title: inLanguage(row.title, language),
      recommendation: { id: row.publicId, code: row.code, title: titleOf(row, language) },
      institution: row.institution && institutionView(row.institution, language),
      dueOn: row.dueOn,
      sentOn: row.sentOn,
      outcome: row.outcome,
      daysLate: row.daysLate,
    })),
  };
}

export function cycleComparisonView(
  state: State,
  { today, cycles }: Cycles,
  language: Language,
): CycleComparison {
  return {
    state: named(state, language),
    today,
    cycles: cycles.map((cycle) => ({
      document: cycle.slug,
      symbol: cycle.symbol,
      shortTitle: cycle.shortTitle ? inLanguage(cycle.shortTitle, language) : cycle.title,
      adoptedOn: cycle.adoptedOn,
      number: cycle.number,
      closedOn: cycle.closedOn,
      continued: cycle.continued,
      items: cycle.items,
      statuses: Object.fromEntries(
        ITEM_STATUSES.map((status) => [status, cycle.statuses[status] ?? 0]),
      ) as CycleComparison['cycles'][number]['statuses'],
      implementedPercent: percentOf(cycle.statuses.implemented ?? 0, cycle.items),
      became: Object.fromEntries(
        BECAME.map((kind) => [kind, cycle.became[kind] ?? 0]),
      ) as CycleComparison['cycles'][number]['became'],
    })),
  };
}

export function cycleItemsView(
  state: State,
  { today, items }: CycleItems,
  language: Language,
): Omit<CycleItemList, 'nextCursor' | 'sought'> {
  return {
    state: named(state, language),
    today,
    items: items.map((item) => ({
      id: item.publicId,
      code: item.code,
      title: titleOf(item, language),
      status: item.status,
      became: item.became.map(({ kind, document, later }) => ({
        kind,
        document,
        later: later && {
          id: later.publicId,
          code: later.code,
          title: titleOf(later, language),
          status: later.status,
        },
      })),
    })),
  };
}
