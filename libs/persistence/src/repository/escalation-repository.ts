import type { EscalationStep, Instant } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What was said last of a State's steps, with who said it and why. */
export interface EscalationOnRecord {
  /** Null: those of a State that sets none. */
  readonly steps: readonly EscalationStep[] | null;
  readonly reason: string;
  readonly person: string | null;
}

export interface EscalationToAdd {
  readonly steps: readonly EscalationStep[] | null;
  readonly reason: string;
  readonly personId: number | null;
  readonly recordedAt: Instant;
}

interface SettingRow {
  readonly addressees: readonly EscalationStep['addressee'][] | null;
  readonly workingDays: readonly number[] | null;
  readonly reason: string;
  readonly person: string | null;
}

/** The steps by which a State carries up what nobody answers: only added to, so that the newest stands. */
export class EscalationRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** In order; empty where the State has not set its own. */
  async listSteps(stateId: number): Promise<readonly EscalationStep[]> {
    return (await this.findSetting(stateId))?.steps ?? [];
  }

  /** Null: nothing was ever said. */
  async findSetting(stateId: number): Promise<EscalationOnRecord | null> {
    const row = await this.record.current().row<SettingRow>(
      `SELECT e.addressees, e.working_days AS "workingDays", e.reason, p.name AS person
       FROM escalation_setting e LEFT JOIN person p ON p.id = e.person_id
       WHERE e.state_id = $1 ORDER BY e.id DESC LIMIT 1`,
      [stateId],
    );
    if (row === null) return null;
    const { addressees, workingDays, reason, person } = row;
    const steps = addressees?.map((addressee, place) => ({
      addressee,
      workingDays: workingDays?.[place] ?? 0,
    }));
    return { steps: steps ?? null, reason, person };
  }

  async addSetting(stateId: number, { steps, reason, personId, recordedAt }: EscalationToAdd): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO escalation_setting (state_id, addressees, working_days, reason, person_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, to_timestamp($6::float8 / 1000))`,
      [
        stateId,
        steps && steps.map(({ addressee }) => addressee),
        steps && steps.map(({ workingDays }) => workingDays),
        reason,
        personId,
        recordedAt,
      ],
    );
  }

  /** Puts the alerts that are not settled where they stand by other steps. @param places by the place where they stood */
  async moveAlerts(stateId: number, places: readonly number[]): Promise<void> {
    await this.record.current().execute(
      `UPDATE alert a SET escalation_step = m.place FROM unnest($2::smallint[]) WITH ORDINALITY m(place, stood)
       WHERE a.state_id = $1 AND a.alert_state <> 'resolved' AND a.escalation_step = m.stood - 1 AND a.escalation_step <> m.place`,
      [stateId, [...places]],
    );
  }
}
