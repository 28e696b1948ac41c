/** Flags of a published cell that shows no number. `lt10` is printed "<10", zero included. */
export type PublicFlag = 'lt10' | 'structural_zero' | 'missing' | 'not_applicable' | 'not_shown';

/** Below this a count of persons is printed "<10", zero included. */
export const LEAST_SHOWN = 10;
