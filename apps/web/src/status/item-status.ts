import type { RecommendationView } from '#contracts';

export type ItemStatus = RecommendationView['status'];

/** The order everywhere, from the surface down. */
export const STATUS_ORDER: readonly ItemStatus[] = [
  'implemented',
  'on_track',
  'awaiting_review',
  'at_risk',
  'overdue',
  'no_data',
];
