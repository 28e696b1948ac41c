import type { IndicatorData } from '#contracts';

import { pairPartners } from './pair.js';
import { publishedDimensions, usableDimension } from './series.js';

/** More groups than this cannot be told apart in one chart. */
const MOST_GROUPS = 4;

export const DRAWN_AS = ['stacked', 'matrix'] as const;
export type DrawnAs = (typeof DRAWN_AS)[number];

/** What a reader chose to see of an indicator; it is all in the address. */
export interface Selection {
  readonly by: string | null;
  /** Categories of `by` in one chart; none: all of them. */
  readonly groups: readonly string[];
  /** More were chosen than can be told apart. */
  readonly tooMany: boolean;
  /** The second breakdown, where figures are published by both. */
  readonly and: string | null;
  readonly as: DrawnAs | null;
  /** Last day of the period of the map; null: the newest. */
  readonly period: string | null;
}

/** Reads an address as far as the published figures go along with it. */
export function selectionOf(data: IndicatorData, query: URLSearchParams): Selection {
  const by = usableDimension(data, query.get('by'));
  const known = publishedDimensions(data).find(({ code }) => code === by)?.categories ?? [];
  const chosen = known.map(({ code }) => code).filter((code) => query.getAll('group').includes(code));
  const and = query.get('and');
  const as = query.get('as');
  return {
    by,
    groups: chosen.slice(0, MOST_GROUPS),
    tooMany: chosen.length > MOST_GROUPS,
    and: by !== null && pairPartners(data, by).some(({ code }) => code === and) ? and : null,
    as: DRAWN_AS.find((one) => one === as) ?? null,
    period: query.get('period'),
  };
}

/** The address of what is shown: the same figures tomorrow, whatever is shown first by then. */
export function selectionQuery({ by, groups, and, as, period }: Selection) {
  return { by, group: groups, and, as, period };
}

/** A selection as it is where nobody chose. */
export function byOnly(data: IndicatorData, by: string | null): Selection {
  return { by: usableDimension(data, by), groups: [], tooMany: false, and: null, as: null, period: null };
}
