import type {
  CivilDate,
  Deadline,
  DeadlineCertainty,
  DeadlineOrigin,
  DeadlinePurpose,
  FollowUpRule,
  Instant,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { keepStepsOfRecorded } from './recorded-submission.js';
import type { Bilingual } from './state-repository.js';

/** A rule with its words. */
export interface StoredRule extends FollowUpRule {
  readonly basis: Bilingual;
  readonly source: string;
}

/** A date that a document sets, as it stands now. */
export interface DocumentDeadline {
  readonly id: number;
  readonly documentId: number;
  readonly documentSlug: string;
  readonly purpose: DeadlinePurpose;
  /** Codes of the recommendations that it is for, as the document lists them; none for the next report. */
  readonly paragraphs: readonly string[];
  readonly certainty: DeadlineCertainty;
  readonly dueOn: CivilDate | null;
  readonly dueYear: number | null;
  readonly basis: Bilingual;
  readonly origin: DeadlineOrigin;
  readonly ruleCode: string | null;
  readonly version: number;
  readonly mechanism: string;
  readonly instrument: string;
  readonly adoptedOn: CivilDate | null;
}

export interface DeadlineChange {
  readonly deadline: Deadline;
  readonly basis: Bilingual;
  readonly origin: DeadlineOrigin;
  readonly ruleCode: string | null;
  readonly reason: string | null;
  readonly personId: number | null;
  readonly actor: string;
  readonly changedAt: Instant;
}

const RULE = `code, mechanism_code AS mechanism, instrument_code AS instrument, purpose, valid_from AS "validFrom", valid_until AS "validUntil",
  offset_duration AS offset, items_from AS "itemsFrom", items_to AS "itemsTo", certainty, doubtful, basis, source`;

const DEADLINES = `
  SELECT x.id, x.document_id AS "documentId", d.slug AS "documentSlug", x.purpose, x.paragraphs, x.certainty, x.due_on AS "dueOn", x.due_year AS "dueYear",
         x.basis, x.origin, x.rule_code AS "ruleCode", x.version, d.mechanism_code AS mechanism, d.instrument_code AS instrument,
         d.adopted_on AS "adoptedOn"
  FROM deadline x JOIN document d ON d.state_id = x.state_id AND d.id = x.document_id
  WHERE x.state_id = $1`;

/** Dates that documents set, the rules behind them, and their changes: each is a line of the history, none is written over. */
export class DeadlineRepository {
  constructor(private readonly record: RecordDatabase) {}

  listRules(): Promise<StoredRule[]> {
    return this.record.current().rows<StoredRule>(`SELECT ${RULE} FROM follow_up_rule ORDER BY position`);
  }

  /** Held until the transaction ends. */
  findDeadline(stateId: number, id: number): Promise<DocumentDeadline | null> {
    return this.record
      .current()
      .row<DocumentDeadline>(`${DEADLINES} AND x.id = $2 FOR UPDATE OF x`, [stateId, id]);
  }

  listOfDocument(stateId: number, documentId: number): Promise<DocumentDeadline[]> {
    return this.record
      .current()
      .rows<DocumentDeadline>(`${DEADLINES} AND x.document_id = $2 ORDER BY x.id FOR UPDATE OF x`, [
        stateId,
        documentId,
      ]);
  }

  /** Those that a rule gave, or that no rule was known for: what a changed rule may change. */
  listByRule(stateId: number): Promise<DocumentDeadline[]> {
    return this.record
      .current()
      .rows<DocumentDeadline>(
        `${DEADLINES} AND x.origin IN ('rule', 'no_rule') ORDER BY x.id FOR UPDATE OF x`,
        [stateId],
      );
  }

  /** Changes what is due, keeps what it was, and has the recommendations looked at again that hang on it. */
  async changeDeadline(stateId: number, id: number, change: DeadlineChange): Promise<number> {
    const sql = this.record.current();
    const dueOn = change.deadline.certainty === 'confirmed' ? change.deadline.dueOn : null;
    const dueYear = change.deadline.certainty === 'estimated' ? change.deadline.year : null;
    const saved = await sql.row<{ version: number }>(
      `WITH changed AS (
         UPDATE deadline SET certainty = $3, due_on = $4, due_year = $5, basis = $6, origin = $7, rule_code = $8, version = version + 1
         WHERE state_id = $1 AND id = $2 RETURNING version),
       kept AS (
         INSERT INTO deadline_history (state_id, deadline_id, version, certainty, due_on, due_year, basis, origin, reason, person_id, actor, changed_at)
         SELECT $1, $2, version, $3, $4, $5, $6, $7, $9, $10, $11, to_timestamp($12::float8 / 1000) FROM changed)
       SELECT version FROM changed`,
      [
        stateId,
        id,
        change.deadline.certainty,
        dueOn,
        dueYear,
        JSON.stringify(change.basis),
        change.origin,
        change.ruleCode,
        change.reason,
        change.personId,
        change.actor,
        change.changedAt,
      ],
    );
    await sql.execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1 FROM obligation o
       WHERE r.state_id = $1 AND o.state_id = $1 AND o.recommendation_id = r.id AND o.deadline_id = $2`,
      [stateId, id],
    );
    return saved?.version ?? 0;
  }

  /** The question whether the committee has set the date, where it is still open: answered by the date itself. */
  async answerDateQueries(
    stateId: number,
    documentId: number,
    on: CivilDate,
    personId: number,
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO submission (state_id, obligation_id, person_id, submitted_on, submission_state, decided_on)
       SELECT $1, o.id, $4, $3, 'accepted', $3 FROM obligation o
       JOIN recommendation r ON r.state_id = o.state_id AND r.id = o.recommendation_id
       WHERE o.state_id = $1 AND o.kind = 'committee_date_query' AND r.document_id = $2 AND NOT EXISTS (
         SELECT FROM submission s WHERE s.state_id = $1 AND s.obligation_id = o.id AND s.submission_state IN ('draft', 'submitted', 'accepted'))`,
      [stateId, documentId, on, personId],
    );
    await keepStepsOfRecorded(this.record.current(), stateId);
  }
}
