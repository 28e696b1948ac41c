import type { CivilDate, ItemStatus, SuccessionKind } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

/** What became of an item in a later cycle; `undecided`: nobody has said yet. */
export type Became = SuccessionKind | 'undecided';

export interface CycleTally {
  readonly slug: string;
  readonly symbol: string | null;
  readonly title: string;
  readonly shortTitle: Bilingual | null;
  readonly adoptedOn: CivilDate | null;
  readonly number: number;
  readonly closedOn: CivilDate | null;
  /** Whether a later document goes on from it. */
  readonly continued: boolean;
  readonly items: number;
  readonly statuses: Readonly<Partial<Record<ItemStatus, number>>>;
  readonly became: Readonly<Partial<Record<Became, number>>>;
}

export interface CycleItemRow {
  readonly id: number;
  readonly documentId: number;
  readonly position: number;
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
  readonly status: ItemStatus;
  readonly became: readonly {
    readonly kind: SuccessionKind;
    readonly document: string;
    readonly later: {
      readonly publicId: string;
      readonly code: string;
      readonly status: ItemStatus;
      readonly titles: Readonly<Record<string, string>>;
    } | null;
  }[];
}

export interface CycleItemFilter {
  /** Slug; null: of all. */
  readonly document: string | null;
  readonly status: ItemStatus | null;
  readonly became: Became | null;
  readonly search?: ListSearch | undefined;
  readonly after?: readonly [documentId: number, position: number] | undefined;
  readonly limit: number;
}

const TITLES = (id: string): string =>
  `(SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM recommendation_text t
    WHERE t.state_id = $1 AND t.recommendation_id = ${id})`;
const CONFIRMED = (item: string): string =>
  `SELECT FROM recommendation_succession s WHERE s.state_id = $1 AND s.earlier_id = ${item} AND s.succession_state = 'confirmed'`;
/** More cycles than a State has had under all treaties together. */
const MOST_CYCLES = 200;

/** Documents of a State beside each other, and what became of their items. Only links that a person confirmed count. */
export class CycleComparisonRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest first. */
  listCycles(stateId: number): Promise<CycleTally[]> {
    return this.record.current().rows<CycleTally>(
      `WITH item AS (
         SELECT r.document_id, r.status, count(*)::int AS items FROM recommendation r WHERE r.state_id = $1 GROUP BY r.document_id, r.status),
       linked AS (
         SELECT r.document_id, s.kind, count(DISTINCT r.id)::int AS items FROM recommendation_succession s
         JOIN recommendation r ON r.state_id = s.state_id AND r.id = s.earlier_id
         WHERE s.state_id = $1 AND s.succession_state = 'confirmed' GROUP BY r.document_id, s.kind),
       open AS (
         SELECT r.document_id, count(*)::int AS items FROM recommendation r
         WHERE r.state_id = $1 AND NOT EXISTS (${CONFIRMED('r.id')}) GROUP BY r.document_id)
       SELECT d.slug, coalesce(d.symbol, d.inferred_symbol) AS symbol, d.title, d.short_title AS "shortTitle", d.adopted_on AS "adoptedOn",
              coalesce(c.number, d.cycle) AS number, c.closed_on AS "closedOn", c.continued_by_document_id IS NOT NULL AS continued,
              coalesce((SELECT sum(i.items)::int FROM item i WHERE i.document_id = d.id), 0) AS items,
              coalesce((SELECT jsonb_object_agg(i.status, i.items) FROM item i WHERE i.document_id = d.id), '{}') AS statuses,
              coalesce((SELECT jsonb_object_agg(l.kind, l.items) FROM linked l WHERE l.document_id = d.id), '{}')
                || coalesce((SELECT jsonb_build_object('undecided', o.items) FROM open o WHERE o.document_id = d.id), '{}') AS became
       FROM document d LEFT JOIN reporting_cycle c ON c.state_id = d.state_id AND c.document_id = d.id
       WHERE d.state_id = $1 ORDER BY d.adopted_on DESC NULLS LAST, d.id DESC LIMIT ${MOST_CYCLES}`,
      [stateId],
    );
  }

  /** In the order of the documents. */
  listItems(stateId: number, filter: CycleItemFilter): Promise<CycleItemRow[]> {
    const parameters: unknown[] = [
      stateId,
      filter.document,
      filter.status,
      filter.became,
      ...(filter.after ?? [null, null]),
      filter.limit,
    ];
    const found = andHolds(['r.code'], filter.search, parameters, wordsOfRecommendation('r.id'));
    return this.record.current().rows<CycleItemRow>(
      `SELECT r.id, r.document_id AS "documentId", r.position, r.public_id AS "publicId", r.code, r.status, ${TITLES('r.id')} AS titles,
              coalesce((SELECT jsonb_agg(jsonb_build_object('kind', s.kind, 'document', l.slug, 'later',
                  CASE WHEN n.id IS NULL THEN NULL ELSE jsonb_build_object('publicId', n.public_id, 'code', n.code, 'status', n.status,
                    'titles', ${TITLES('n.id')}) END) ORDER BY s.id)
                FROM recommendation_succession s JOIN document l ON l.state_id = s.state_id AND l.id = s.later_document_id
                LEFT JOIN recommendation n ON n.state_id = s.state_id AND n.id = s.later_id
                WHERE s.state_id = r.state_id AND s.earlier_id = r.id AND s.succession_state = 'confirmed'), '[]') AS became
       FROM recommendation r JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id
       WHERE r.state_id = $1 AND ($2::text IS NULL OR d.slug = $2) AND ($3::text IS NULL OR r.status = $3)
         AND ($4::text IS NULL OR CASE WHEN $4 = 'undecided' THEN NOT EXISTS (${CONFIRMED('r.id')})
              ELSE EXISTS (${CONFIRMED('r.id')} AND s.kind = $4) END)
         AND ($5::bigint IS NULL OR (r.document_id, r.position) > ($5::bigint, $6::bigint)) ${found}
       ORDER BY r.document_id, r.position LIMIT $7`,
      parameters,
    );
  }
}
