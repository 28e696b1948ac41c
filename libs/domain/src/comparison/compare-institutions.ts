import { ITEM_STATUSES } from '../status/item-status.js';
import type { ItemStatus } from '../status/item-status.js';
import { dueOf, onTimeShare } from './timeliness.js';
import type { Timeliness } from './timeliness.js';

/** What one institution has to show, beside the others. */
export interface ComparedInstitution {
  readonly name: string;
  /** Recommendations that it leads today, by status. */
  readonly led: Readonly<Record<ItemStatus, number>>;
  readonly timeliness: Timeliness;
  /** Days by which the oldest of what is missing is late; null where nothing is. */
  readonly oldestDays: number | null;
  /** Breakdowns that came, of those asked for; null where none were asked of it. */
  readonly breakdowns: { readonly received: number; readonly asked: number } | null;
  readonly alerts: number;
}

const COMPARED_BY = ['name', 'led', 'due', 'on_time', 'missing', 'oldest', 'breakdowns', 'alerts'] as const;
type ComparedBy = (typeof COMPARED_BY)[number];

/** `-missing`: most missing first. */
export const COMPARISON_ORDERS = COMPARED_BY.flatMap((by) => [by, `-${by}`] as const);
export type ComparisonOrder = ComparedBy | `-${ComparedBy}`;

/**
 * In the order asked for. What cannot be told (nothing was due, nothing is missing) stands last either way: it is neither the
 * best nor the worst. Where two are alike, by name.
 */
export function inOrder<Row extends ComparedInstitution>(
  rows: readonly Row[],
  order: ComparisonOrder,
  language: string,
): Row[] {
  const names = new Intl.Collator(language, { numeric: true });
  const falling = order.startsWith('-');
  const by = (falling ? order.slice(1) : order) as ComparedBy;
  const byName = (one: Row, other: Row): number => names.compare(one.name, other.name);
  if (by === 'name')
    return [...rows].sort((one, other) => (falling ? byName(other, one) : byName(one, other)));
  return [...rows].sort((one, other) => {
    const [left, right] = [valueOf(one, by), valueOf(other, by)];
    if (left === right) return byName(one, other);
    if (left === null) return 1;
    if (right === null) return -1;
    return falling ? right - left : left - right;
  });
}

function valueOf(row: ComparedInstitution, by: Exclude<ComparedBy, 'name'>): number | null {
  switch (by) {
    case 'led':
      return ledBy(row);
    case 'due':
      return dueOf(row.timeliness);
    case 'on_time':
      return onTimeShare(row.timeliness);
    case 'missing':
      return row.timeliness.missing;
    case 'oldest':
      return row.oldestDays;
    case 'breakdowns':
      return row.breakdowns === null || row.breakdowns.asked === 0
        ? null
        : row.breakdowns.received / row.breakdowns.asked;
    case 'alerts':
      return row.alerts;
  }
}

export function ledBy({ led }: Pick<ComparedInstitution, 'led'>): number {
  return ITEM_STATUSES.reduce((sum, status) => sum + led[status], 0);
}

/** All of them together; a recommendation that two lead is counted for each. */
export function togetherOf(rows: readonly ComparedInstitution[]): Omit<ComparedInstitution, 'name'> {
  const sum = (of: (row: ComparedInstitution) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const oldest = rows.flatMap(({ oldestDays }) => (oldestDays === null ? [] : [oldestDays]));
  const asked = rows.filter(({ breakdowns }) => breakdowns !== null);
  return {
    led: Object.fromEntries(ITEM_STATUSES.map((status) => [status, sum(({ led }) => led[status])])) as Record<
      ItemStatus,
      number
    >,
    timeliness: {
      on_time: sum(({ timeliness }) => timeliness.on_time),
      late: sum(({ timeliness }) => timeliness.late),
      missing: sum(({ timeliness }) => timeliness.missing),
    },
    oldestDays: oldest.length === 0 ? null : Math.max(...oldest),
    breakdowns:
      asked.length === 0
        ? null
        : {
            received: sum(({ breakdowns }) => breakdowns?.received ?? 0),
            asked: sum(({ breakdowns }) => breakdowns?.asked ?? 0),
          },
    alerts: sum(({ alerts }) => alerts),
  };
}
