import type { CivilDate } from '#domain';
import type { Sql } from '#persistence';
import type { State } from '#tracking';

import type { TrackingGround } from '../support/tracking-ground.js';

export interface Owed {
  readonly obligationId: number;
  readonly deadlineId: number;
}

/** A State small enough to see a single reminder: one recommendation, and institutions with a focal point each. */
export class WatchedState {
  private constructor(
    readonly state: State,
    private readonly ground: TrackingGround,
    private readonly recommendationId: number,
  ) {}

  static async create(ground: TrackingGround, iso3 = 'PER'): Promise<WatchedState> {
    const state = await ground.tracking.states.saveState({
      iso3,
      name: { en: 'Peru', es: 'Perú' },
      timeZone: 'America/Lima',
      demonstration: false,
    });
    const recommendationId = await ground.record.runState(state.id, (sql) => saveDocument(sql, state.id));
    return new WatchedState(state, ground, recommendationId);
  }

  /** An institution whose focal points can be written to at these addresses. */
  async addInstitution(code: string, emails: readonly string[]): Promise<number> {
    const id = await this.insert(
      `INSERT INTO institution (state_id, code, name) VALUES ($1, $2, $3) RETURNING id`,
      [code, JSON.stringify({ en: code, es: code })],
    );
    for (const email of emails) await this.addPerson(email, 'focal_point', id);
    return id;
  }

  async addPerson(email: string, role: string, institutionId: number | null): Promise<number> {
    const personId = await this.insert(
      `INSERT INTO person (name, email, language) SELECT $2, $2, 'en' WHERE $1::int > 0 RETURNING id`,
      [email],
    );
    const membershipId = await this.insert(
      `INSERT INTO membership (state_id, person_id, role, institution_id, starts_on) VALUES ($1, $2, $3, $4, '2020-01-01') RETURNING id`,
      [personId, role, institutionId],
    );
    if (role === 'focal_point')
      await this.insert(
        `INSERT INTO focal_point (state_id, institution_id, membership_id, kind, starts_on) VALUES ($1, $2, $3, 'institutional', '2020-01-01') RETURNING id`,
        [institutionId, membershipId],
      );
    return personId;
  }

  async lead(institutionId: number): Promise<void> {
    await this.insert(
      `INSERT INTO responsibility (state_id, recommendation_id, institution_id, basis, role) VALUES ($1, $2, $3, 'now_responsible', 'lead') RETURNING id`,
      [this.recommendationId, institutionId],
    );
  }

  async owe(institutionId: number, dueOn: CivilDate, title = 'Figures of the year'): Promise<Owed> {
    const deadlineId = await this.insert(
      `INSERT INTO deadline (state_id, purpose, certainty, due_on, time_zone, basis)
       VALUES ($1, 'data_submission', 'confirmed', $2, 'America/Lima', '{"en": "plan", "es": "plan"}') RETURNING id`,
      [dueOn],
    );
    const obligationId = await this.insert(
      `INSERT INTO obligation (state_id, recommendation_id, institution_id, deadline_id, kind, title, required)
       VALUES ($1, $2, $3, $4, 'data_submission', $5, true) RETURNING id`,
      [this.recommendationId, institutionId, deadlineId, JSON.stringify({ en: title, es: title })],
    );
    return { obligationId, deadlineId };
  }

