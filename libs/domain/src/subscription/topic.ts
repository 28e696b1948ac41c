/** What of a State can be followed by feed or by mail: recommendations on a theme, those of an institution, or a single one. */
export const TOPIC_KINDS = ['theme', 'institution', 'recommendation'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

export interface Topic {
  readonly kind: TopicKind;
  /** Code of the theme or institution; public id of the recommendation. */
  readonly key: string;
}
