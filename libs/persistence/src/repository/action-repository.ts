import type { ActionDays, ActionLevel, CivilDate, Instant, SmartCriterion } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';

/** What is planned, as its owner says it. */
export interface ActionPlan {
  readonly institutionId: number;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly level: ActionLevel;
  readonly plannedStartOn: CivilDate;
  readonly plannedEndOn: CivilDate;
  readonly criteria: readonly SmartCriterion[];
  /** Codes of the indicators that it moves. */
  readonly indicators: readonly string[];
  /** Numbers of the budget lines that it draws on. */
  readonly budgetLines: readonly number[];
}

export interface KeptAction extends ActionPlan, ActionDays {
  readonly id: number;
  readonly recommendationId: number;
  /** Public id of the recommendation. */
  readonly recommendation: string;
  /** Code of the owner. */
  readonly institution: string;
  readonly cancelReason: string | null;
  readonly version: number;
}

/** The words, led by the mark of the State that every search asks for. */
const VECTOR = (mark: string): string =>
  `${mark}::tsvector || search_vector(search_language($3::text), $10::text)`;

const markOf = (stateId: number): string => `'~${stateId}'`;

const CRITERIA = `array_remove(ARRAY[CASE WHEN a.specific THEN 'specific' END, CASE WHEN a.measurable THEN 'measurable' END,
  CASE WHEN a.achievable THEN 'achievable' END, CASE WHEN a.relevant THEN 'relevant' END, CASE WHEN a.time_bound THEN 'time_bound' END], NULL)`;

/** What institutions do about recommendations. Nothing is deleted: what was given up keeps its row and its reason. */
export class ActionRepository {
  constructor(private readonly record: RecordDatabase) {}

  async addAction(
    stateId: number,
    recommendationId: number,
    plan: ActionPlan,
    by: { readonly personId: number | null; readonly at: Instant },
  ): Promise<number> {
    const row = await this.record.current().row<{ id: number }>(
      `INSERT INTO action (state_id, recommendation_id, institution_id, language, title, description, level, planned_start_on, planned_end_on,
         specific, measurable, achievable, relevant, time_bound, vector, recorded_by, recorded_at)
       VALUES ($1, $11, $2, $3::text, $4, $5, $6, $7, $8, 'specific' = ANY($9::text[]), 'measurable' = ANY($9), 'achievable' = ANY($9), 'relevant' = ANY($9),
         'time_bound' = ANY($9), ${VECTOR('$14')}, $12, to_timestamp($13::float8 / 1000)) RETURNING id`,
      [stateId, ...planned(plan), recommendationId, by.personId, by.at, markOf(stateId)],
    );
    await this.link(stateId, row!.id, plan);
    return row!.id;
  }

  async changeAction(stateId: number, id: number, plan: ActionPlan): Promise<void> {
    await this.record.current().execute(
      `UPDATE action SET institution_id = $2, language = $3::text, title = $4, description = $5, level = $6, planned_start_on = $7, planned_end_on = $8,
         specific = 'specific' = ANY($9::text[]), measurable = 'measurable' = ANY($9), achievable = 'achievable' = ANY($9),
         relevant = 'relevant' = ANY($9), time_bound = 'time_bound' = ANY($9), vector = ${VECTOR('$12')}, version = version + 1
       WHERE state_id = $1 AND id = $11`,
      [stateId, ...planned(plan), id, markOf(stateId)],
    );
    await this.link(stateId, id, plan);
  }

  async finishAction(stateId: number, id: number, doneOn: CivilDate | null): Promise<void> {
    await this.record
      .current()
      .execute(`UPDATE action SET done_on = $3, version = version + 1 WHERE state_id = $1 AND id = $2`, [
        stateId,
        id,
        doneOn,
      ]);
  }

