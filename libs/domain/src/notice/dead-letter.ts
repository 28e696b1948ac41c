/** States of a mail that will not leave by itself any more: refused, not known whether taken, not written, come back. */
export const DEAD_LETTER_STATES = ['permanent', 'in_doubt', 'dead', 'returned'] as const;
export type DeadLetterState = (typeof DEAD_LETTER_STATES)[number];

/** Those that wait for a hand, and those that a person set aside. */
export const DEAD_LETTER_LISTS = ['waiting', 'set_aside'] as const;
export type DeadLetterListName = (typeof DEAD_LETTER_LISTS)[number];
