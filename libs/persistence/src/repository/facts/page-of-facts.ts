/** Ids that bound one page of recommendations, both included; or single ones. */
export type Span = { readonly from: number; readonly to: number } | { readonly ids: readonly number[] };

/** Whether a recommendation is of the span, whose `bounds` are the parameters $2 and $3. A page is one walk along an index. */
export function within(span: Span, column: string): string {
  return 'ids' in span
    ? `(${column} = ANY($2::integer[]) AND $3::integer > 0)`
    : `${column} BETWEEN $2 AND $3`;
}

export function bounds(span: Span): [unknown, number] {
  return 'ids' in span ? [[...span.ids], span.ids.length] : [span.from, span.to];
}

/**
 * Joins, to each row before it, the one row of a table that it names. A plain join of a page is planned as a walk through the
 * whole table, so that a sweep of all pages would take as long as the State is large, squared.
 * @param on condition on the row `x`
 */
export function lookedUp(table: string, alias: string, on: string): string {
  return `CROSS JOIN LATERAL (SELECT x.* FROM ${table} x WHERE ${on} OFFSET 0) ${alias}`;
}

/** A fact with the recommendation that it belongs to. */
export type Owned<T> = T & { readonly recommendationId: number };
