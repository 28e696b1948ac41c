import type { RecordDatabase } from '../transaction/record-database.js';

export interface AuditEntry {
  readonly personId: number | null;
  /** Who acted where no person did: `sweep`, `ingest`, `demonstration`. */
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly before?: unknown;
  readonly after?: unknown;
  readonly reason?: string;
  /** Milliseconds since 1970. */
  readonly happenedAt: number;
}

/** Appends to the record of who changed what, in the transaction of the change itself. */
export class AuditRepository {
  constructor(private readonly record: RecordDatabase) {}

  async append(stateId: number, entry: AuditEntry): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO audit_entry (state_id, happened_at, person_id, actor, action, subject_kind, subject_id, before, after, reason)
       VALUES ($1, to_timestamp($2::float8 / 1000), $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        stateId,
        entry.happenedAt,
        entry.personId,
        entry.actor,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        entry.before === undefined ? null : JSON.stringify(entry.before),
        entry.after === undefined ? null : JSON.stringify(entry.after),
        entry.reason ?? null,
      ],
    );
  }
}
