import type { Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface SavedView {
  readonly id: number;
  readonly name: string;
  /** Path and query, without the language. */
  readonly address: string;
}

const COLUMNS = 'id, name, address';

/** What people named to come back to: each reads only the own ones. */
export class SavedViewRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** By name. */
  listViews(stateId: number, personId: number): Promise<SavedView[]> {
    return this.record
      .current()
      .rows<SavedView>(
        `SELECT ${COLUMNS} FROM saved_view WHERE state_id = $1 AND person_id = $2 ORDER BY lower(name), id`,
        [stateId, personId],
      );
  }

  /** The same; whoever saves at the same moment waits. */
  async lockViews(stateId: number, personId: number): Promise<SavedView[]> {
    await this.record
      .current()
      .execute(`SELECT pg_advisory_xact_lock(hashtext('vigia.saved_view'), $1::int)`, [personId]);
    return this.listViews(stateId, personId);
  }

  async addView(
    stateId: number,
    view: {
      readonly personId: number;
      readonly name: string;
      readonly address: string;
      readonly now: Instant;
    },
  ): Promise<number> {
    const saved = await this.record
      .current()
      .row<{ id: number }>(
        `INSERT INTO saved_view (state_id, person_id, name, address, saved_at) VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000)) RETURNING id`,
        [stateId, view.personId, view.name, view.address, view.now],
      );
    return saved!.id;
  }

  async renameView(stateId: number, id: number, name: string): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE saved_view SET name = $3 WHERE state_id = $1 AND id = $2`, [stateId, id, name]);
  }

  async removeView(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(`DELETE FROM saved_view WHERE state_id = $1 AND id = $2`, [stateId, id]);
  }

  /** Of somebody who holds no role in the State any more. */
  removeAll(stateId: number, personId: number): Promise<number> {
    return this.record
      .current()
      .execute(`DELETE FROM saved_view WHERE state_id = $1 AND person_id = $2`, [stateId, personId]);
  }
}
