import type { Docket, InformationRequestList } from '#contracts';

type Item = Docket['items'][number];

/** Outcomes after which nobody has the reminder. */
const UNREACHED: readonly string[] = ['permanent', 'dead', 'not_sent'];

/** What the docket's title says: how many are overdue, and of how many nobody received the reminder. */
export function countOf({ items }: Docket): { readonly overdue: number; readonly unreached: number } {
  const overdue = items.filter(isOverdue);
  return { overdue: overdue.length, unreached: overdue.filter(isUnreached).length };
}

export function isOverdue({ daysLate }: Item): boolean {
  return daysLate > 0;
}

/** A reminder that never left, or came back for good. */
export function isUnreached({ lastReminder, hasFocalPoint }: Item): boolean {
  return lastReminder === null ? !hasFocalPoint : UNREACHED.includes(lastReminder.outcome);
}

/** To what the rows of the docket can be narrowed. */
export const DOCKET_SHOWS = ['all', 'unreached', 'nobody', 'request'] as const;
export type DocketShow = (typeof DOCKET_SHOWS)[number];

/** Those whose owner got no reminder, who have no owner, or about whom a formal request runs. */
export function shownOf(
  show: DocketShow,
  { items }: Docket,
  requests: Pick<InformationRequestList, 'items'>,
): readonly Item[] {
  if (show === 'all') return items;
  if (show === 'unreached') return items.filter((item) => isOverdue(item) && isUnreached(item));
  if (show === 'nobody')
    return items.filter(({ institution, hasFocalPoint }) => institution === null || !hasFocalPoint);
  return items.filter((item) => requestOf(item, requests) !== undefined);
}

/** The formal request that waits for an answer about what is owed. */
export function requestOf(
  { recommendation, institution }: Item,
  { items }: Pick<InformationRequestList, 'items'>,
): InformationRequestList['items'][number] | undefined {
  return items.find(
    (request) =>
      request.recommendation.id === recommendation.id && request.institution.code === institution?.code,
  );
}

/** Last day of each band of the age axis; the last band has no end. */
export const AGE_BANDS: readonly number[] = [30, 90, 180, 365, Number.POSITIVE_INFINITY];

/** Percent of a band that one mark takes. */
const MARK_WIDTH = 9;

export interface AgeBand {
  readonly items: readonly {
    readonly item: Item;
    /** Percent of the band's length. */ readonly at: number;
  }[];
}

/** Overdue items in bands of age, youngest band first; within a band by days. */
export function ageBands({ items }: Docket): AgeBand[] {
  const oldest = Math.max(730, ...items.map(({ daysLate }) => daysLate));
  return AGE_BANDS.map((end, index) => {
    const start = AGE_BANDS[index - 1] ?? 0;
    const last = Number.isFinite(end) ? end : oldest;
    const inBand = items.filter((item) => item.daysLate > start && item.daysLate <= end);
    const placed = inBand
      .map((item) => ({ item, at: Math.round(4 + ((item.daysLate - start) / (last - start)) * 92) }))
      .sort((left, right) => left.at - right.at);
    return { items: apart(placed) };
  });
}

/** Marks that would lie on each other stand side by side; where a band is full they share its last place. */
function apart<Placed extends { readonly at: number }>(placed: readonly Placed[]): Placed[] {
  let free = 0;
  return placed.map((one) => {
    const at = Math.min(96, Math.max(one.at, free));
    free = at + MARK_WIDTH;
    return { ...one, at };
  });
}
