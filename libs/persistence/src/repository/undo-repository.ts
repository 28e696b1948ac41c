import type {
  AuditAction,
  AuditSubjectKind,
  CivilDate,
  Instant,
  NewestAct,
  SubmissionStand,
  SubmissionStep,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** Where the acts on a thing stand in the audit. */
export interface ActedOn {
  readonly subjectKind: AuditSubjectKind;
  readonly subjectId: string;
  readonly actions: readonly AuditAction[];
  /** Which of several things of that subject, by a field of the entry; null: the subject itself. */
  readonly part: { readonly field: string; readonly value: string } | null;
}

/** The newest act, with what it changed. */
export interface FoundAct extends NewestAct {
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
}

/** What undoing reads and writes. In the transaction of the undoing. */
export class UndoRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest of these acts on it, or that one of them was undone. */
  findNewest(stateId: number, { subjectKind, subjectId, actions, part }: ActedOn): Promise<FoundAct | null> {
    return this.record.current().row<FoundAct>(
      `SELECT action, person_id AS "personId", happened_at AS at, before, after FROM audit_entry
       WHERE state_id = $1 AND subject_kind = $2 AND subject_id = $3
         AND (action = ANY($4) OR (action = 'change.undone' AND after->>'undone' = ANY($4)))
         AND ($5::text IS NULL OR coalesce(after->>$5, before->>$5) = $6)
       ORDER BY position DESC LIMIT 1`,
      [stateId, subjectKind, subjectId, [...actions], part?.field ?? null, part?.value ?? null],
    );
  }

  /** What tells of an act that was undone does not leave. False where some of it has left, or is on its way. */
  async withdrawMails(stateId: number, heldFor: string, at: Instant): Promise<boolean> {
    const row = await this.record.current().row<{ left: boolean }>(
      `WITH held AS (SELECT id, attempts FROM message WHERE state_id = $1 AND held_for = $2 FOR UPDATE),
       old AS (UPDATE message m SET delivery_state = 'superseded' FROM held
               WHERE m.state_id = $1 AND m.id = held.id AND held.attempts = 0 RETURNING m.id),
       told AS (INSERT INTO delivery (state_id, message_id, attempt, outcome, happened_at)
                SELECT $1, id, 0, 'withdrawn', to_timestamp($3::float8 / 1000) FROM old)
       SELECT EXISTS (SELECT FROM held WHERE attempts > 0) AS left`,
      [stateId, heldFor, at],
    );
    return row?.left !== true;
  }

  /** Puts a submission back to where it stood; what the sweep thinks of its recommendation is stale from here on. */
  async undoStep(
    stateId: number,
    id: number,
    undone: {
      readonly step: SubmissionStep;
      readonly from: string;
      readonly stand: SubmissionStand;
      /** As they stood before. */
      readonly submittedOn: CivilDate | null;
      readonly decidedOn: CivilDate | null;
      readonly reason: string | null;
      readonly personId: number;
      readonly actor: string;
      readonly at: Instant;
    },
  ): Promise<void> {
    const sql = this.record.current();
    const { state, revision } = undone.stand;
    await sql.execute(
      `WITH back AS (
         UPDATE submission SET submission_state = $3, revision = $4, version = version + 1, submitted_on = $5::date, decided_on = $6::date, reason = $7
         WHERE state_id = $1 AND id = $2 RETURNING version)
       INSERT INTO submission_history (state_id, submission_id, version, step, from_state, to_state, revision, person_id, actor, happened_at)
       SELECT $1, $2, version, $8, $9, $3, $4, $10, $11, to_timestamp($12::float8 / 1000) FROM back`,
      [
        ...[stateId, id, state, revision, undone.submittedOn, undone.decidedOn, undone.reason],
        ...[undone.step, undone.from, undone.personId, undone.actor, undone.at],
      ],
    );
    await sql.execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1 FROM submission s JOIN obligation o ON o.state_id = s.state_id AND o.id = s.obligation_id
       WHERE s.state_id = $1 AND s.id = $2 AND r.state_id = o.state_id AND r.id = o.recommendation_id`,
      [stateId, id],
    );
  }
}
