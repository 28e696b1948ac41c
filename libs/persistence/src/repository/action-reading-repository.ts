import type { ActionDays, ActionLevel, CivilDate, SearchQuery, SmartCriterion } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { PublicInstitution } from './page-of-recommendations.js';
import { searchCondition } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

/** An action as everybody reads it: its institution, never a person. */
export interface PublicAction extends ActionDays {
  readonly id: number;
  readonly recommendation: {
    readonly publicId: string;
    readonly code: string;
    readonly titles: Readonly<Record<string, string>>;
  };
  readonly institution: PublicInstitution;
  readonly language: string;
  readonly title: string;
  readonly description: string;
  readonly level: ActionLevel;
  readonly criteria: readonly SmartCriterion[];
  readonly cancelReason: string | null;
  readonly version: number;
  readonly indicators: readonly { readonly code: string; readonly name: Bilingual }[];
  readonly budgetLines: readonly PublicBudgetLine[];
  /** Public evidence that was handed in for it and not withdrawn. */
  readonly evidence: number;
}

export interface PublicBudgetLine {
  readonly id: number;
  readonly purpose: string;
  readonly level: string;
  readonly currency: string;
  /** Code of whose money it is. */
  readonly institution: string | null;
}

export interface ActionFilter {
  readonly recommendation: string | null;
  /** Code. */
  readonly institution: string | null;
  readonly lateOn: CivilDate | null;
  readonly search: SearchQuery | null;
  readonly language: string;
  readonly before: number | null;
  readonly limit: number;
}

const CRITERIA = `array_remove(ARRAY[CASE WHEN a.specific THEN 'specific' END, CASE WHEN a.measurable THEN 'measurable' END,
  CASE WHEN a.achievable THEN 'achievable' END, CASE WHEN a.relevant THEN 'relevant' END, CASE WHEN a.time_bound THEN 'time_bound' END], NULL)`;
const LINE = (line: string): string =>
  `jsonb_build_object('id', ${line}.id, 'purpose', ${line}.purpose, 'level', ${line}.level, 'currency', ${line}.currency,
    'institution', (SELECT o.code FROM public_institution o WHERE o.state_id = ${line}.state_id AND o.id = ${line}.institution_id))`;
const ACTION = `SELECT a.id, a.language, a.title, a.description, a.level, a.planned_start_on AS "plannedStartOn", a.planned_end_on AS "plannedEndOn",
    a.done_on AS "doneOn", a.cancelled_on AS "cancelledOn", a.cancel_reason AS "cancelReason", a.version, ${CRITERIA} AS criteria,
    jsonb_build_object('code', n.code, 'name', n.name, 'shortName', n.short_name) AS institution,
    jsonb_build_object('publicId', r.public_id, 'code', r.code, 'titles', (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}')
      FROM public_recommendation_text t WHERE t.state_id = r.state_id AND t.recommendation_id = r.id)) AS recommendation,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name) ORDER BY i.code), '[]') FROM public_action_indicator x
      JOIN public_indicator i ON i.state_id = x.state_id AND i.id = x.indicator_id WHERE x.state_id = a.state_id AND x.action_id = a.id) AS indicators,
    (SELECT coalesce(jsonb_agg(${LINE('l')} ORDER BY l.id), '[]') FROM public_action_budget_line x
      JOIN public_budget_line l ON l.state_id = x.state_id AND l.id = x.budget_line_id WHERE x.state_id = a.state_id AND x.action_id = a.id) AS "budgetLines",
    (SELECT count(*)::int FROM public_evidence e WHERE e.state_id = a.state_id AND e.action_id = a.id) AS evidence
  FROM public_action a JOIN public_recommendation r ON r.state_id = a.state_id AND r.id = a.recommendation_id
  JOIN public_institution n ON n.state_id = a.state_id AND n.id = a.institution_id`;

/** Actions as everybody reads them. */
export class ActionReadingRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** The newest first. */
  listActions(stateId: number, filter: ActionFilter): Promise<PublicAction[]> {
    const parameters: unknown[] = [
      stateId,
      filter.recommendation,
      filter.institution,
      filter.lateOn,
      filter.before,
      filter.limit,
    ];
    const sought =
      filter.search === null
        ? ''
        : `AND ${searchCondition('a.vector', { query: filter.search, language: filter.language }, stateId, parameters)}`;
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicAction>(
        `${ACTION} WHERE a.state_id = $1 AND ($2::text IS NULL OR r.public_id = $2) AND ($3::text IS NULL OR n.code = $3)
           AND ($4::date IS NULL OR (a.done_on IS NULL AND a.cancelled_on IS NULL AND a.planned_end_on < $4)) AND ($5::int IS NULL OR a.id < $5) ${sought}
         ORDER BY a.id DESC LIMIT $6`,
        parameters,
      ),
    );
  }

  findAction(stateId: number, id: number): Promise<PublicAction | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row<PublicAction>(`${ACTION} WHERE a.state_id = $1 AND a.id = $2`, [stateId, id]),
    );
  }

  /** Null where no recommendation has this id. What it may move and draw on: its own indicators, and the lines of its money. */
  findChoices(
    stateId: number,
    recommendation: string,
  ): Promise<Pick<PublicAction, 'indicators' | 'budgetLines'> | null> {
    return this.record.runPublic(stateId, (sql) =>
      sql.row<Pick<PublicAction, 'indicators' | 'budgetLines'>>(
        `SELECT (SELECT coalesce(jsonb_agg(jsonb_build_object('code', i.code, 'name', i.name) ORDER BY x.position, i.id), '[]')
             FROM public_recommendation_indicator x JOIN public_indicator i ON i.state_id = x.state_id AND i.id = x.indicator_id
             WHERE x.state_id = r.state_id AND x.recommendation_id = r.id) AS indicators,
           (SELECT coalesce(jsonb_agg(${LINE('l')} ORDER BY l.id), '[]') FROM public_recommendation_indicator x
             JOIN public_budget_line l ON l.state_id = x.state_id AND l.indicator_id = x.indicator_id
             WHERE x.state_id = r.state_id AND x.recommendation_id = r.id) AS "budgetLines"
         FROM public_recommendation r WHERE r.state_id = $1 AND r.public_id = $2`,
        [stateId, recommendation],
      ),
    );
  }
}
