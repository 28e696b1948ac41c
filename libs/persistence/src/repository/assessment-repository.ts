import type { AssessmentScale, Assessor, CivilDate, Instant, Openness, SearchQuery } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { searchCondition } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

/** A recommendation as one that is assessed is named. */
export interface AssessedItem {
  readonly publicId: string;
  readonly code: string;
  readonly documentSlug: string;
  readonly titles: Readonly<Record<string, string>>;
}

export interface Assessment {
  readonly id: number;
  readonly item: AssessedItem;
  readonly assessor: Assessor;
  /** Null where a committee has no scale: its words stand alone. */
  readonly graded: {
    readonly scale: string;
    readonly scaleName: Bilingual;
    readonly version: string;
    /** Null: the scale is ours. */
    readonly mechanism: string | null;
    readonly grade: string;
    readonly gradeName: Bilingual;
  } | null;
  readonly assessedOn: CivilDate;
  readonly text: string;
  readonly language: string;
  readonly symbol: string | null;
  readonly paragraph: string | null;
  readonly source: string | null;
  readonly supersedes: number | null;
  readonly supersedeReason: string | null;
  readonly supersededBy: number | null;
  /** Null: confidential. */
  readonly publishedOn: CivilDate | null;
  readonly withdrawnOn: CivilDate | null;
  readonly withdrawnReason: string | null;
}

export interface AssessmentFilter {
  readonly search: SearchQuery | null;
  /** Of the reader: whose empty words are left out of a search. */
  readonly language: string;
  readonly assessor: Assessor | null;
  readonly grade: string | null;
  /** Slug of the document with the recommendations. */
  readonly document: string | null;
  /** Public address of the one recommendation. */
  readonly recommendation: string | null;
  /** Id before which the page begins: newest first. */
  readonly before: number | null;
  readonly limit: number;
}

export interface NewAssessment {
  readonly recommendationId: number;
  readonly code: string;
  readonly assessor: Assessor;
  readonly scale: string | null;
  readonly grade: string | null;
  readonly assessedOn: CivilDate;
  readonly text: string;
  readonly language: string;
  readonly symbol: string | null;
  readonly paragraph: string | null;
  readonly source: string | null;
  readonly supersedes: number | null;
  readonly supersedeReason: string | null;
  readonly personId: number | null;
  readonly recordedAt: Instant;
}

/** One that is to be published, withdrawn or superseded, as far as that has to be known. */
export interface StandingAssessment {
  readonly id: number;
  readonly recommendationId: number;
  readonly publicId: string;
  readonly assessor: Assessor;
  readonly scale: string | null;
  readonly grade: string | null;
  readonly openness: Openness;
  readonly withdrawn: boolean;
  readonly superseded: boolean;
}

/** A recommendation that is assessed or decided on. */
export interface SubjectItem {
  readonly id: number;
  readonly publicId: string;
  readonly code: string;
  readonly mechanism: string;
  readonly adoptedOn: CivilDate | null;
  readonly implementedOn: CivilDate | null;
}

/** The ombudsperson's, confidential ones too; the State's and the committee's are all public. */
const OWN = `(
  SELECT x.*, p.happened_on AS published_on, w.happened_on AS withdrawn_on, w.reason AS withdrawn_reason, s.id AS superseded_by
  FROM assessment x
  LEFT JOIN assessment_event p ON p.state_id = x.state_id AND p.assessment_id = x.id AND p.kind = 'published'
  LEFT JOIN assessment_event w ON w.state_id = x.state_id AND w.assessment_id = x.id AND w.kind = 'withdrawn'
  LEFT JOIN assessment s ON s.state_id = x.state_id AND s.supersedes_id = x.id
  WHERE x.assessor = 'ombudsperson')`;