  /** What is owed of an indicator for 2025. */
  async oweFigure(
    institutionId: number,
    dueOn: CivilDate,
    asked: { readonly code: string; readonly valueType?: string; readonly dimensions?: readonly string[] },
  ): Promise<Owed & { readonly indicatorId: number }> {
    const { code, valueType = 'count', dimensions = [] } = asked;
    const indicatorId = await this.insert(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, value_type, figure_kind, ratio_per, required_dimensions, institution_id)
       VALUES ($1, $2, 'data', 'outcome', '{"en":"Children in a programme","es":"Niños en un programa"}', '{"en":"children","es":"niños"}', $3, 'plain',
         CASE WHEN $3 = 'ratio' THEN 100 END, $4, $5) RETURNING id`,
      [code, valueType, [...dimensions], institutionId],
    );
    await this.insert(
      `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home) VALUES ($1, $2, $3, false, true) RETURNING indicator_id AS id`,
      [this.recommendationId, indicatorId],
    );
    const owed = await this.owe(institutionId, dueOn, `Figures of ${code}`);
    await this.insert(
      `UPDATE obligation SET indicator_id = $3, period_start_on = '2025-01-01', period_end_on = '2025-12-31' WHERE state_id = $1 AND id = $2 RETURNING id`,
      [owed.obligationId, indicatorId],
    );
    return { ...owed, indicatorId };
  }

  /** Moves the due day, with its line of history. */
  async move({ deadlineId }: Owed, dueOn: CivilDate): Promise<void> {
    await this.insert(
      `UPDATE deadline SET due_on = $2, version = version + 1 WHERE state_id = $1 AND id = $3 RETURNING id`,
      [dueOn, deadlineId],
    );
    await this.insert(
      `INSERT INTO deadline_history (state_id, deadline_id, version, certainty, due_on, basis, changed_at)
       SELECT state_id, id, version, certainty, due_on, basis, now() FROM deadline WHERE state_id = $1 AND id = $2 RETURNING id`,
      [deadlineId],
    );
  }

  async handOver({ obligationId }: Owed, institutionId: number): Promise<void> {
    await this.insert(
      `UPDATE obligation SET institution_id = $2 WHERE state_id = $1 AND id = $3 RETURNING id`,
      [institutionId, obligationId],
    );
  }

  submit({ obligationId }: Owed, on: CivilDate): Promise<number> {
    return this.insert(
      `INSERT INTO submission (state_id, obligation_id, submitted_on, submission_state) VALUES ($1, $2, $3, 'submitted') RETURNING id`,
      [obligationId, on],
    );
  }

  async returnSubmission(id: number, on: CivilDate): Promise<void> {
    await this.insert(
      `UPDATE submission SET submission_state = 'returned', decided_on = $2 WHERE state_id = $1 AND id = $3 RETURNING id`,
      [on, id],
    );
  }

  private insert(text: string, parameters: readonly unknown[]): Promise<number> {
    return this.ground.record.runState(this.state.id, (sql) =>
      idOf(sql, text, [this.state.id, ...parameters]),
    );
  }
}

async function saveDocument(sql: Sql, stateId: number): Promise<number> {
  const documentId = await idOf(
    sql,
    `INSERT INTO document (state_id, key, slug, title, mechanism_code, instrument_code, language, adopted_on, text_sha256, ingested_at)
     VALUES ($1, 'k', 'opsc-1', 'Concluding observations', 'CRC', 'CRC-OP-SC', 'en', '2016-01-29', 'x', now()) RETURNING id`,
    [stateId],
  );
  const sectionId = await idOf(
    sql,
    `INSERT INTO section (state_id, document_id, position, number, title) VALUES ($1, $2, 1, 'II', 'Data') RETURNING id`,
    [stateId, documentId],
  );
  const paragraphId = await idOf(
    sql,
    `INSERT INTO paragraph (state_id, document_id, section_id, number, kind, verb) VALUES ($1, $2, $3, 8, 'recommendation', 'recommends') RETURNING id`,
    [stateId, documentId, sectionId],
  );
  const recommendationId = await idOf(
    sql,
    `INSERT INTO recommendation (state_id, public_id, document_id, paragraph_id, position, code, role, verb, theme_code)
     VALUES ($1, 'opsc-1-8', $2, $3, 1, '8', 'paragraph', 'recommends', 'data') RETURNING id`,
    [stateId, documentId, paragraphId],
  );
  await sql.execute(
    `INSERT INTO recommendation_text (state_id, recommendation_id, language, official_text, title) VALUES ($1, $2, 'en', 'Collect data.', 'Data')`,
    [stateId, recommendationId],
  );
  return recommendationId;
}

async function idOf(sql: Sql, text: string, parameters: readonly unknown[]): Promise<number> {
  const row = await sql.row<{ id: number }>(text, parameters);
  if (!row) throw new TypeError(`Nothing was written by: ${text}`);
  return row.id;
}
