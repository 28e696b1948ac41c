import type {
  Classification,
  ClassificationDecision,
  ClassificationVerdict,
  ClassifiedText,
  Instant,
  TellingWord,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

/** A value that may be chosen, and on which days. */
export interface ClassificationValue extends Classification {
  readonly name: Bilingual;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
}

/** A recommendation with what the rules read of it and what people said. */
export interface ClassifiedItem {
  readonly id: number;
  readonly publicId: string;
  readonly documentId: number;
  readonly documentSlug: string;
  readonly code: string;
  readonly position: number;
  readonly titles: Readonly<Record<string, string>>;
  readonly theme: string | null;
  /** In the language that the document was taken in with first. */
  readonly reading: ClassifiedText;
  readonly decisions: readonly ClassificationDecision[];
}

export interface NewClassificationDecision extends Classification {
  readonly publicId: string;
  readonly verdict: ClassificationVerdict;
  readonly insteadOf: string | null;
  readonly words: readonly TellingWord[];
  readonly personId: number;
  readonly decidedAt: Instant;
}

const NEWEST_DECISIONS = `
  SELECT DISTINCT ON (x.aspect, x.code) x.aspect, x.code, x.verdict, x.instead_of, x.id, p.name,
         (extract(epoch FROM x.decided_at) * 1000)::bigint AS decided_at
  FROM classification_decision x JOIN person p ON p.id = x.person_id
  WHERE x.state_id = r.state_id AND x.recommendation_public_id = r.public_id ORDER BY x.aspect, x.code, x.id DESC`;

const ITEMS = `
  SELECT r.id, r.public_id AS "publicId", d.id AS "documentId", d.slug AS "documentSlug", r.code, r.position, r.theme_code AS theme,
         coalesce((SELECT jsonb_object_agg(y.language, y.title) FROM recommendation_text y
                   WHERE y.state_id = r.state_id AND y.recommendation_id = r.id AND y.title IS NOT NULL), '{}') AS titles,
         jsonb_build_object('language', coalesce(t.language, d.language, ''), 'instrument', d.instrument_code, 'text', coalesce(t.official_text, ''),
           'chapeau', CASE WHEN r.role = 'item' THEN q.text END, 'headings', (
             WITH RECURSIVE heading AS (
               SELECT s.parent_id, s.title, 1 AS depth FROM section s WHERE s.state_id = r.state_id AND s.id = p.section_id
               UNION ALL
               SELECT s.parent_id, s.title, h.depth + 1 FROM section s JOIN heading h ON s.id = h.parent_id WHERE s.state_id = r.state_id)
             SELECT coalesce(jsonb_agg(h.title ORDER BY h.depth DESC), '[]') FROM heading h)) AS reading,
         coalesce((SELECT jsonb_agg(jsonb_build_object('aspect', n.aspect, 'code', n.code, 'verdict', n.verdict, 'insteadOf', n.instead_of,
                                                       'personName', n.name, 'decidedAt', n.decided_at) ORDER BY n.id)
                   FROM (${NEWEST_DECISIONS}) n), '[]') AS decisions
  FROM recommendation r
  JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id
  JOIN paragraph p ON p.state_id = r.state_id AND p.id = r.paragraph_id
  LEFT JOIN LATERAL (
    SELECT z.official_text, z.language FROM recommendation_text z
    WHERE z.state_id = r.state_id AND z.recommendation_id = r.id AND z.official_text IS NOT NULL
    ORDER BY z.language = d.language DESC, z.language LIMIT 1) t ON true
  LEFT JOIN paragraph_text q ON q.state_id = p.state_id AND q.paragraph_id = p.id AND q.language = t.language
  WHERE r.state_id = $1`;

/** What recommendations are about: the vocabularies, what people decided, and what everybody sees of it. */
export class ClassificationRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Themes, groups and targets. The kinds of indicators are no vocabulary of the database. */
  listValues(): Promise<ClassificationValue[]> {
    return this.record.runShared((sql) =>
      sql.rows<ClassificationValue>(
        `SELECT 'theme' AS aspect, code, name, NULL::date AS "validFrom", NULL::date AS "validUntil", position, 1 AS place FROM public_theme
         UNION ALL SELECT 'affected_group', code, name, valid_from, valid_until, position, 2 FROM public_affected_group
         UNION ALL SELECT 'sdg_target', code, name, valid_from, valid_until, position, 3 FROM public_sdg_target
         ORDER BY place, position`,
      ),
    );
  }

  /** In the order of the document. */
  listItems(
    stateId: number,
    documentId: number,
    page: {
      readonly search?: ListSearch | undefined;
      readonly after: number | null;
      readonly limit: number;
    },
  ): Promise<ClassifiedItem[]> {
    const parameters: unknown[] = [stateId, documentId, page.after, page.limit];
    const found = page.search
      ? `AND r.id IN (SELECT f.subject_id FROM public_search f WHERE f.state_id = $1 AND f.kind_position = 1
           AND ${searchCondition('f.vector', page.search, stateId, parameters)})`
      : '';
    return this.record
      .current()
      .rows<ClassifiedItem>(
        `${ITEMS} AND r.document_id = $2 AND ($3::int IS NULL OR r.position > $3) ${found} ORDER BY r.position LIMIT $4`,
        parameters,
      );
  }

  /** How many recommendations a document has, and how many of them stand up to a position; null: up to the last one. */
  async countItems(
    stateId: number,
    documentId: number,
    through: number | null,
  ): Promise<{ readonly through: number; readonly of: number }> {
    const row = await this.record.current().row<{ through: number; of: number }>(
      `SELECT count(*) FILTER (WHERE $3::int IS NULL OR position <= $3)::int AS through, count(*)::int AS of
       FROM recommendation WHERE state_id = $1 AND document_id = $2`,
      [stateId, documentId, through],
    );
    return row ?? { through: 0, of: 0 };
  }

  findItem(stateId: number, publicId: string): Promise<ClassifiedItem | null> {
    return this.record.current().row<ClassifiedItem>(`${ITEMS} AND r.public_id = $2`, [stateId, publicId]);
  }

  /** Two people who decide on one item at once wait for one another, so that the later decision has the higher number. */
  async lockItem(stateId: number, publicId: string): Promise<void> {
    await this.record
      .current()
      .execute(`SELECT 1 FROM recommendation WHERE state_id = $1 AND public_id = $2 FOR UPDATE`, [
        stateId,
        publicId,
      ]);
  }

  async append(stateId: number, decision: NewClassificationDecision): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO classification_decision (state_id, recommendation_public_id, aspect, code, verdict, instead_of, words, person_id, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000))`,
      [
        stateId,
        decision.publicId,
        decision.aspect,
        decision.code,
        decision.verdict,
        decision.insteadOf,
        JSON.stringify(decision.words),
        decision.personId,
        decision.decidedAt,
      ],
    );
  }

  /**
   * The one theme that lists and filters go by. It stays until somebody dismisses it; then, and where there is none, it becomes the
   * confirmed one that was put in its place, else the one that was confirmed first. Answers how many recommendations changed.
   */
  settleThemes(stateId: number, documentId: number): Promise<number> {
    return this.record.current().execute(
      `WITH newest AS (
         SELECT DISTINCT ON (r.id, x.code) r.id AS recommendation_id, r.theme_code, x.code, x.verdict, x.instead_of, x.id
         FROM recommendation r JOIN classification_decision x ON x.state_id = r.state_id AND x.recommendation_public_id = r.public_id
         WHERE r.state_id = $1 AND r.document_id = $2 AND x.aspect = 'theme' ORDER BY r.id, x.code, x.id DESC),
       settled AS (
         SELECT n.recommendation_id,
                (array_agg(n.code ORDER BY n.instead_of IS NOT DISTINCT FROM n.theme_code DESC, n.id) FILTER (WHERE n.verdict = 'confirmed'))[1] AS code
         FROM newest n GROUP BY n.recommendation_id, n.theme_code
         HAVING n.theme_code IS NULL OR bool_or(n.code = n.theme_code AND n.verdict = 'dismissed'))
       UPDATE recommendation r SET theme_code = s.code, version = version + 1
       FROM settled s WHERE r.state_id = $1 AND r.id = s.recommendation_id AND r.theme_code IS DISTINCT FROM s.code`,
      [stateId, documentId],
    );
  }
}
