import type { ObligationList, SubmissionList } from '#contracts';

export type Owed = ObligationList['items'][number];

export const DESK_PARTS = ['late', 'returned', 'ahead', 'undated', 'waiting'] as const;
export type DeskPart = (typeof DESK_PARTS)[number];

export interface DeskRow {
  readonly item: Owed;
  /** Days from today to its due day, negative once it is over; null: no day is confirmed. */
  readonly days: number | null;
  /** Why its answer came back; null: it did not, or nobody wrote why. */
  readonly because: string | null;
  /** Days since it was handed in; null: it was not. */
  readonly waited: number | null;
}

export type Desk = Readonly<Record<DeskPart, readonly DeskRow[]>>;

const DAY_MS = 86_400_000;
const daysFrom = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/**
 * What an institution owes, by what can be done about it and then by its day. What was accepted for its period is not owed; what
 * waits for the review is not late for whoever sent it; a date that is not confirmed is never over.
 */
export function deskOf(
  { items, today }: Pick<ObligationList, 'items' | 'today'>,
  sent: Pick<SubmissionList, 'items'>,
): Desk {
  const desk: Record<DeskPart, DeskRow[]> = { late: [], returned: [], ahead: [], undated: [], waiting: [] };
  for (const item of items) {
    if (item.lockedBy !== null) continue;
    const days = item.dueOn === null ? null : daysFrom(today, item.dueOn);
    const submission = sent.items.find(({ id }) => id === item.open?.id);
    const handedInOn = item.open?.state === 'submitted' ? (submission?.submittedOn ?? today) : null;
    desk[partOf(item, days)].push({
      item,
      days,
      because: submission?.reason ?? null,
      waited: handedInOn === null ? null : daysFrom(handedInOn, today),
    });
  }
  for (const rows of Object.values(desk)) rows.sort(byDay);
  return desk;
}

/** How many are owed, and how many of them are late: what was returned after its day is both. */
export function countOwed(desk: Desk): { readonly owed: number; readonly late: number } {
  const owed = [...desk.late, ...desk.returned, ...desk.ahead, ...desk.undated];
  return { owed: owed.length, late: owed.filter(({ days }) => days !== null && days < 0).length };
}

function partOf({ open }: Owed, days: number | null): DeskPart {
  if (open?.state === 'submitted') return 'waiting';
  if (open?.state === 'returned') return 'returned';
  if (days === null) return 'undated';
  return days < 0 ? 'late' : 'ahead';
}

/** The nearest first; what has no day by its estimated year, and last what nobody has dated. */
function byDay(left: DeskRow, right: DeskRow): number {
  const place = ({ days, item }: DeskRow): number => days ?? (item.estimatedYear ?? 9_999) * 366;
  return place(left) - place(right) || left.item.id - right.item.id;
}
