import type { DocumentLanguage, ParseWarning } from './parsed-document.js';

/** What the State under review answered: it supports, only notes, or will examine a recommendation and answer later. */
export type UprPosition = 'supported' | 'noted' | 'to_be_examined';

export interface RecommendingState {
  /** As printed. */
  readonly name: string;
  /** ISO 3166-1 alpha-3. */
  readonly iso3: string;
}

export interface UprRecommendation {
  /** `121.2`. Recommendations of like content share a number. */
  readonly number: string;
  readonly text: string;
  readonly recommendingStates: readonly RecommendingState[];
  /** Null where the paragraph that introduces the list does not say it in words that are known. */
  readonly position: UprPosition | null;
}

/** A report of the Working Group on the Universal Periodic Review. */
export interface UprReport {
  readonly kind: 'upr_working_group_report';
  readonly symbol: string | null;
  /** The State under review, ISO 3166-1 alpha-3. */
  readonly state: string | null;
  readonly language: DocumentLanguage;
  readonly recommendations: readonly UprRecommendation[];
  readonly warnings: readonly ParseWarning[];
}
