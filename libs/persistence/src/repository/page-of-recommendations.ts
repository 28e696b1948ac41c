import type { CivilDate, DeadlineCertainty, ItemStatus } from '#domain';

import type { Sql } from '../transaction/record-database.js';
import { LOOKED_THROUGH, searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

export interface PublicInstitution {
  readonly code: string;
  readonly name: Bilingual;
  readonly shortName: Bilingual | null;
}

export interface PublicRecommendation {
  readonly id: number;
  readonly publicId: string;
  readonly documentSlug: string;
  readonly documentId: number;
  readonly paragraphId: number;
  readonly concernParagraphId: number | null;
  readonly paragraph: number;
  readonly position: number;
  readonly code: string;
  readonly item: string | null;
  readonly role: 'paragraph' | 'chapeau' | 'item';
  readonly verb: string;
  /** Official text and our title, by language. */
  readonly texts: Readonly<Record<string, { readonly text: string | null; readonly title: string | null }>>;
  readonly themeCode: string | null;
  readonly themeName: Bilingual | null;
  readonly status: ItemStatus;
  readonly statusReason: string;
  readonly statusParameters: Readonly<Record<string, number | string | null>>;
  readonly statusSince: string | null;
  readonly lead: PublicInstitution | null;
  readonly dueCertainty: DeadlineCertainty | null;
  readonly dueOn: string | null;
  readonly dueYear: number | null;
}

export interface RecommendationFilter {
  readonly documentId?: number;
  readonly publicId?: string;
  readonly status?: ItemStatus;
  readonly theme?: string;
  readonly institution?: string;
  /** What that institution does; either where it is absent. */
  readonly role?: 'lead' | 'support';
  /** Day on which somebody has to lead, to be shown as the lead; absent: whoever ever did. */
  readonly today?: CivilDate;
  readonly search?: ListSearch | undefined;
  /** Document and position after which the page begins. */
  readonly after?: readonly [documentId: number, position: number] | undefined;
  readonly limit?: number;
}

export const INSTITUTION = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE jsonb_build_object('code', ${alias}.code, 'name', ${alias}.name, 'shortName', ${alias}.short_name) END`;

/** One page of recommendations as everybody reads them, found by words where some are asked for. */
export async function readRecommendations(
  sql: Sql,
  stateId: number,
  filter: RecommendationFilter,
): Promise<PublicRecommendation[]> {
  const { search, limit } = filter;
  if (!search) return readPage(sql, stateId, filter, () => ({ first: '', among: '' }));
  const near = limit === undefined ? [] : await readPage(sql, stateId, filter, amongTheNext(search, stateId));
  if (limit !== undefined && near.length >= limit) return near;
  return readPage(sql, stateId, filter, amongAll(search, stateId));
}

/** Condition on `r`, and what the statement begins with. */
type Among = (parameters: unknown[]) => { readonly first: string; readonly among: string };

/** Those that are found among the next rows: their place is that of the list. */
function amongTheNext(search: ListSearch, stateId: number): Among {
  return (parameters) => ({
    first: '',
    among: `AND r.id IN (SELECT f.subject_id FROM (
      SELECT s.subject_id, s.vector FROM public_search s WHERE s.state_id = $1 AND s.kind_position = 1
        AND ($7::bigint IS NULL OR s.place > $7::bigint * 1000000 + $8::bigint)
      ORDER BY s.kind_position, s.place, s.subject_id LIMIT ${LOOKED_THROUGH}) f
      WHERE ${searchCondition('f.vector', search, stateId, parameters)})`,
  });
}

/** Those that the index of words knows. */
function amongAll(search: ListSearch, stateId: number): Among {
  return (parameters) => ({
    first: `WITH found AS MATERIALIZED (SELECT f.subject_id FROM public_search f WHERE f.state_id = $1 AND f.kind_position = 1
      AND ${searchCondition('f.vector', search, stateId, parameters)})`,
    among: 'AND r.id IN (SELECT subject_id FROM found)',
  });
}

/** The page is picked before anything is joined to it. */
function readPage(
  sql: Sql,
  stateId: number,
  filter: RecommendationFilter,
  amongOf: Among,
): Promise<PublicRecommendation[]> {
  const parameters: unknown[] = [
    stateId,
    filter.documentId ?? null,
    filter.publicId ?? null,
    filter.status ?? null,
    filter.theme ?? null,
    filter.institution ?? null,
    filter.after?.[0] ?? null,
    filter.after?.[1] ?? null,
    filter.limit ?? null,
    filter.today ?? null,
    filter.role ?? null,
  ];
  const { first, among } = amongOf(parameters);
  return sql.rows<PublicRecommendation>(
    `${first} SELECT r.id, r.public_id AS "publicId", d.slug AS "documentSlug", r.document_id AS "documentId", r.paragraph_id AS "paragraphId",
            r.concern_paragraph_id AS "concernParagraphId", p.number AS paragraph, r.position, r.code, r.item_label AS item, r.role, r.verb,
            t.texts, r.theme_code AS "themeCode", h.name AS "themeName", r.status, r.status_reason AS "statusReason",
            r.status_parameters AS "statusParameters", r.status_since AS "statusSince", l.lead,
            o.certainty AS "dueCertainty", o.due_on AS "dueOn", o.due_year AS "dueYear"
     FROM (
       SELECT r.* FROM public_recommendation r
       WHERE r.state_id = $1 AND ($2::int IS NULL OR r.document_id = $2) AND ($3::text IS NULL OR r.public_id = $3)
         AND ($4::text IS NULL OR r.status = $4) AND ($5::text IS NULL OR r.theme_code = $5)
         AND ($6::text IS NULL OR EXISTS (
           SELECT 1 FROM public_responsibility z JOIN public_institution w ON w.state_id = z.state_id AND w.id = z.institution_id
           WHERE z.state_id = r.state_id AND z.recommendation_id = r.id AND z.basis = 'now_responsible' AND w.code = $6 AND ($11::text IS NULL OR z.role = $11)
             AND (z.starts_on IS NULL OR z.starts_on <= coalesce($10::date, z.starts_on)) AND (z.ends_on IS NULL OR z.ends_on >= coalesce($10::date, z.ends_on))))
         AND ($7::bigint IS NULL OR (r.document_id, r.position) > ($7::bigint, $8::bigint)) ${among}
       ORDER BY r.document_id, r.position LIMIT $9) r
     JOIN public_document d ON d.state_id = r.state_id AND d.id = r.document_id
     JOIN public_paragraph p ON p.state_id = r.state_id AND p.id = r.paragraph_id
     LEFT JOIN public_theme h ON h.code = r.theme_code
     LEFT JOIN LATERAL (
       SELECT jsonb_object_agg(x.language, jsonb_build_object('text', x.official_text, 'title', x.title)) AS texts
       FROM public_recommendation_text x WHERE x.state_id = r.state_id AND x.recommendation_id = r.id) t ON true
     LEFT JOIN LATERAL (
       SELECT ${INSTITUTION('n')} AS lead FROM public_responsibility y
       JOIN public_institution n ON n.state_id = y.state_id AND n.id = y.institution_id
       WHERE y.state_id = r.state_id AND y.recommendation_id = r.id AND y.basis = 'now_responsible' AND y.role = 'lead'
         AND (y.starts_on IS NULL OR y.starts_on <= coalesce($10::date, y.starts_on)) AND (y.ends_on IS NULL OR y.ends_on >= coalesce($10::date, y.ends_on))
       ORDER BY y.id LIMIT 1) l ON true
     LEFT JOIN LATERAL (
       SELECT b.certainty, b.due_on, b.due_year FROM public_obligation b
       WHERE b.state_id = r.state_id AND b.recommendation_id = r.id AND NOT b.submitted
       ORDER BY b.certainty = 'confirmed' DESC, b.due_on, b.due_year NULLS LAST LIMIT 1) o ON true
     ORDER BY r.document_id, r.position`,
    parameters,
  );
}
