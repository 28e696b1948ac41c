import type { CivilDate, Classification, ClassificationAspect, DeadlineCertainty, ItemStatus } from '#domain';

import type { RecordDatabase, Sql } from '../transaction/record-database.js';
import { LOOKED_THROUGH, searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

export interface PublicDocument {
  readonly id: number;
  readonly slug: string;
  readonly symbol: string | null;
  readonly inferredSymbol: string | null;
  readonly title: string;
  readonly shortTitle: Bilingual | null;
  readonly adoptedOn: string | null;
  readonly mechanismCode: string;
  readonly mechanismName: Bilingual;
  readonly instrumentCode: string;
  readonly instrumentName: Bilingual;
}

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
  /** Day on which somebody has to lead, to be shown as the lead; absent: whoever ever did. */
  readonly today?: CivilDate;
  readonly search?: ListSearch | undefined;
  /** Document and position after which the page begins. */
  readonly after?: readonly [documentId: number, position: number] | undefined;
  readonly limit?: number;
}

export interface PublicObligation {
  readonly recommendationId: number;
  readonly kind: string;
  readonly title: Bilingual;
  readonly required: boolean;
  readonly periodStartOn: string | null;
  readonly periodEndOn: string | null;
  readonly certainty: DeadlineCertainty;
  readonly dueOn: string | null;
  readonly dueYear: number | null;
  readonly basis: Bilingual;
  readonly submitted: boolean;
  readonly institution: PublicInstitution | null;
}

export interface PublicDeadline {
  readonly purpose: string;
  readonly certainty: DeadlineCertainty;
  readonly dueOn: string | null;
  readonly dueYear: number | null;
  readonly basis: Bilingual;
}

/** A value that a person confirmed. The kinds of indicators have their names elsewhere. */
export interface PublicClassification extends Classification {
  readonly name: Bilingual | null;
}

const INSTITUTION = (alias: string): string =>
  `CASE WHEN ${alias}.id IS NULL THEN NULL ELSE jsonb_build_object('code', ${alias}.code, 'name', ${alias}.name, 'shortName', ${alias}.short_name) END`;

