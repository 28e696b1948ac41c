/** What became of an item in a later cycle. Only a person says so; a program suggests the first three. */
export const SUCCESSION_KINDS = ['repeated', 'narrowed', 'absorbed', 'dropped', 'implemented'] as const;
export type SuccessionKind = (typeof SUCCESSION_KINDS)[number];

export const SUCCESSION_STATES = ['suggested', 'confirmed', 'rejected'] as const;
export type SuccessionState = (typeof SUCCESSION_STATES)[number];

/**
 * Whether the kind goes with a later item. What was repeated, narrowed or absorbed has one; what was dropped has none; what was
 * implemented may be named in a later document or not.
 */
export function fitsLaterItem(kind: SuccessionKind, hasLaterItem: boolean): boolean {
  return kind === 'implemented' || (kind === 'dropped') !== hasLaterItem;
}
