import type {
  AuthorKind,
  CivilDate,
  Instant,
  Role,
  SubmissionStand,
  SubmissionState,
  SubmissionStep,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export type SubmissionLanguage = 'en' | 'es';
export type SubmissionTexts = Partial<Readonly<Record<SubmissionLanguage, string>>>;

/** What a submission answers. */
export interface SubmittedObligation {
  readonly id: number;
  readonly institutionId: number | null;
  readonly indicatorId: number | null;
  readonly periodStartOn: CivilDate | null;
  readonly periodEndOn: CivilDate | null;
}

export interface SubmissionPeriod {
  readonly startOn: CivilDate;
  readonly endOn: CivilDate;
}

export interface KeptSubmission {
  readonly id: number;
  readonly state: SubmissionState;
  readonly revision: number;
  readonly version: number;
  readonly authorKind: AuthorKind;
  readonly personId: number | null;
  readonly organisation: string | null;
  readonly obligationId: number | null;
  readonly institutionId: number | null;
  readonly institution: string | null;
  readonly recommendationId: number;
  readonly publicId: string;
  readonly periodStartOn: CivilDate | null;
  readonly periodEndOn: CivilDate | null;
  readonly submittedOn: CivilDate | null;
}

export interface NewSubmission {
  readonly obligationId: number | null;
  readonly recommendationId: number | null;
  readonly authorKind: AuthorKind;
  readonly personId: number | null;
  readonly organisation: string | null;
  readonly period: SubmissionPeriod | null;
}

/** One step of a submission, as it is kept in its history. */
export interface KeptStep {
  readonly version: number;
  readonly step: SubmissionStep;
  readonly from: SubmissionState | null;
  readonly to: SubmissionState;
  readonly revision: number;
  readonly personId: number | null;
  readonly personName: string | null;
  readonly actor: Role | 'rule' | 'mail_link';
  readonly reason: string | null;
  readonly happenedAt: Instant;
}

export interface TakenStep {
  readonly step: SubmissionStep;
  readonly from: SubmissionState | null;
  readonly stand: SubmissionStand;
  readonly personId: number | null;
  readonly actor: Role | 'rule' | 'mail_link';
  readonly reason: string | null;
  readonly on: CivilDate;
  readonly at: Instant;
}

/** What is sent in, step by step. Each step moves the version and leaves a line in the history, in one statement after another. */
export class SubmissionRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Held until the transaction ends, so that two first drafts for it come one after another. */
  lockObligation(stateId: number, id: number): Promise<SubmittedObligation | null> {
    return this.record.current().row<SubmittedObligation>(
      `SELECT id, institution_id AS "institutionId", indicator_id AS "indicatorId", period_start_on AS "periodStartOn", period_end_on AS "periodEndOn"
       FROM obligation WHERE state_id = $1 AND id = $2 FOR UPDATE`,
      [stateId, id],
    );
  }

  findRecommendation(stateId: number, publicId: string): Promise<{ readonly id: number } | null> {
    return this.record
      .current()
      .row<{ id: number }>(`SELECT id FROM recommendation WHERE state_id = $1 AND public_id = $2`, [
        stateId,
        publicId,
      ]);
  }

  /** The submission for it that is not settled yet. */
  findOpen(stateId: number, obligationId: number): Promise<{ readonly id: number } | null> {
    return this.record.current().row<{ id: number }>(
      `SELECT id FROM submission WHERE state_id = $1 AND obligation_id = $2 AND submission_state IN ('draft', 'submitted', 'returned')
       ORDER BY id DESC LIMIT 1`,
      [stateId, obligationId],
    );
  }

  findAccepted(stateId: number, obligationId: number): Promise<{ readonly id: number } | null> {
    return this.record
      .current()
      .row(
        `SELECT id FROM submission WHERE state_id = $1 AND obligation_id = $2 AND submission_state = 'accepted' ORDER BY id DESC LIMIT 1`,
        [stateId, obligationId],
      );
  }

  /** What a person handed in for it by the link of a mail since then, the newest. */
  findSentByMail(
    stateId: number,
    { obligationId, personId, since }: { obligationId: number; personId: number; since: Instant },
  ): Promise<{ readonly id: number; readonly revision: number } | null> {
    return this.record.current().row(
      `SELECT h.submission_id AS id, h.revision FROM submission_history h JOIN submission s ON s.state_id = h.state_id AND s.id = h.submission_id
       WHERE h.state_id = $1 AND s.obligation_id = $2 AND h.person_id = $3 AND h.actor = 'mail_link' AND h.step = 'submit'
         AND h.happened_at >= to_timestamp($4::float8 / 1000) ORDER BY h.id DESC LIMIT 1`,
      [stateId, obligationId, personId, since],
    );
  }

  lockSubmission(stateId: number, id: number): Promise<KeptSubmission | null> {
    return this.record.current().row<KeptSubmission>(
      `SELECT s.id, s.submission_state AS state, s.revision, s.version, s.author_kind AS "authorKind", s.person_id AS "personId", s.organisation,
         s.obligation_id AS "obligationId", o.institution_id AS "institutionId", n.code AS institution, r.id AS "recommendationId", r.public_id AS "publicId",
         coalesce(o.period_start_on, s.period_start_on) AS "periodStartOn", coalesce(o.period_end_on, s.period_end_on) AS "periodEndOn",
         s.submitted_on AS "submittedOn"
       FROM submission s
       LEFT JOIN obligation o ON o.state_id = s.state_id AND o.id = s.obligation_id
       LEFT JOIN institution n ON n.state_id = o.state_id AND n.id = o.institution_id
       JOIN recommendation r ON r.state_id = s.state_id AND r.id = coalesce(s.recommendation_id, o.recommendation_id)
       WHERE s.state_id = $1 AND s.id = $2 FOR UPDATE OF s`,
      [stateId, id],
    );
  }

  async addSubmission(stateId: number, submission: NewSubmission): Promise<number> {
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO submission (state_id, obligation_id, recommendation_id, author_kind, person_id, organisation, period_start_on, period_end_on,
         submission_state, version)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'draft', 0) RETURNING id`,
      [
        stateId,
        submission.obligationId,
        submission.recommendationId,
        submission.authorKind,
        submission.personId,
        submission.organisation,
        submission.period?.startOn ?? null,
        submission.period?.endOn ?? null,
      ],
    );
    return row?.id ?? 0;
  }

  /** The texts of a revision, whole: a language that is not given is gone. */
  async setDraft(
    stateId: number,
    id: number,
    revision: number,
    draft: {
      readonly texts: SubmissionTexts;
      readonly organisation: string | null;
      readonly period: SubmissionPeriod | null;
    },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE submission SET organisation = $3, period_start_on = $4, period_end_on = $5 WHERE state_id = $1 AND id = $2`,
      [stateId, id, draft.organisation, draft.period?.startOn ?? null, draft.period?.endOn ?? null],
    );
    await sql.execute(
      `DELETE FROM submission_text WHERE state_id = $1 AND submission_id = $2 AND revision = $3`,
      [stateId, id, revision],
    );
    await sql.execute(
      `INSERT INTO submission_text (state_id, submission_id, revision, language, text)
       SELECT $1, $2, $3, e.key, e.value FROM jsonb_each_text($4::jsonb) e`,
      [stateId, id, revision, JSON.stringify(draft.texts)],
    );
  }

  /** A returned text is where its next revision begins. */
  async copyTexts(stateId: number, id: number, from: number, to: number): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO submission_text (state_id, submission_id, revision, language, text)
       SELECT state_id, submission_id, $4, language, text FROM submission_text WHERE state_id = $1 AND submission_id = $2 AND revision = $3`,
      [stateId, id, from, to],
    );
  }

  async hasText(stateId: number, id: number, revision: number): Promise<boolean> {
    const row = await this.record
      .current()
      .row(
        `SELECT FROM submission_text WHERE state_id = $1 AND submission_id = $2 AND revision = $3 LIMIT 1`,
        [stateId, id, revision],
      );
    return row !== null;
  }

  /** What the sweep thinks of its recommendation is stale from here on. Answers the new version. */
  async takeStep(stateId: number, id: number, taken: TakenStep): Promise<number> {
    const sql = this.record.current();
    const { state, revision } = taken.stand;
    const decided = state === 'accepted' || state === 'returned';
    const row = await sql.row<{ version: number }>(
      `UPDATE submission SET submission_state = $3, revision = $4, version = version + 1,
         submitted_on = CASE WHEN $5 THEN $6::date ELSE submitted_on END,
         decided_on = CASE WHEN $7 THEN $6::date END, reason = CASE WHEN $7 THEN $8 ELSE reason END
       WHERE state_id = $1 AND id = $2 RETURNING version`,
      [stateId, id, state, revision, taken.step === 'submit', taken.on, decided, taken.reason],
    );
    const version = row?.version ?? 0;
    await sql.execute(
      `INSERT INTO submission_history (state_id, submission_id, version, step, from_state, to_state, revision, person_id, actor, reason, happened_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, to_timestamp($11::float8 / 1000))`,
      [
        stateId,
        id,
        version,
        taken.step,
        taken.from,
        state,
        revision,
        taken.personId,
        taken.actor,
        taken.reason,
        taken.at,
      ],
    );
    if (taken.from !== state)
      await sql.execute(
        `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1 FROM submission s JOIN obligation o ON o.state_id = s.state_id AND o.id = s.obligation_id
         WHERE s.state_id = $1 AND s.id = $2 AND r.state_id = o.state_id AND r.id = o.recommendation_id`,
        [stateId, id],
      );
    return version;
  }

  listSteps(stateId: number, id: number): Promise<KeptStep[]> {
    return this.record.current().rows<KeptStep>(
      `SELECT h.version, h.step, h.from_state AS "from", h.to_state AS "to", h.revision, h.person_id AS "personId", p.name AS "personName", h.actor,
         h.reason, h.happened_at AS "happenedAt"
       FROM submission_history h LEFT JOIN person p ON p.id = h.person_id WHERE h.state_id = $1 AND h.submission_id = $2 ORDER BY h.version`,
      [stateId, id],
    );
  }

  async addComment(
    stateId: number,
    id: number,
    comment: {
      readonly personId: number | null;
      readonly actor: Role;
      readonly text: string;
      readonly at: Instant;
    },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO submission_comment (state_id, submission_id, person_id, actor, text, written_at)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))`,
      [stateId, id, comment.personId, comment.actor, comment.text, comment.at],
    );
  }

  /** Whether that person has commented on it on that day of the State. */
  async hasCommented(stateId: number, id: number, personId: number | null, on: CivilDate): Promise<boolean> {
    const row = await this.record.current().row(
      `SELECT FROM submission_comment c JOIN state t ON t.id = c.state_id
       WHERE c.state_id = $1 AND c.submission_id = $2 AND c.person_id IS NOT DISTINCT FROM $3::integer
         AND (c.written_at AT TIME ZONE t.time_zone)::date = $4::date LIMIT 1`,
      [stateId, id, personId, on],
    );
    return row !== null;
  }
}