const ASSESSMENTS = (from: string): string => `
  SELECT a.id, a.assessor, a.assessed_on AS "assessedOn", a.text, a.language, a.symbol, a.paragraph, a.source, a.supersedes_id AS supersedes,
         a.supersede_reason AS "supersedeReason", a.superseded_by AS "supersededBy", a.published_on AS "publishedOn",
         a.withdrawn_on AS "withdrawnOn", a.withdrawn_reason AS "withdrawnReason",
         jsonb_build_object('publicId', r.public_id, 'code', r.code, 'documentSlug', d.slug, 'titles', coalesce((
           SELECT jsonb_object_agg(t.language, t.title) FROM public_recommendation_text t
           WHERE t.state_id = r.state_id AND t.recommendation_id = r.id AND t.title IS NOT NULL), '{}')) AS item,
         CASE WHEN g.code IS NULL THEN NULL ELSE jsonb_build_object('scale', c.code, 'scaleName', c.name, 'version', c.version,
           'mechanism', c.mechanism_code, 'grade', g.code, 'gradeName', g.name) END AS graded
  FROM ${from} a
  JOIN public_recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
  JOIN public_document d ON d.state_id = r.state_id AND d.id = r.document_id
  LEFT JOIN public_assessment_scale c ON c.code = a.scale_code
  LEFT JOIN public_assessment_grade g ON g.scale_code = a.scale_code AND g.code = a.grade_code
  WHERE a.state_id = $1`;

const SUBJECT = `
  SELECT r.id, r.public_id AS "publicId", r.code, d.mechanism_code AS mechanism, d.adopted_on AS "adoptedOn", r.implemented_on AS "implementedOn"
  FROM recommendation r JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id
  WHERE r.state_id = $1 AND r.public_id = $2`;

/** Assessments, each of which is written once. */
export class AssessmentRepository {
  constructor(private readonly record: RecordDatabase) {}

  listScales(): Promise<AssessmentScale[]> {
    return this.record.runShared((sql) =>
      sql.rows<AssessmentScale>(
        `SELECT c.code, c.mechanism_code AS mechanism, c.version, c.name, c.valid_from AS "validFrom", c.valid_until AS "validUntil",
                c.doubtful, c.source,
                (SELECT jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name) ORDER BY g.position)
                 FROM public_assessment_grade g WHERE g.scale_code = c.code) AS grades
         FROM public_assessment_scale c ORDER BY c.position`,
      ),
    );
  }

  /** As the public reads them. */
  listPublished(stateId: number, filter: AssessmentFilter): Promise<Assessment[]> {
    const { text, parameters } = listing('public_assessment', stateId, filter);
    return this.record.runPublic(stateId, (sql) => sql.rows<Assessment>(text, parameters));
  }

  /** As the ombudsperson reads the office's own. */
  listOwn(stateId: number, filter: AssessmentFilter): Promise<Assessment[]> {
    const { text, parameters } = listing(OWN, stateId, filter);
    return this.record.current().rows<Assessment>(text, parameters);
  }

  findItem(stateId: number, publicId: string): Promise<SubjectItem | null> {
    return this.record.current().row<SubjectItem>(SUBJECT, [stateId, publicId]);
  }

  /** Held until the transaction ends: what is recorded about a recommendation is recorded one after the other. */
  lockItem(stateId: number, publicId: string): Promise<SubjectItem | null> {
    return this.record.current().row<SubjectItem>(`${SUBJECT} FOR UPDATE OF r`, [stateId, publicId]);
  }

  /** Held until the transaction ends. */
  lockAssessment(stateId: number, id: number): Promise<StandingAssessment | null> {
    return this.record.current().row<StandingAssessment>(
      `SELECT a.id, a.recommendation_id AS "recommendationId", r.public_id AS "publicId", a.assessor, a.scale_code AS scale, a.grade_code AS grade,
              CASE WHEN EXISTS (SELECT FROM assessment_event e WHERE e.state_id = a.state_id AND e.assessment_id = a.id AND e.kind = 'published')
                THEN 'published' ELSE 'confidential' END AS openness,
              EXISTS (SELECT FROM assessment_event e WHERE e.state_id = a.state_id AND e.assessment_id = a.id AND e.kind = 'withdrawn') AS withdrawn,
              EXISTS (SELECT FROM assessment s WHERE s.state_id = a.state_id AND s.supersedes_id = a.id) AS superseded
       FROM assessment a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       WHERE a.state_id = $1 AND a.id = $2 FOR UPDATE OF r`,
      [stateId, id],
    );
  }

