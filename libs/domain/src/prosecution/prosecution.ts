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

/** Which year a case is counted in. Rates across different rules are meaningless. */
export type CohortRule = 'year_of_event' | 'year_of_complaint' | 'year_of_decision';

/** Offences of the Optional Protocol; the sale of children may have no offence of its own in domestic law. */
export type Offence =
  | 'all'
  | 'sale_of_children'
  | 'sexual_exploitation'
  | 'child_sexual_abuse_material'
  | 'travel_and_tourism'
  | 'trafficking';
