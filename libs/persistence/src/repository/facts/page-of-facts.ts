/** Ids that bound one page of recommendations, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A fact with the recommendation that it belongs to. */
export type Owned<T> = T & { readonly recommendationId: number };