  async addAssessment(stateId: number, assessment: NewAssessment): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO assessment (state_id, recommendation_id, assessor, scale_code, grade_code, assessed_on, text, language, symbol, paragraph, source,
                               supersedes_id, supersede_reason, person_id, recorded_at, vector)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, to_timestamp($15::float8 / 1000),
               ('''~' || $1::smallint || '''')::tsvector || search_vector('simple', concat_ws(' ', $16::text, $9::text, $11::text))
                 || search_vector(search_language($8::text), concat_ws(' ', $7::text, $13::text)))
       RETURNING id`,
      [
        stateId,
        assessment.recommendationId,
        assessment.assessor,
        assessment.scale,
        assessment.grade,
        assessment.assessedOn,
        assessment.text,
        assessment.language,
        assessment.symbol,
        assessment.paragraph,
        assessment.source,
        assessment.supersedes,
        assessment.supersedeReason,
        assessment.personId,
        assessment.recordedAt,
        assessment.code,
      ],
    );
    return saved!.id;
  }

  async addEvent(
    stateId: number,
    event: {
      readonly assessmentId: number;
      readonly kind: 'published' | 'withdrawn';
      readonly on: CivilDate;
      readonly reason: string | null;
      readonly personId: number | null;
      readonly at: Instant;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO assessment_event (state_id, assessment_id, kind, happened_on, reason, person_id, happened_at)
       VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))`,
      [stateId, event.assessmentId, event.kind, event.on, event.reason, event.personId, event.at],
    );
  }

  /** Codes of the recommendations of a document that were assessed, decided on, formally asked about or spoken of in a statement, whatever became of it. */
  async listJudgedCodes(stateId: number, documentId: number): Promise<string[]> {
    const rows = await this.record.current().rows<{ code: string }>(
      `SELECT r.code FROM recommendation r WHERE r.state_id = $1 AND r.document_id = $2
         AND (EXISTS (SELECT FROM assessment a WHERE a.state_id = r.state_id AND a.recommendation_id = r.id)
           OR EXISTS (SELECT FROM implementation_decision i WHERE i.state_id = r.state_id AND i.recommendation_id = r.id)
           OR EXISTS (SELECT FROM information_request q WHERE q.state_id = r.state_id AND q.recommendation_id = r.id)
           OR EXISTS (SELECT FROM statement_recommendation s WHERE s.state_id = r.state_id AND s.recommendation_id = r.id))
       ORDER BY r.position`,
      [stateId, documentId],
    );
    return rows.map(({ code }) => code);
  }
}

function listing(from: string, stateId: number, filter: AssessmentFilter) {
  const parameters: unknown[] = [
    stateId,
    filter.assessor,
    filter.grade,
    filter.document,
    filter.recommendation,
    filter.before,
    filter.limit,
  ];
  const found = filter.search
    ? `AND ${searchCondition('a.vector', { query: filter.search, language: filter.language }, stateId, parameters)}`
    : '';
  return {
    text: `${ASSESSMENTS(from)} AND ($2::text IS NULL OR a.assessor = $2) AND ($3::text IS NULL OR a.grade_code = $3)
      AND ($4::text IS NULL OR d.slug = $4) AND ($5::text IS NULL OR r.public_id = $5) AND ($6::int IS NULL OR a.id < $6) ${found}
      ORDER BY a.id DESC LIMIT $7`,
    parameters,
  };
}
