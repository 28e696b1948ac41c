import type { Bilingual } from './state-repository.js';

/** What a form asks for: one figure for each category, counts of cases by stage, or amounts by line and month. */
export type SheetShape = 'cells' | 'cases' | 'budget';
export type LineShape = Exclude<SheetShape, 'cells'>;

/** Where figures come from. */
export interface NamedSource {
  readonly id: number;
  readonly code: string;
  readonly name: Bilingual;
}
