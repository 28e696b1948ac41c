import { CHAIN_START, UnexpectedError, chainEntry } from '#domain';
import type { AuditedChange, ChainHead } from '#domain';

import { sha256 } from '../audit/sha256.js';
import type { RecordDatabase } from '../transaction/record-database.js';

/**
 * Appends to the record of who changed what, in the transaction of the change itself. Entries of one State wait for one another
 * until the transaction that wrote the last one has ended: append last, when everything else of the change is done.
 */
export class AuditRepository {
  constructor(private readonly record: RecordDatabase) {}

  async append(stateId: number, entry: AuditedChange): Promise<void> {
    const { iso3, ...head } = await this.lockHead(stateId);
    const chained = chainEntry(iso3, head, entry, sha256);
    await this.record.current().execute(
      `WITH entry AS (
         INSERT INTO audit_entry (state_id, position, happened_at, person_id, actor, action, subject_kind, subject_id, before, after,
                                  reason, previous_hash, hash)
         VALUES ($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)),
       day AS (
         INSERT INTO audit_day_head (state_id, civil_on, position, hash, happened_at)
         SELECT id, (to_timestamp($3::float8 / 1000) AT TIME ZONE time_zone)::date, $2, $13, to_timestamp($3::float8 / 1000)
         FROM state WHERE id = $1
         ON CONFLICT (state_id, civil_on) DO UPDATE
         SET position = excluded.position, hash = excluded.hash, happened_at = excluded.happened_at)
       UPDATE audit_head SET position = $2, hash = $13, happened_at = to_timestamp($3::float8 / 1000) WHERE state_id = $1`,
      [
        stateId,
        chained.position,
        chained.happenedAt,
        chained.personId,
        chained.actor,
        chained.action,
        chained.subjectKind,
        chained.subjectId,
        jsonOrNull(chained.before),
        jsonOrNull(chained.after),
        chained.reason,
        chained.previousHash,
        chained.hash,
      ],
    );
  }

  /**
   * Appends a change of somebody's account, which belongs to no State, in each State where the person has or had a role: whoever
   * reads that State's history must learn of it. Within the transaction of the change, also a shared one. Answers the number of
   * States; none where the person has no role anywhere and can change nothing.
   */
  async appendForPerson(personId: number, entry: AuditedChange): Promise<number> {
    const sql = this.record.current();
    const outer = await sql.row<{ state: string | null }>(
      `SELECT current_setting('vigia.state', true) AS state`,
    );
    let appended = 0;
    // Always in the same order, so that two changes at once wait for one another instead of each for the other.
    for (const { id } of await sql.rows<{ id: number }>('SELECT id FROM state ORDER BY id')) {
      await this.name(String(id));
      const member = await sql.row('SELECT FROM membership WHERE state_id = $1 AND person_id = $2 LIMIT 1', [
        id,
        personId,
      ]);
      if (!member) continue;
      await this.append(id, entry);
      appended += 1;
    }
    await this.name(outer?.state ?? '');
    return appended;
  }

  /** Appends the first entry of a State that the running, shared transaction has just made: it could not be named when that began. */
  async appendForNewState(stateId: number, entry: AuditedChange): Promise<void> {
    await this.name(String(stateId));
    await this.append(stateId, entry);
  }

  /** Names the State whose rows the running transaction sees from here on. */
  private async name(state: string): Promise<void> {
    await this.record.current().execute(`SELECT set_config('vigia.state', $1, true)`, [state]);
  }

  /** The head, held until the transaction ends. The first entry of a State makes it. */
  private async lockHead(stateId: number): Promise<ChainHead & { readonly iso3: string }> {
    const sql = this.record.current();
    const find = () =>
      sql.row<ChainHead & { readonly iso3: string }>(
        `SELECT h.position, h.hash, s.iso3 FROM audit_head h JOIN state s ON s.id = h.state_id WHERE h.state_id = $1 FOR UPDATE OF h`,
        [stateId],
      );
    const found = await find();
    if (found) return found;
    await sql.execute(
      'INSERT INTO audit_head (state_id, position, hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      [stateId, CHAIN_START.position, CHAIN_START.hash],
    );
    const made = await find();
    if (made) return made;
    throw new UnexpectedError(
      'audit.other_state',
      `An entry for State ${stateId} was to be written in a transaction of another State.`,
    );
  }
}

/** A JSON null and nothing at all are the same to a reader, and to the hash. */
function jsonOrNull(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value);
}
