/** Neighbouring themes gathered for a reader who wants six or seven headings, not seventeen; in paragraph order. */
export const CLUSTERS = [
  'data',
  'general_measures',
  'prevention',
  'prohibition',
  'child_victims',
  'follow_up',
] as const;
export type Cluster = (typeof CLUSTERS)[number];

/** Themes are the headings of the reporting guidelines CRC/C/156. */
const CLUSTER_OF_THEME: Readonly<Record<string, Cluster>> = {
  data: 'data',
  policy: 'general_measures',
  coordination: 'general_measures',
  resources: 'general_measures',
  dissemination: 'general_measures',
  training: 'general_measures',
  prevention: 'prevention',
  travel_tourism: 'prevention',
  legislation: 'prohibition',
  prohibition: 'prohibition',
  legal_persons: 'prohibition',
  jurisdiction: 'prohibition',
  assistance: 'child_victims',
  recovery: 'child_victims',
  cooperation: 'follow_up',
  follow_up: 'follow_up',
  next_report: 'follow_up',
};

/** A recommendation whose theme nobody has confirmed yet stands with the general measures. */
export function clusterOf(theme: string | null): Cluster {
  return CLUSTER_OF_THEME[theme ?? ''] ?? 'general_measures';
}
