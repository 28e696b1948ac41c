/** Flags of a published cell that shows no number. `lt10` is printed "<10", zero included. */
export type PublicFlag = 'lt10' | 'structural_zero' | 'missing' | 'not_applicable' | 'not_shown';

/** A cell of a public table: a number or a flag, never both. */
export type PublicCell =
  | { readonly value: number; readonly flag: null; readonly provisional: boolean }
  | { readonly value: null; readonly flag: PublicFlag; readonly provisional: boolean };
