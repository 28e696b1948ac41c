import type { CivilDate, EvidenceKind, EvidenceTerm, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import { andHolds } from './search-condition.js';
import type { ListSearch } from './search-condition.js';

/** What a link answered when it was last asked. */
export interface LinkState {
  readonly checkedAt: Instant;
  readonly outcome: 'reachable' | 'broken' | 'refused';
  /** Named reason; the words are in libs/messages. */
  readonly detail: string;
  readonly httpStatus: number | null;
  readonly brokenSince: Instant | null;
}

export interface StoredFile {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
}

/** Evidence as it is read: everything but the bytes. */
export interface EvidenceEntry extends EvidenceTerm {
  readonly id: number;
  readonly recommendation: string;
  readonly actionId: number | null;
  /** The answer that it came with; null also where it is read by everybody. */
  readonly submissionId: number | null;
  readonly institution: PublicInstitution;
  readonly language: string;
  readonly title: string;
  readonly kind: EvidenceKind;
  readonly file: (StoredFile & { readonly name: string }) | null;
  readonly url: string | null;
  readonly recordedAt: Instant;
  readonly published: boolean;
  readonly withdrawnOn: CivilDate | null;
  readonly withdrawalReason: string | null;
  readonly link: LinkState | null;
}

export interface NewEvidence extends EvidenceTerm {
  readonly recommendationId: number;
  readonly actionId: number | null;
  readonly submissionId: number | null;
  readonly institutionId: number;
  readonly language: string;
  readonly title: string;
  readonly content:
    | { readonly kind: 'file'; readonly fileId: number; readonly fileName: string }
    | { readonly kind: 'link'; readonly url: string };
  readonly published: boolean;
  readonly recordedBy: number | null;
  readonly recordedAt: Instant;
}

export interface EvidenceFilter {
  /** Only for what is kept. */
  readonly submissionId?: number | null;
  readonly recommendation: string | null;
  readonly actionId: number | null;
  /** Code; null: of all. */
  readonly institution: string | null;
  readonly brokenOnly: boolean;
  readonly search?: ListSearch | undefined;
  readonly before: number | null;
  readonly limit: number;
}

const MILLISECONDS = (column: string): string => `(extract(epoch FROM ${column}) * 1000)::float8`;
const entry = (own: string): string => `SELECT e.id, r.public_id AS recommendation, e.action_id AS "actionId",
    jsonb_build_object('code', n.code, 'name', n.name, 'shortName', n.short_name) AS institution, e.language, e.title, e.kind, e.url,
    CASE WHEN e.file_id IS NULL THEN NULL ELSE jsonb_build_object('name', e.file_name, 'sha256', f.sha256, 'sizeBytes', f.size_bytes, 'mediaType', f.media_type) END AS file,
    e.effective_on AS "effectiveOn", e.expires_on AS "expiresOn", e.recorded_at AS "recordedAt", ${own},
    CASE WHEN c.checked_at IS NULL THEN NULL ELSE jsonb_build_object('checkedAt', ${MILLISECONDS('c.checked_at')}, 'outcome', c.outcome, 'detail', c.detail,
      'httpStatus', c.http_status, 'brokenSince', ${MILLISECONDS('c.broken_since')}) END AS link`;
const KEPT = `${entry(`e.submission_id AS "submissionId", e.published, e.withdrawn_on AS "withdrawnOn", e.withdrawal_reason AS "withdrawalReason"`)}
  FROM evidence e JOIN recommendation r ON r.state_id = e.state_id AND r.id = e.recommendation_id
  JOIN institution n ON n.state_id = e.state_id AND n.id = e.institution_id
  LEFT JOIN evidence_file f ON f.state_id = e.state_id AND f.id = e.file_id LEFT JOIN link_check c ON c.state_id = e.state_id AND c.evidence_id = e.id`;
const PUBLISHED = `${entry(`NULL::int AS "submissionId", true AS published, NULL AS "withdrawnOn", NULL AS "withdrawalReason"`)}
  FROM public_evidence e JOIN public_recommendation r ON r.state_id = e.state_id AND r.id = e.recommendation_id
  JOIN public_institution n ON n.state_id = e.state_id AND n.id = e.institution_id
  CROSS JOIN LATERAL (SELECT e.sha256, e.size_bytes, e.media_type) f CROSS JOIN LATERAL (SELECT e.checked_at, e.outcome, e.detail, e.http_status, e.broken_since) c`;
/** Evidence that came with an answer stands behind nothing before that is accepted. */
const STANDS = `(submission_id IS NULL OR EXISTS (SELECT FROM submission s WHERE s.state_id = e.state_id AND s.id = e.submission_id AND s.submission_state = 'accepted'))`;
/** What is said of a piece of evidence; what stands in its file is not read. */
const SHOWN = [
  ...['e.title', 'e.file_name', 'e.url'],
  ...['n.name', 'n.short_name'].flatMap((of) => [`${of}->>'en'`, `${of}->>'es'`]),
];
const where = (
  found: string,
): string => `WHERE e.state_id = $1 AND ($2::text IS NULL OR r.public_id = $2) AND ($3::int IS NULL OR e.action_id = $3)
  AND ($4::text IS NULL OR n.code = $4) AND (NOT $5 OR c.broken_since IS NOT NULL) AND ($6::int IS NULL OR e.id < $6) ${found} ORDER BY e.id DESC LIMIT $7`;

function questionOf(
  stateId: number,
  filter: EvidenceFilter,
): { readonly condition: string; readonly parameters: readonly unknown[] } {
  const parameters: unknown[] = [
    stateId,
    filter.recommendation,
    filter.actionId,
    filter.institution,
    filter.brokenOnly,
    filter.before,
    filter.limit,
  ];
  const found = andHolds(SHOWN, filter.search, parameters);
  const attached = filter.submissionId
    ? ` AND e.submission_id = $${parameters.push(filter.submissionId)}`
    : '';
  return { condition: where(`${found}${attached}`), parameters };
}

/** What proves that something was done. Nothing is deleted: what was withdrawn keeps its row, its bytes and its reason. */
export class EvidenceRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Evidence, public or private, that holds today: not withdrawn, in effect, not expired. */
  async countStandingBehind(stateId: number, recommendationId: number, today: CivilDate): Promise<number> {
    const row = await this.record.current().row<{ count: number }>(
      `SELECT count(*)::int AS count FROM evidence e WHERE state_id = $1 AND recommendation_id = $2 AND withdrawn_on IS NULL AND ${STANDS}
         AND effective_on <= $3 AND (expires_on IS NULL OR expires_on >= $3)`,
      [stateId, recommendationId, today],
    );
    return row?.count ?? 0;
  }

  async addEvidence(stateId: number, evidence: NewEvidence): Promise<number> {
    const { content } = evidence;
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO evidence (state_id, recommendation_id, action_id, institution_id, language, title, kind, file_id, file_name, url, effective_on,
         expires_on, published, recorded_by, recorded_at, submission_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, to_timestamp($15::float8 / 1000), $16) RETURNING id`,
      [
        stateId,
        evidence.recommendationId,
        evidence.actionId,
        evidence.institutionId,
        evidence.language,
        evidence.title,
        content.kind,
        content.kind === 'file' ? content.fileId : null,
        content.kind === 'file' ? content.fileName : null,
        content.kind === 'link' ? content.url : null,
        evidence.effectiveOn,
        evidence.expiresOn,
        evidence.published,
        evidence.recordedBy,
        evidence.recordedAt,
        evidence.submissionId,
      ],
    );
    return row!.id;
  }

  /** Evidence of the same recommendation that holds these bytes and was not withdrawn. */
  findSameFile(
    stateId: number,
    recommendationId: number,
    sha256: string,
  ): Promise<{ readonly id: number } | null> {
    return this.record.current().row<{ id: number }>(
      `SELECT e.id FROM evidence e JOIN evidence_file f ON f.state_id = e.state_id AND f.id = e.file_id
       WHERE e.state_id = $1 AND e.recommendation_id = $2 AND f.sha256 = $3 AND e.withdrawn_on IS NULL ORDER BY e.id LIMIT 1`,
      [stateId, recommendationId, sha256],
    );
  }

  /** Public or not. Locked, so that nobody withdraws it twice. */
  lockEvidence(stateId: number, id: number): Promise<EvidenceEntry | null> {
    return this.record
      .current()
      .row<EvidenceEntry>(`${KEPT} WHERE e.state_id = $1 AND e.id = $2 FOR UPDATE OF e`, [stateId, id]);
  }

  findPublished(stateId: number, id: number): Promise<EvidenceEntry | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row<EvidenceEntry>(`${PUBLISHED} WHERE e.state_id = $1 AND e.id = $2`, [stateId, id]),
    );
  }

  async standAgain(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE evidence SET withdrawn_on = NULL, withdrawal_reason = NULL WHERE state_id = $1 AND id = $2`,
        [stateId, id],
      );
  }

  async withdraw(
    stateId: number,
    id: number,
    withdrawn: { readonly on: CivilDate; readonly reason: string },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE evidence SET withdrawn_on = $3, withdrawal_reason = $4 WHERE state_id = $1 AND id = $2`,
        [stateId, id, withdrawn.on, withdrawn.reason],
      );
  }

  /** Public and private, withdrawn or not; the newest first. */
  listKept(stateId: number, filter: EvidenceFilter): Promise<EvidenceEntry[]> {
    const { condition, parameters } = questionOf(stateId, filter);
    return this.record.current().rows<EvidenceEntry>(`${KEPT} ${condition}`, parameters);
  }

  listPublished(stateId: number, filter: Omit<EvidenceFilter, 'submissionId'>): Promise<EvidenceEntry[]> {
    const { condition, parameters } = questionOf(stateId, filter);
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<EvidenceEntry>(`${PUBLISHED} ${condition}`, parameters),
    );
  }
}
