import type { CivilDate, Deadline, DeadlineOrigin } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { keepStepsOfRecorded } from './recorded-submission.js';
import type { Bilingual } from './state-repository.js';

export interface NewObligation {
  readonly recommendationId: number;
  readonly institutionId: number | null;
  readonly indicatorId: number | null;
  readonly kind: string;
  readonly title: Bilingual;
  readonly required: boolean;
  readonly period: { readonly startOn: CivilDate; readonly endOn: CivilDate } | null;
  readonly deadlineId: number;
}

export interface NewDeadline {
  readonly documentId: number | null;
  readonly purpose: string;
  readonly deadline: Deadline;
  readonly timeZone: string;
  readonly basis: Bilingual;
  readonly changedAt: number;
  /** `entered` where it is left out. */
  readonly origin?: DeadlineOrigin;
  readonly ruleCode?: string | null;
  readonly paragraphs?: readonly string[];
  /** Who, where it was no person. */
  readonly actor?: string;
}

/** What people add to a recommendation: our title, its theme, what is owed for it and by when. */
export class RecommendationRepository {
  constructor(private readonly record: RecordDatabase) {}

  async describe(
    stateId: number,
    recommendationId: number,
    description: { readonly title: Bilingual; readonly themeCode: string },
  ): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `UPDATE recommendation SET theme_code = $3, version = version + 1 WHERE state_id = $1 AND id = $2`,
      [stateId, recommendationId, description.themeCode],
    );
    for (const language of ['en', 'es'] as const) {
      await sql.execute(
        `INSERT INTO recommendation_text (state_id, recommendation_id, language, title) VALUES ($1, $2, $3, $4)
         ON CONFLICT ON CONSTRAINT pk_recommendation_text DO UPDATE SET title = excluded.title`,
        [stateId, recommendationId, language, description.title[language]],
      );
    }
  }

  /** How a recommendation is called and addressed. */
  findLabel(
    stateId: number,
    recommendationId: number,
  ): Promise<{
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  } | null> {
    return this.record.current().row(
      `SELECT r.public_id AS "publicId", r.code, coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') AS titles
       FROM recommendation r LEFT JOIN recommendation_text t ON t.state_id = r.state_id AND t.recommendation_id = r.id
       WHERE r.state_id = $1 AND r.id = $2 GROUP BY r.public_id, r.code`,
      [stateId, recommendationId],
    );
  }

  /** The same of one that is named by its public address. */
  findByPublicId(
    stateId: number,
    publicId: string,
  ): Promise<{
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  } | null> {
    return this.record.current().row(
      `SELECT r.public_id AS "publicId", r.code, coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') AS titles
       FROM recommendation r LEFT JOIN recommendation_text t ON t.state_id = r.state_id AND t.recommendation_id = r.id
       WHERE r.state_id = $1 AND r.public_id = $2 GROUP BY r.public_id, r.code`,
      [stateId, publicId],
    );
  }

  /** Saves the deadline and the first line of its history. */
  async saveDeadline(stateId: number, deadline: NewDeadline): Promise<number> {
    const sql = this.record.current();
    const dueOn = deadline.deadline.certainty === 'confirmed' ? deadline.deadline.dueOn : null;
    const dueYear = deadline.deadline.certainty === 'estimated' ? deadline.deadline.year : null;
    const basis = JSON.stringify(deadline.basis);
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO deadline (state_id, document_id, purpose, certainty, due_on, due_year, time_zone, basis, origin, rule_code, paragraphs)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
      [
        stateId,
        deadline.documentId,
        deadline.purpose,
        deadline.deadline.certainty,
        dueOn,
        dueYear,
        deadline.timeZone,
        basis,
        deadline.origin ?? 'entered',
        deadline.ruleCode ?? null,
        [...(deadline.paragraphs ?? [])],
      ],
    );
    await sql.execute(
      `INSERT INTO deadline_history (state_id, deadline_id, version, certainty, due_on, due_year, basis, changed_at, origin, actor)
       VALUES ($1, $2, 1, $3, $4, $5, $6, to_timestamp($7::float8 / 1000), $8, $9)`,
      [
        stateId,
        saved!.id,
        deadline.deadline.certainty,
        dueOn,
        dueYear,
        basis,
        deadline.changedAt,
        deadline.origin ?? 'entered',
        deadline.actor ?? null,
      ],
    );
    return saved!.id;
  }

  async saveObligation(stateId: number, obligation: NewObligation): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO obligation (state_id, recommendation_id, institution_id, indicator_id, deadline_id, kind, title, required, period_start_on, period_end_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        stateId,
        obligation.recommendationId,
        obligation.institutionId,
        obligation.indicatorId,
        obligation.deadlineId,
        obligation.kind,
        JSON.stringify(obligation.title),
        obligation.required,
        obligation.period?.startOn ?? null,
        obligation.period?.endOn ?? null,
      ],
    );
    return saved!.id;
  }

  /** Public addresses by code. */
  async listPublicIds(stateId: number, documentId: number): Promise<Map<string, string>> {
    const rows = await this.record
      .current()
      .rows<{ code: string; publicId: string }>(
        `SELECT code, public_id AS "publicId" FROM recommendation WHERE state_id = $1 AND document_id = $2 ORDER BY position`,
        [stateId, documentId],
      );
    return new Map(rows.map(({ code, publicId }) => [code, publicId]));
  }

  async saveSubmission(
    stateId: number,
    submission: {
      readonly obligationId: number;
      readonly submittedOn: CivilDate;
      readonly state: 'submitted' | 'accepted';
      readonly decidedOn: CivilDate | null;
    },
  ): Promise<number> {
    const row = await this.record
      .current()
      .row<{ id: number }>(
        `INSERT INTO submission (state_id, obligation_id, submitted_on, submission_state, decided_on) VALUES ($1, $2, $3, $4, $5) RETURNING id`,
        [stateId, submission.obligationId, submission.submittedOn, submission.state, submission.decidedOn],
      );
    await keepStepsOfRecorded(this.record.current(), stateId);
    return row!.id;
  }
}
