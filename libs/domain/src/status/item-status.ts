/** In the order in which they are shown everywhere. */
export const ITEM_STATUSES = [
  'implemented',
  'on_track',
  'awaiting_review',
  'at_risk',
  'overdue',
  'no_data',
] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];