/** Reads the published side of recommendations as the public role: views and nothing else. */
export class PublicRecommendationRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest document of the State whose text has been taken in, or the one with that slug. */
  findDocument(stateId: number, slug?: string): Promise<PublicDocument | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row<PublicDocument>(
        `SELECT d.id, d.slug, d.symbol, d.inferred_symbol AS "inferredSymbol", d.title, d.short_title AS "shortTitle",
                d.adopted_on AS "adoptedOn", m.code AS "mechanismCode", m.name AS "mechanismName", i.code AS "instrumentCode", i.name AS "instrumentName"
         FROM public_document d JOIN public_mechanism m ON m.code = d.mechanism_code JOIN public_instrument i ON i.code = d.instrument_code
         WHERE d.state_id = $1 AND ($2::text IS NULL OR d.slug = $2) ORDER BY d.has_text DESC, d.adopted_on DESC NULLS LAST, d.id DESC LIMIT 1`,
        [stateId, slug ?? null],
      ),
    );
  }

  async listRecommendations(stateId: number, filter: RecommendationFilter): Promise<PublicRecommendation[]> {
    const { search, limit } = filter;
    return this.record.runPublic(stateId, async (sql) => {
      if (!search) return readPage(sql, stateId, filter, () => ({ first: '', among: '' }));
      const near =
        limit === undefined ? [] : await readPage(sql, stateId, filter, amongTheNext(search, stateId));
      if (limit !== undefined && near.length >= limit) return near;
      return readPage(sql, stateId, filter, amongAll(search, stateId));
    });
  }

  listObligations(stateId: number, recommendationIds: readonly number[]): Promise<PublicObligation[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicObligation>(
        `SELECT o.recommendation_id AS "recommendationId", o.kind, o.title, o.required, o.period_start_on AS "periodStartOn", o.period_end_on AS "periodEndOn",
                o.certainty, o.due_on AS "dueOn", o.due_year AS "dueYear", o.basis, o.submitted, ${INSTITUTION('n')} AS institution
         FROM public_obligation o LEFT JOIN public_institution n ON n.state_id = o.state_id AND n.id = o.institution_id
         WHERE o.state_id = $1 AND o.recommendation_id = ANY($2) ORDER BY o.recommendation_id, o.due_on NULLS LAST, o.id`,
        [stateId, [...recommendationIds]],
      ),
    );
  }

  listDocumentDeadlines(stateId: number, documentId: number): Promise<PublicDeadline[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicDeadline>(
        `SELECT purpose, certainty, due_on AS "dueOn", due_year AS "dueYear", basis FROM public_deadline
         WHERE state_id = $1 AND document_id = $2 ORDER BY id`,
        [stateId, documentId],
      ),
    );
  }

  /** Whom the text names, and who answers on that day. */
  listResponsibilities(
    stateId: number,
    recommendationIds: readonly number[],
    today: CivilDate,
  ): Promise<
    {
      readonly recommendationId: number;
      readonly basis: string;
      readonly role: 'lead' | 'support' | null;
      readonly namedAs: string | null;
      readonly institution: PublicInstitution | null;
    }[]
  > {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows(
        `SELECT y.recommendation_id AS "recommendationId", y.basis, y.role, y.named_as AS "namedAs", ${INSTITUTION('n')} AS institution
         FROM public_responsibility y LEFT JOIN public_institution n ON n.state_id = y.state_id AND n.id = y.institution_id
         WHERE y.state_id = $1 AND y.recommendation_id = ANY($2)
           AND (y.basis = 'named_in_text' OR (y.starts_on IS NULL OR y.starts_on <= $3) AND (y.ends_on IS NULL OR y.ends_on >= $3))
         ORDER BY y.basis, y.role, y.id`,
        [stateId, [...recommendationIds], today],
      ),
    );
  }

  /** What was confirmed of one recommendation, in the order of the vocabularies. */
  listClassifications(stateId: number, recommendationId: number): Promise<PublicClassification[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<{ aspect: ClassificationAspect; code: string; name: Bilingual | null }>(
        `SELECT c.aspect, c.code, coalesce(h.name, g.name, s.name) AS name
         FROM public_recommendation_classification c
         LEFT JOIN public_theme h ON c.aspect = 'theme' AND h.code = c.code
         LEFT JOIN public_affected_group g ON c.aspect = 'affected_group' AND g.code = c.code
         LEFT JOIN public_sdg_target s ON c.aspect = 'sdg_target' AND s.code = c.code
         WHERE c.state_id = $1 AND c.recommendation_id = $2
         ORDER BY coalesce(h.position, g.position, s.position, 0), c.id`,
        [stateId, recommendationId],
      ),
    );
  }

  /** Text of one paragraph in every language version that was taken in, with its headings from the outside in. */
  findParagraph(
    stateId: number,
    paragraphId: number,
  ): Promise<{
    readonly number: number;
    readonly verb: string | null;
    readonly chapeauKind: 'bare' | 'substantive' | null;
    readonly texts: Readonly<
      Record<string, { text: string; items: readonly { label: string; text: string }[] }>
    >;
    readonly headings: readonly string[];
  } | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row(
        `WITH RECURSIVE heading AS (
           SELECT s.id, s.parent_id, s.number, s.title, 1 AS depth FROM public_section s
           JOIN public_paragraph p ON p.state_id = s.state_id AND p.section_id = s.id WHERE p.state_id = $1 AND p.id = $2
           UNION ALL
           SELECT s.id, s.parent_id, s.number, s.title, h.depth + 1 FROM public_section s JOIN heading h ON s.id = h.parent_id WHERE s.state_id = $1)
         SELECT p.number, p.verb, p.chapeau_kind AS "chapeauKind",
                (SELECT jsonb_object_agg(t.language, jsonb_build_object('text', t.text, 'items', t.items)) FROM public_paragraph_text t
                 WHERE t.state_id = p.state_id AND t.paragraph_id = p.id) AS texts,
                coalesce((SELECT array_agg(concat_ws('. ', h.number, h.title) ORDER BY h.depth DESC) FROM heading h), '{}') AS headings
         FROM public_paragraph p WHERE p.state_id = $1 AND p.id = $2`,
        [stateId, paragraphId],
      ),
    );
  }

  listReferences(
    stateId: number,
    paragraphId: number,
  ): Promise<{
    readonly references: readonly { symbol: string; printedAs: string; item: string | null }[];
    readonly articles: readonly { instrument: string | null; article: string }[];
  } | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row(
        `SELECT coalesce((SELECT jsonb_agg(jsonb_build_object('symbol', symbol, 'printedAs', printed_as, 'item', item_label) ORDER BY id)
                          FROM public_document_reference WHERE state_id = $1 AND paragraph_id = $2), '[]') AS references,
                coalesce((SELECT jsonb_agg(jsonb_build_object('instrument', instrument_code, 'article', article) ORDER BY id)
                          FROM public_article_reference WHERE state_id = $1 AND paragraph_id = $2), '[]') AS articles`,
        [stateId, paragraphId],
      ),
    );
  }
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
           WHERE z.state_id = r.state_id AND z.recommendation_id = r.id AND z.basis = 'now_responsible' AND w.code = $6
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
