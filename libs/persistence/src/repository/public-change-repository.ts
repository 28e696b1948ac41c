import type { CivilDate, DeadlineCertainty, Instant, ItemStatus } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

interface NamedDocument {
  readonly slug: string;
  readonly title: Bilingual;
}

interface NamedItem {
  readonly publicId: string;
  readonly code: string;
  readonly titles: Readonly<Record<string, string>>;
}

interface PublicDate {
  readonly certainty: DeadlineCertainty;
  readonly dueOn: CivilDate | null;
  readonly dueYear: number | null;
}

export interface DocumentChange {
  readonly kind: 'document';
  readonly at: Instant;
  readonly document: NamedDocument;
}

/** Items of one document that took one status on one day: a sweep changes many at once. */
export interface StatusChange {
  readonly kind: 'status';
  readonly at: Instant;
  readonly on: CivilDate;
  readonly document: NamedDocument;
  readonly status: ItemStatus;
  /** Also of those that are not named. */
  readonly count: number;
  readonly items: readonly NamedItem[];
}

/** Figures from one source that were published on one day: an import brings those of many indicators. */
export interface FigureChange {
  readonly kind: 'figures';
  readonly at: Instant;
  readonly on: CivilDate;
  /** Also of those that are not named. */
  readonly count: number;
  readonly indicators: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly source: { readonly code: string; readonly name: Bilingual };
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly cells: number;
}

export interface AssessmentChange {
  readonly kind: 'assessment';
  readonly at: Instant;
  readonly id: number;
  readonly item: NamedItem;
  readonly assessor: string;
  readonly grade: { readonly code: string; readonly name: Bilingual };
  readonly symbol: string | null;
  readonly withdrawn: boolean;
}

/** A date of a document that is another than before. */
export interface DateChange {
  readonly kind: 'deadline';
  readonly at: Instant;
  readonly deadlineId: number;
  readonly version: number;
  readonly purpose: string;
  readonly document: NamedDocument;
  readonly now: PublicDate;
  readonly before: PublicDate;
}

export type PublicChange = DocumentChange | StatusChange | FigureChange | AssessmentChange | DateChange;

/** Named in one entry; all are counted. */
const ITEMS_NAMED = 100;

const DOCUMENT = `jsonb_build_object('slug', d.slug, 'title', coalesce(d.short_title, jsonb_build_object('en', d.title, 'es', d.title)))`;
const ITEM = `jsonb_build_object('publicId', r.public_id, 'code', r.code, 'titles',
  (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM public_recommendation_text t
   WHERE t.state_id = r.state_id AND t.recommendation_id = r.id))`;
/** The instant at which a day begins in the State. */
const beginning = (day: string): string => `(${day}::timestamp AT TIME ZONE z.time_zone)`;
const ZONE = `JOIN public_state z ON z.id = $1`;

const QUERIES: readonly string[] = [
  `SELECT 'document' AS kind, i.ingested_at AS at, ${DOCUMENT} AS document
   FROM public_document d JOIN public_document_intake i ON i.state_id = d.state_id AND i.document_id = d.id
   WHERE d.state_id = $1 ORDER BY i.ingested_at DESC, d.id DESC LIMIT $2`,
  `SELECT 'status' AS kind, ${beginning('s.status_since')} AS at, s.status_since AS "on", s.status, s.count, ${DOCUMENT} AS document,
     (SELECT jsonb_agg(${ITEM} ORDER BY r.position) FROM public_recommendation r
      WHERE r.state_id = $1 AND r.document_id = s.document_id AND r.status = s.status AND r.status_since = s.status_since
        AND r.position <= s.last_named) AS items
   FROM (SELECT document_id, status, status_since, count(*)::int AS count,
           (array_agg(position ORDER BY position))[least(count(*), ${ITEMS_NAMED})] AS last_named
         FROM public_recommendation WHERE state_id = $1 AND status_since IS NOT NULL GROUP BY document_id, status, status_since
         ORDER BY status_since DESC, document_id, status LIMIT $2) s
   JOIN public_document d ON d.state_id = $1 AND d.id = s.document_id ${ZONE}`,
  `SELECT 'figures' AS kind, max(f.at) AS at, f.on, min(f.from) AS "from", max(f.to) AS "to", sum(f.cells)::int AS cells, count(*)::int AS count,
     jsonb_build_object('code', s.code, 'name', s.name) AS source,
     jsonb_path_query_array(jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name) ORDER BY i.code), '$[0 to ${ITEMS_NAMED - 1}]') AS indicators
   FROM (SELECT p.indicator_code, p.source_code, (p.published_at AT TIME ZONE z.time_zone)::date AS "on", max(p.published_at) AS at,
           min(p.period_start_on) AS "from", max(p.period_end_on) AS "to", count(*) AS cells
         FROM published_figure p ${ZONE} WHERE p.state_id = $1 GROUP BY 1, 2, 3) f
   JOIN public_indicator i ON i.state_id = $1 AND i.code = f.indicator_code
   JOIN public_source s ON s.state_id = $1 AND s.code = f.source_code
   GROUP BY s.code, s.name, f.on ORDER BY 2 DESC, s.code LIMIT $2`,
  `SELECT 'assessment' AS kind, ${beginning('coalesce(a.withdrawn_on, a.published_on)')} AS at, a.id, ${ITEM} AS item, a.assessor, a.symbol,
     jsonb_build_object('code', g.code, 'name', g.name) AS grade, a.withdrawn_on IS NOT NULL AS withdrawn
   FROM public_assessment a JOIN public_recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
   JOIN public_assessment_grade g ON g.scale_code = a.scale_code AND g.code = a.grade_code ${ZONE}
   WHERE a.state_id = $1 ORDER BY coalesce(a.withdrawn_on, a.published_on) DESC, a.id DESC LIMIT $2`,
  `SELECT 'deadline' AS kind, h.changed_at AS at, h.deadline_id AS "deadlineId", h.version, l.purpose, ${DOCUMENT} AS document,
     jsonb_build_object('certainty', h.certainty, 'dueOn', h.due_on, 'dueYear', h.due_year) AS now,
     jsonb_build_object('certainty', b.certainty, 'dueOn', b.due_on, 'dueYear', b.due_year) AS before
   FROM public_deadline_history h
   JOIN public_deadline_history b ON b.state_id = h.state_id AND b.deadline_id = h.deadline_id AND b.version = h.version - 1
   JOIN public_deadline l ON l.state_id = h.state_id AND l.id = h.deadline_id
   JOIN public_document d ON d.state_id = h.state_id AND d.id = h.document_id
   WHERE h.state_id = $1 AND (h.certainty, h.due_on, h.due_year) IS DISTINCT FROM (b.certainty, b.due_on, b.due_year)
   ORDER BY h.changed_at DESC, h.deadline_id, h.version DESC LIMIT $2`,
];

/** What was published lately: from public views alone, as the public role. */
export class PublicChangeRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest first. */
  listChanges(stateId: number, limit: number): Promise<PublicChange[]> {
    return this.record.runPublic(stateId, async (sql) => {
      const found: PublicChange[] = [];
      for (const query of QUERIES) found.push(...(await rowsOf(sql, query, [stateId, limit])));
      return found.sort((one, other) => other.at - one.at).slice(0, limit);
    });
  }
}

function rowsOf(sql: Sql, query: string, parameters: readonly unknown[]): Promise<PublicChange[]> {
  return sql.rows<PublicChange>(query, [...parameters]);
}
