import type { CivilDate, Classification, ClassificationAspect, DeadlineCertainty } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { INSTITUTION, readRecommendations } from './page-of-recommendations.js';
import type {
  PublicInstitution,
  PublicRecommendation,
  RecommendationFilter,
} from './page-of-recommendations.js';
import { readRecommendationChoices } from './recommendation-choices.js';
import type { RecommendationChoice } from './recommendation-choices.js';
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

export interface PublicPlainText {
  readonly language: string;
  readonly text: string;
  readonly confirmedOn: CivilDate;
}

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

  listRecommendations(stateId: number, filter: RecommendationFilter): Promise<PublicRecommendation[]> {
    return this.record.runPublic(stateId, (sql) => readRecommendations(sql, stateId, filter));
  }

  /** What the list can be narrowed to, with how many each leaves. */
  listChoices(stateId: number, today: CivilDate): Promise<RecommendationChoice[]> {
    return this.record.runPublic(stateId, (sql) => readRecommendationChoices(sql, stateId, today));
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

  /** In plain words of the secretariat that a person confirmed, by language. */
  listPlainTexts(stateId: number, recommendationId: number): Promise<PublicPlainText[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicPlainText>(
        `SELECT language, text, confirmed_on AS "confirmedOn" FROM public_plain_text WHERE state_id = $1 AND recommendation_id = $2 ORDER BY language`,
        [stateId, recommendationId],
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
