import type { CivilDate, Instant, MailRhythm } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

const CHOSEN = `rhythm, weekday, quiet_weekdays AS "quietWeekdays", quiet_when_closed AS "quietWhenClosed"`;

/** How often people want the mails of a State, and which of its mail days are closed. In the transaction of whoever calls. */
export class MailRhythmRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Of those who have chosen. */
  async listRhythms(stateId: number, personIds: readonly number[]): Promise<Map<number, MailRhythm>> {
    const rows = await this.record
      .current()
      .planned<MailRhythm & { readonly personId: number }>(
        'list_rhythms',
        `SELECT person_id AS "personId", ${CHOSEN} FROM mail_rhythm WHERE state_id = $1 AND person_id = ANY($2)`,
        [stateId, [...personIds]],
      );
    return new Map(rows.map(({ personId, ...chosen }) => [personId, chosen]));
  }

  /** Held until the transaction ends; null where the person has never chosen. */
  lockRhythm(stateId: number, personId: number): Promise<MailRhythm | null> {
    return this.record
      .current()
      .row<MailRhythm>(
        `SELECT ${CHOSEN} FROM mail_rhythm WHERE state_id = $1 AND person_id = $2 FOR UPDATE`,
        [stateId, personId],
      );
  }

  async saveRhythm(stateId: number, personId: number, chosen: MailRhythm, at: Instant): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO mail_rhythm (state_id, person_id, rhythm, weekday, quiet_weekdays, quiet_when_closed, changed_at)
       VALUES ($1, $2, $3, $4, $5, $6, to_timestamp($7::float8 / 1000))
       ON CONFLICT (state_id, person_id) DO UPDATE SET rhythm = excluded.rhythm, weekday = excluded.weekday,
         quiet_weekdays = excluded.quiet_weekdays, quiet_when_closed = excluded.quiet_when_closed, changed_at = excluded.changed_at`,
      [
        stateId,
        personId,
        chosen.rhythm,
        chosen.weekday,
        [...chosen.quietWeekdays],
        chosen.quietWhenClosed,
        at,
      ],
    );
  }

  /** Closes a mail day. False: it was closed before. Two who close it at once wait for one another. */
  async closeDay(stateId: number, on: CivilDate, at: Instant): Promise<boolean> {
    const closed = await this.record.current().execute(
      `INSERT INTO mail_day (state_id, civil_on, closed_at) VALUES ($1, $2, to_timestamp($3::float8 / 1000))
       ON CONFLICT DO NOTHING`,
      [stateId, on, at],
    );
    return closed > 0;
  }

  async isClosed(stateId: number, on: CivilDate): Promise<boolean> {
    const row = await this.record
      .current()
      .row<{ closed: boolean }>(
        `SELECT EXISTS (SELECT FROM mail_day WHERE state_id = $1 AND civil_on = $2) AS closed`,
        [stateId, on],
      );
    return row?.closed ?? false;
  }

  /** Whether the person's mail of that day is written, or the day closed without one. */
  async isSettled(stateId: number, personId: number, on: CivilDate): Promise<boolean> {
    const row = await this.record.current().row<{ settled: boolean }>(
      `SELECT EXISTS (SELECT FROM mail_day WHERE state_id = $1 AND civil_on = $3)
           OR EXISTS (SELECT FROM message WHERE state_id = $1 AND person_id = $2 AND civil_on = $3 AND sequence <= 1) AS settled`,
      [stateId, personId, on],
    );
    return row?.settled ?? false;
  }
}
