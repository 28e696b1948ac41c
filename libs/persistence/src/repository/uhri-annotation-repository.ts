import type {
  CivilDate,
  Instant,
  LinkedPassage,
  SearchQuery,
  UhriContent,
  UhriKind,
  UhriLanguage,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { searchCondition } from './search-condition.js';
import { uhriContentOf } from './uhri-content.js';

export interface StoredUhriAnnotation {
  readonly id: number;
  readonly annotationId: string;
  readonly language: UhriLanguage;
  readonly content: UhriContent;
  /** Milliseconds since 1970; null while the export has it. */
  readonly absentSince: number | null;
}

export type UhriVerdict = 'confirmed' | 'refused';

/** The newest word of a person on whether an annotation is about a recommendation. */
export interface UhriLinkDecision {
  readonly annotationId: string;
  /** Public id. */
  readonly recommendation: string;
  readonly verdict: UhriVerdict;
  readonly personName: string;
  /** Milliseconds since 1970. */
  readonly decidedAt: Instant;
}

export interface ConfirmedUhriAnnotation {
  readonly annotationId: string;
  readonly language: UhriLanguage;
  readonly symbol: string;
  readonly paragraph: string | null;
  readonly kind: UhriKind;
  readonly text: string;
  readonly publishedOn: CivilDate | null;
}

/** A page shows no more; the Index has a handful for a paragraph. */
const MOST_CONFIRMED = 50;

const ANNOTATION = `a.id, a.annotation_id AS "annotationId", a.language, ${uhriContentOf('a')} AS content,
              (extract(epoch FROM a.absent_since) * 1000)::float8 AS "absentSince"`;
const SAME_DOCUMENT = `($2::text = ANY(ARRAY[d.symbol, d.inferred_symbol]))`;

/** Annotations of the Universal Human Rights Index beside our record. */
export class UhriAnnotationRepository {
  constructor(private readonly record: RecordDatabase) {}

  list(
    stateId: number,
    page: {
      readonly search: SearchQuery | undefined;
      readonly language: string;
      readonly after: number | null;
      readonly limit: number;
    },
  ): Promise<StoredUhriAnnotation[]> {
    const parameters: unknown[] = [stateId, page.after, page.limit];
    const found = page.search
      ? `AND ${searchCondition('a.vector', { query: page.search, language: page.language }, stateId, parameters)}`
      : '';
    return this.record.current().rows<StoredUhriAnnotation>(
      `SELECT ${ANNOTATION}
       FROM uhri_annotation a WHERE a.state_id = $1 AND ($2::int IS NULL OR a.id > $2) ${found} ORDER BY a.id LIMIT $3`,
      parameters,
    );
  }

  /** The paragraphs of our document of that symbol in which something is recommended, in every language of theirs. */
  listPassages(stateId: number, symbol: string): Promise<LinkedPassage[]> {
    return this.record.current().rows<LinkedPassage>(
      `SELECT (SELECT array_agg(r.public_id ORDER BY r.position) FROM recommendation r WHERE r.state_id = p.state_id AND r.paragraph_id = p.id) AS recommendations,
              p.number::text AS paragraph, t.language,
              concat_ws(' ', t.text, (SELECT string_agg(concat('(', i.label, ') ', i.text), ' ') FROM jsonb_to_recordset(t.items) AS i(label text, text text))) AS text
       FROM document d JOIN paragraph p ON p.state_id = d.state_id AND p.document_id = d.id
       JOIN paragraph_text t ON t.state_id = p.state_id AND t.paragraph_id = p.id
       WHERE d.state_id = $1 AND ${SAME_DOCUMENT} AND EXISTS (SELECT FROM recommendation r WHERE r.state_id = p.state_id AND r.paragraph_id = p.id)
       ORDER BY p.number, t.language`,
      [stateId, symbol],
    );
  }

  /** An annotation in every language of it. Two people who decide on one at once wait for one another. */
  lockAnnotation(stateId: number, annotationId: string): Promise<StoredUhriAnnotation[]> {
    return this.record
      .current()
      .rows<StoredUhriAnnotation>(
        `SELECT ${ANNOTATION} FROM uhri_annotation a WHERE a.state_id = $1 AND a.annotation_id = $2 ORDER BY a.id FOR UPDATE`,
        [stateId, annotationId],
      );
  }

  /** What counts of what people said, by recommendation. */
  listDecisions(stateId: number, annotationIds: readonly string[]): Promise<UhriLinkDecision[]> {
    return this.record.current().rows<UhriLinkDecision>(
      `SELECT DISTINCT ON (x.annotation_id, x.recommendation_public_id)
              x.annotation_id AS "annotationId", x.recommendation_public_id AS recommendation, x.verdict, p.name AS "personName",
              (extract(epoch FROM x.decided_at) * 1000)::float8 AS "decidedAt"
       FROM uhri_link_decision x JOIN person p ON p.id = x.person_id
       WHERE x.state_id = $1 AND x.annotation_id = ANY($2::uuid[]) ORDER BY x.annotation_id, x.recommendation_public_id, x.id DESC`,
      [stateId, [...annotationIds]],
    );
  }

  async decide(
    stateId: number,
    decision: {
      readonly annotationId: string;
      readonly recommendation: string;
      readonly verdict: UhriVerdict;
      readonly personId: number;
      readonly decidedAt: Instant;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO uhri_link_decision (state_id, annotation_id, recommendation_public_id, verdict, person_id, decided_at)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))`,
      [
        stateId,
        decision.annotationId,
        decision.recommendation,
        decision.verdict,
        decision.personId,
        decision.decidedAt,
      ],
    );
  }

  /**
   * What people confirmed to be about a recommendation and the Index still has, each once: in the language asked for, where it was
   * imported in that.
   */
  listConfirmed(
    stateId: number,
    recommendationId: number,
    language: string,
  ): Promise<ConfirmedUhriAnnotation[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<ConfirmedUhriAnnotation>(
        `SELECT a."annotationId", a.language, a.symbol, a.paragraph, a.kind, a.text, a."publishedOn" FROM (
           SELECT DISTINCT ON (u.annotation_id) u.annotation_id AS "annotationId", u.language, u.symbol, u.paragraph, u.kind, u.text,
                  u.published_on AS "publishedOn"
           FROM public_recommendation_uhri l JOIN public_uhri_annotation u ON u.state_id = l.state_id AND u.annotation_id = l.annotation_id
           WHERE l.state_id = $1 AND l.recommendation_id = $2 ORDER BY u.annotation_id, u.language = $3 DESC, u.language) a
         ORDER BY a.kind DESC, a."annotationId" LIMIT $4`,
        [stateId, recommendationId, language, MOST_CONFIRMED],
      ),
    );
  }
}
