import type {
  ComparedItem,
  Instant,
  Likeness,
  SuccessionKind,
  SuccessionState,
  SuggestedSuccession,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { andHolds, wordsOfRecommendation } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

/** One side of a pair, as it is read. */
export interface SuccessionSide {
  readonly publicId: string;
  readonly code: string;
  readonly documentSlug: string;
  readonly text: string;
  readonly textLanguage: string;
  readonly titles: Readonly<Record<string, string>>;
}

export interface Succession {
  readonly id: number;
  readonly earlier: SuccessionSide;
  readonly later: SuccessionSide | null;
  readonly laterDocumentSlug: string;
  readonly kind: SuccessionKind;
  readonly state: SuccessionState;
  readonly score: number | null;
  readonly likeness: Likeness | null;
  readonly personName: string | null;
  readonly decidedAt: Instant | null;
  readonly reason: string | null;
}

export interface SuccessionFilter {
  readonly state?: SuccessionState;
  /** Slug of the later document. */
  readonly document?: string;
  readonly search?: ListSearch | undefined;
  /** Id after which the page begins. */
  readonly after?: number;
  readonly limit: number;
}

export interface SuccessionDecision {
  readonly state: Exclude<SuccessionState, 'suggested'>;
  readonly kind: SuccessionKind;
  readonly personId: number;
  readonly reason: string;
  readonly decidedAt: Instant;
}

/** The words that go before the letters belong to each lettered item. */
const SIDE = (alias: string): string => `(
  SELECT jsonb_build_object('publicId', r.public_id, 'code', r.code, 'documentSlug', d.slug, 'text', coalesce(t.official_text, ''),
           'textLanguage', coalesce(t.language, ''), 'titles', coalesce((
             SELECT jsonb_object_agg(y.language, y.title) FROM recommendation_text y
             WHERE y.state_id = r.state_id AND y.recommendation_id = r.id AND y.title IS NOT NULL), '{}'))
  FROM recommendation r JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id
  LEFT JOIN LATERAL (
    SELECT z.official_text, z.language FROM recommendation_text z
    WHERE z.state_id = r.state_id AND z.recommendation_id = r.id AND z.official_text IS NOT NULL ORDER BY z.language = d.language DESC LIMIT 1) t ON true
  WHERE r.state_id = s.state_id AND r.id = ${alias})`;

const SUCCESSIONS = `
  SELECT s.id, ${SIDE('s.earlier_id')} AS earlier, ${SIDE('s.later_id')} AS later, l.slug AS "laterDocumentSlug", s.kind,
         s.succession_state AS state, s.score, s.likeness, p.name AS "personName", s.decided_at AS "decidedAt", s.reason
  FROM recommendation_succession s JOIN document l ON l.state_id = s.state_id AND l.id = s.later_document_id
  LEFT JOIN person p ON p.id = s.person_id
  WHERE s.state_id = $1`;

/** Links between items of one cycle and the next: what a program suggests and what a person decides. */
export class SuccessionRepository {
  constructor(private readonly record: RecordDatabase) {}

  listSuccessions(stateId: number, filter: SuccessionFilter): Promise<Succession[]> {
    const parameters: unknown[] = [
      stateId,
      filter.state ?? null,
      filter.document ?? null,
      filter.after ?? null,
      filter.limit,
    ];
    const sides = `${wordsOfRecommendation('s.earlier_id')} || ${wordsOfRecommendation('s.later_id')}`;
    const found = andHolds(['s.reason', 'p.name'], filter.search, parameters, sides);
    return this.record.current().rows<Succession>(
      `${SUCCESSIONS} AND ($2::text IS NULL OR s.succession_state = $2) AND ($3::text IS NULL OR l.slug = $3) AND ($4::int IS NULL OR s.id > $4) ${found}
       ORDER BY s.id LIMIT $5`,
      parameters,
    );
  }

  /** Held until the transaction ends. */
  findSuccession(stateId: number, id: number): Promise<Succession | null> {
    return this.record
      .current()
      .row<Succession>(`${SUCCESSIONS} AND s.id = $2 FOR UPDATE OF s`, [stateId, id]);
  }

  /** The items of a document as they are compared, in each language that was taken in. */
  listCompared(stateId: number, documentId: number): Promise<ComparedItem[]> {
    return this.record.current().rows<ComparedItem>(
      `SELECT r.id, t.language, concat_ws(' ', CASE WHEN r.role = 'item' THEN x.text END, t.official_text) AS text, r.theme_code AS theme,
              coalesce((SELECT array_agg(DISTINCT concat_ws(' ', a.instrument_code, a.article)) FROM article_reference a
                        WHERE a.state_id = r.state_id AND a.paragraph_id = r.paragraph_id), '{}') AS articles
       FROM recommendation r
       JOIN recommendation_text t ON t.state_id = r.state_id AND t.recommendation_id = r.id AND t.official_text IS NOT NULL
       LEFT JOIN paragraph_text x ON x.state_id = r.state_id AND x.paragraph_id = r.paragraph_id AND x.language = t.language
       WHERE r.state_id = $1 AND r.document_id = $2 ORDER BY r.position, t.language`,
      [stateId, documentId],
    );
  }

  /** Pairs that are there already, also rejected ones, stay as they are. Answers how many are new. */
  async suggest(
    stateId: number,
    laterDocumentId: number,
    suggestions: readonly SuggestedSuccession[],
  ): Promise<number> {
    return this.record.current().execute(
      `INSERT INTO recommendation_succession (state_id, earlier_id, later_document_id, later_id, kind, score, likeness)
       SELECT $1, g.earlier, $2, g.later, g.kind, (g.likeness ->> 'score')::real, g.likeness
       FROM jsonb_to_recordset($3::jsonb) AS g(earlier int, later int, kind text, likeness jsonb)
       ON CONFLICT ON CONSTRAINT uq_recommendation_succession_pair DO NOTHING`,
      [stateId, laterDocumentId, JSON.stringify(suggestions)],
    );
  }

  /** A link that a person saw. Answers its id; null where the pair is there already. */
  async addSuccession(
    stateId: number,
    pair: { readonly earlierId: number; readonly laterDocumentId: number; readonly laterId: number | null },
    decision: SuccessionDecision,
  ): Promise<number | null> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO recommendation_succession (state_id, earlier_id, later_document_id, later_id, kind, succession_state, person_id, reason, decided_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, to_timestamp($9::float8 / 1000))
       ON CONFLICT ON CONSTRAINT uq_recommendation_succession_pair DO NOTHING RETURNING id`,
      [
        stateId,
        pair.earlierId,
        pair.laterDocumentId,
        pair.laterId,
        decision.kind,
        decision.state,
        decision.personId,
        decision.reason,
        decision.decidedAt,
      ],
    );
    return saved?.id ?? null;
  }

  async decide(stateId: number, id: number, decision: SuccessionDecision): Promise<void> {
    await this.record.current().execute(
      `UPDATE recommendation_succession SET succession_state = $3, kind = $4, person_id = $5, reason = $6, decided_at = to_timestamp($7::float8 / 1000)
       WHERE state_id = $1 AND id = $2`,
      [stateId, id, decision.state, decision.kind, decision.personId, decision.reason, decision.decidedAt],
    );
  }

  /** Nobody has decided on it. */
  async suggestAgain(stateId: number, id: number, kind: SuccessionKind): Promise<void> {
    await this.record.current().execute(
      `UPDATE recommendation_succession SET succession_state = 'suggested', kind = $3, person_id = NULL, reason = NULL, decided_at = NULL
       WHERE state_id = $1 AND id = $2`,
      [stateId, id, kind],
    );
  }

  /** An item and its document by its public address. */
  findItem(
    stateId: number,
    publicId: string,
  ): Promise<{ readonly id: number; readonly documentId: number; readonly code: string } | null> {
    return this.record
      .current()
      .row(
        `SELECT id, document_id AS "documentId", code FROM recommendation WHERE state_id = $1 AND public_id = $2`,
        [stateId, publicId],
      );
  }

  /** Whether the second document is a later one on the same instrument, or on the treaty that it is reported on within. */
  async goesOn(stateId: number, earlierDocument: number, laterDocument: number): Promise<boolean> {
    const row = await this.record.current().row(
      `SELECT 1 FROM document e JOIN instrument i ON i.code = e.instrument_code
       JOIN document l ON l.state_id = e.state_id AND l.mechanism_code = e.mechanism_code AND l.adopted_on > e.adopted_on
         AND l.instrument_code IN (e.instrument_code, i.reported_within)
       WHERE e.state_id = $1 AND e.id = $2 AND l.id = $3`,
      [stateId, earlierDocument, laterDocument],
    );
    return row !== null;
  }
}
