import type { CivilDate, DayStanding, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What stands of a day, with who said it. */
export interface StandingDayOnRecord {
  readonly on: CivilDate;
  readonly standing: DayStanding;
  readonly reason: string;
  readonly person: string | null;
  readonly recordedAt: Instant;
}

interface Said {
  readonly reason: string;
  readonly personId: number | null;
  readonly recordedAt: Instant;
}

/** What secretariats say of the working days of their States. In the transaction of whoever calls. */
export class WorkCalendarRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest of each day, in order; days of which what was said no longer holds are left out. */
  listDays(stateId: number): Promise<StandingDayOnRecord[]> {
    return this.record.current().rows<StandingDayOnRecord>(
      `SELECT x.on, x.standing, x.reason, x.person, x."recordedAt" FROM (
         SELECT DISTINCT ON (d.day_on) d.day_on AS on, d.standing, d.reason, p.name AS person, d.recorded_at AS "recordedAt"
         FROM work_day d LEFT JOIN person p ON p.id = d.person_id
         WHERE d.state_id = $1 ORDER BY d.day_on, d.id DESC) x
       WHERE x.standing <> 'as_listed' ORDER BY x.on`,
      [stateId],
    );
  }

  /** The newest week; null where the secretariat said nothing. */
  findWeek(
    stateId: number,
  ): Promise<{ readonly weekend: readonly number[]; readonly reason: string } | null> {
    return this.record
      .current()
      .row('SELECT weekend, reason FROM work_week WHERE state_id = $1 ORDER BY id DESC LIMIT 1', [stateId]);
  }

  async addDay(
    stateId: number,
    day: Said & { readonly on: CivilDate; readonly standing: DayStanding },
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO work_day (state_id, day_on, standing, reason, person_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))`,
      [stateId, day.on, day.standing, day.reason, day.personId, day.recordedAt],
    );
  }

  async addWeek(stateId: number, week: Said & { readonly weekend: readonly number[] }): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO work_week (state_id, weekend, reason, person_id, recorded_at)
       VALUES ($1, $2, $3, $4, to_timestamp($5::float8 / 1000))`,
      [stateId, week.weekend, week.reason, week.personId, week.recordedAt],
    );
  }
}
