import { UserError } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

export interface Bilingual {
  readonly en: string;
  readonly es: string;
}

/** A State party that this installation follows. The list of States is readable by every process. */
export interface State {
  readonly id: number;
  readonly iso3: string;
  readonly name: Bilingual;
  readonly timeZone: string;
  readonly demonstration: boolean;
}

const COLUMNS = `id, iso3, name, time_zone AS "timeZone", demonstration`;

export class StateRepository {
  constructor(private readonly record: RecordDatabase) {}

  listStates(): Promise<State[]> {
    return this.record.runShared((sql) => sql.rows<State>(`SELECT ${COLUMNS} FROM state ORDER BY iso3`));
  }

  findState(iso3: string): Promise<State | null> {
    return this.record.runShared((sql) =>
      sql.row<State>(`SELECT ${COLUMNS} FROM state WHERE iso3 = $1`, [iso3]),
    );
  }

  async getState(iso3: string): Promise<State> {
    const state = await this.findState(iso3);
    if (state) return state;
    throw new UserError(
      'not_found',
      'state.unknown',
      `No State "${iso3}" is followed here; give the three letters of ISO 3166-1, such as PER.`,
    );
  }

  /** Adds the State, or brings its name and zone up to date. Whether it is a demonstration is decided when it is added. */
  saveState(state: Omit<State, 'id'>): Promise<State> {
    return this.record.runShared(async (sql) => {
      const saved = await sql.rows<State>(
        `INSERT INTO state (iso3, name, time_zone, demonstration) VALUES ($1, $2, $3, $4)
         ON CONFLICT (iso3) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone
         RETURNING ${COLUMNS}`,
        [state.iso3, JSON.stringify(state.name), state.timeZone, state.demonstration],
      );
      return saved[0]!;
    });
  }

  /**
   * Removes a demonstration State with everything that belongs to it, its audit too, and its invented people. The audit of any
   * other State stays, and so does the State: the database refuses even where this were not asked.
   */
  async removeDemonstration(stateId: number): Promise<void> {
    const people = await this.record.runState(stateId, async (sql) => {
      const state = await sql.row('SELECT FROM state WHERE id = $1 AND demonstration', [stateId]);
      if (!state)
        throw new UserError(
          'conflict',
          'state.not_a_demonstration',
          'Only a demonstration State can be removed: the record of a real one, and who changed it, is kept.',
        );
      const members = await sql.rows<{ id: number }>(
        `SELECT DISTINCT p.id FROM person p JOIN membership m ON m.person_id = p.id WHERE m.state_id = $1 AND p.demonstration`,
        [stateId],
      );
      await sql.execute('SELECT remove_demonstration_audit($1::smallint)', [stateId]);
      await sql.execute('DELETE FROM state WHERE id = $1', [stateId]);
      return members.map((member) => member.id);
    });
    await this.record.runShared((sql) => sql.execute('DELETE FROM person WHERE id = ANY($1)', [people]));
  }
}