  async cancelAction(
    stateId: number,
    id: number,
    cancelled: { readonly on: CivilDate; readonly reason: string },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE action SET cancelled_on = $3, cancel_reason = $4, version = version + 1 WHERE state_id = $1 AND id = $2`,
        [stateId, id, cancelled.on, cancelled.reason],
      );
  }

  async takeUpCancelled(stateId: number, id: number): Promise<void> {
    await this.record
      .current()
      .execute(
        `UPDATE action SET cancelled_on = NULL, cancel_reason = NULL, version = version + 1 WHERE state_id = $1 AND id = $2`,
        [stateId, id],
      );
  }

  /** Locked: two changes of one action wait for one another. */
  lockAction(stateId: number, id: number): Promise<KeptAction | null> {
    return this.record.current().row<KeptAction>(
      `SELECT a.id, a.recommendation_id AS "recommendationId", r.public_id AS recommendation, a.institution_id AS "institutionId", n.code AS institution,
         a.language, a.title, a.description, a.level, a.planned_start_on AS "plannedStartOn", a.planned_end_on AS "plannedEndOn", a.done_on AS "doneOn",
         a.cancelled_on AS "cancelledOn", a.cancel_reason AS "cancelReason", a.version, ${CRITERIA} AS criteria,
         (SELECT coalesce(array_agg(i.code ORDER BY i.code), '{}') FROM action_indicator x JOIN indicator i ON i.state_id = x.state_id AND i.id = x.indicator_id
          WHERE x.state_id = a.state_id AND x.action_id = a.id) AS indicators,
         (SELECT coalesce(array_agg(x.budget_line_id ORDER BY x.budget_line_id), '{}') FROM action_budget_line x
          WHERE x.state_id = a.state_id AND x.action_id = a.id) AS "budgetLines"
       FROM action a JOIN recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
       JOIN institution n ON n.state_id = a.state_id AND n.id = a.institution_id
       WHERE a.state_id = $1 AND a.id = $2 FOR UPDATE OF a`,
      [stateId, id],
    );
  }

  /** Which of these indicators and budget lines the State does not have. */
  async listUnknown(
    stateId: number,
    plan: Pick<ActionPlan, 'indicators' | 'budgetLines'>,
  ): Promise<{ readonly indicators: readonly string[]; readonly budgetLines: readonly number[] }> {
    const row = await this.record.current().row<{ indicators: string[]; budgetLines: number[] }>(
      `SELECT (SELECT coalesce(array_agg(c), '{}') FROM unnest($2::text[]) c WHERE NOT EXISTS (SELECT FROM indicator i WHERE i.state_id = $1 AND i.code = c)) AS indicators,
           (SELECT coalesce(array_agg(b), '{}') FROM unnest($3::int[]) b WHERE NOT EXISTS (SELECT FROM budget_line l WHERE l.state_id = $1 AND l.id = b)) AS "budgetLines"`,
      [stateId, [...plan.indicators], [...plan.budgetLines]],
    );
    return row!;
  }

  private async link(stateId: number, id: number, plan: ActionPlan): Promise<void> {
    const sql = this.record.current();
    for (const table of ['action_indicator', 'action_budget_line'])
      await sql.execute(`DELETE FROM ${table} WHERE state_id = $1 AND action_id = $2`, [stateId, id]);
    await sql.execute(
      `INSERT INTO action_indicator (state_id, action_id, indicator_id) SELECT $1, $2, i.id FROM indicator i WHERE i.state_id = $1 AND i.code = ANY($3)`,
      [stateId, id, [...plan.indicators]],
    );
    await sql.execute(
      `INSERT INTO action_budget_line (state_id, action_id, budget_line_id) SELECT $1, $2, l.id FROM budget_line l WHERE l.state_id = $1 AND l.id = ANY($3)`,
      [stateId, id, [...plan.budgetLines]],
    );
  }
}

function planned(plan: ActionPlan): unknown[] {
  return [
    plan.institutionId,
    plan.language,
    plan.title,
    plan.description,
    plan.level,
    plan.plannedStartOn,
    plan.plannedEndOn,
    [...plan.criteria],
    `${plan.title} ${plan.description}`,
  ];
}
