import type { ItemStatus } from '../status/item-status.js';

/** Height of the drawing, from the numbers down to the bed. */
export const DEPTH = 252;
/** Where the hatched bed begins: below it nobody can tell. */
export const BED = { from: 206, height: 46 } as const;

/** How deep each status hangs, in pixels below the numbers. */
const DEPTHS: Readonly<Record<ItemStatus, number>> = {
  implemented: 34,
  on_track: 70,
  awaiting_review: 106,
  at_risk: 142,
  overdue: 178,
  no_data: 229,
};

/** How far each status reaches when the chart is turned, in percent of the line's room. */
const REACHES: Readonly<Record<ItemStatus, number>> = {
  implemented: 11,
  on_track: 27,
  awaiting_review: 43,
  at_risk: 59,
  overdue: 75,
  no_data: 91,
};

export function depthOf(status: ItemStatus): number {
  return DEPTHS[status];
}

export function reachOf(status: ItemStatus): string {
  return `${REACHES[status]}%`;
}

/** `14(a)` in the room above a line: `14a`. */
export function shortCode(code: string): string {
  return code.replace(/[()]/g, '');
}
