import type { FigureSheetView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

type Group = FigureSheetView['groups'][number];
type Row = FigureSheetView['rows'][number];

const WHOLE_COUNTRY = 'all';

/** What a row of the form is called inside of its group. */
export function rowName(
  { key, label, categories }: Row,
  sheet: FigureSheetView,
  { say, shortDate }: Wording,
): string {
  if (key === '') return say.figure.whole;
  if (sheet.shape !== 'budget') return label;
  const { approved, revised, executed } = say.figure.grouped;
  const { phase, month, year } = categories;
  if (phase === 'approved' || month === undefined) return approved;
  const on = shortDate(monthEnd(Number(year), Number(month)));
  return phase === 'revised' ? revised(on) : executed(on);
}

/** The same where it stands alone: in a list of problems, or in a table. */
export function rowPlace(row: Row, sheet: FigureSheetView, wording: Wording): string {
  const group = sheet.groups.find(({ key }) => key === row.group);
  const name = rowName(row, sheet, wording);
  return group === undefined ? name : wording.say.figure.at(groupName(group, sheet, wording), name);
}

/** A cohort of cases, or a budget line. */
export function groupName({ categories, names }: Group, sheet: FigureSheetView, wording: Wording): string {
  const { figure, chart } = wording.say;
  const { cohort, inRegion, apart, budgetLine, ofInstitution, ofLevel } = figure.grouped;
  const named = (code: string): string => names[code] ?? '';
  if (sheet.shape === 'budget') {
    const line = budgetLine(named('purpose'), categories['year'] ?? '');
    const levelled = categories['level'] === 'national' ? line : ofLevel(named('level'), line);
    return categories['institution'] === 'none' ? levelled : ofInstitution(named('institution'), levelled);
  }
  const { cohorts } = chart.prosecutions;
  const rule = categories['cohort'] as keyof typeof cohorts;
  const cases = cohort(named('offence'), cohorts[rule]?.(Number(categories['year'])) ?? '');
  const kept = categories['facet'] === 'main' ? cases : apart(named('facet'), cases);
  return categories['region'] === WHOLE_COUNTRY ? kept : inRegion(named('region'), kept);
}

const monthEnd = (year: number, month: number): string =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
