import type { DocumentInCycle, LinkedDocument } from '#contracts';

import type { Wording } from '../wording/wording.js';

/** `CRC/C/PER/CO/6-7 (Rights of the Child, 2025)`. */
export function documentName({ symbol, shortTitle }: LinkedDocument): string {
  return symbol === null || symbol === shortTitle ? shortTitle : `${symbol} (${shortTitle})`;
}

/** Whether the cycle is open, else what closed it and when. */
export function cycleState(
  { closedOn, closedBy }: Pick<DocumentInCycle['cycle'], 'closedOn' | 'closedBy'>,
  { say, date }: Wording,
): string {
  if (closedOn === null) return say.cycle.open;
  const closed = say.cycle.closed(date(closedOn));
  return closedBy === null ? closed : `${closed}, ${say.cycle.closedBy(closedBy)}`;
}

/** How a later review takes up what was asked. */
export function continuedWords(
  cycle: Pick<DocumentInCycle['cycle'], 'continuation' | 'continuedBy' | 'withinArticle'>,
  { say }: Wording,
): string | null {
  if (cycle.continuedBy === null || cycle.continuation === null) return null;
  const name = documentName(cycle.continuedBy);
  return cycle.continuation === 'superseded'
    ? say.cycle.later.superseded(name)
    : say.cycle.later.reported_within(name, cycle.withinArticle ?? '');
}
