/** From the first report to the money in the victim's hand. */
export const CASE_STAGES = [
  'complaint',
  'investigation',
  'charge',
  'trial',
  'conviction',
  'sentence',
  'reparation_ordered',
  'reparation_paid',
] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** What is counted of a cohort: its stages, and the complaints that were archived, which is a way out of them and none of them. */
export const CASE_COUNTS = [...CASE_STAGES, 'archived'] as const;
export type CaseCount = (typeof CASE_COUNTS)[number];

/** Which year a case is counted in. Rates across different rules are meaningless. */
export const COHORT_RULES = ['year_of_event', 'year_of_complaint', 'year_of_decision'] as const;
export type CohortRule = (typeof COHORT_RULES)[number];

/**
 * Whose cases, or where: accused officials, legal persons and extraterritorial cases are counted apart from the main funnel and
 * never added to it, for no source says whether they are among its cases.
 */
export const CASE_FACETS = ['main', 'official', 'legal_person', 'extraterritorial'] as const;
export type CaseFacet = (typeof CASE_FACETS)[number];

/** In place of a region: the country as a whole. */
export const WHOLE_COUNTRY = 'all';

/** Offences of the Optional Protocol; the sale of children may have no offence of its own in domestic law. */
export type Offence =
  | 'all'
  | 'sale_of_children'
  | 'sexual_exploitation'
  | 'child_sexual_abuse_material'
  | 'travel_and_tourism'
  | 'trafficking';

/** Which cases a count is of. */
export interface CaseCohort {
  /** What is counted, persons or cases, is said by the indicator. */
  readonly indicator: string;
  readonly offence: string;
  readonly region: string;
  readonly facet: CaseFacet;
  readonly cohortRule: CohortRule;
  readonly cohortYear: number;
}
