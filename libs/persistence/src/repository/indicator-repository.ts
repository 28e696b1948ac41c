import type { CivilDate, ComputedFrom, DefinitionInUse, IndicatorDefinition } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { markIndicators } from './completeness-repository.js';

export interface KeptIndicator extends IndicatorDefinition {
  readonly id: number;
  readonly code: string;
  readonly institutionId: number | null;
  /** Code of who reports it. */
  readonly institution: string | null;
  /** All who are asked for it, the lead first. */
  readonly reporters: readonly AskedInstitution[];
  readonly recommendations: readonly LinkedRecommendation[];
}

export interface AskedInstitution {
  /** Its code. */
  readonly institution: string;
  readonly startsOn: CivilDate | null;
  readonly endsOn: CivilDate | null;
}

export interface LinkedRecommendation {
  readonly id: number;
  readonly publicId: string;
  readonly code: string;
  readonly required: boolean;
}

/** A recommendation that an indicator may answer to, and who leads it. */
export interface AnswerableRecommendation {
  readonly id: number;
  readonly publicId: string;
  readonly code: string;
  readonly theme: string | null;
  readonly symbol: string | null;
  readonly instrument: string | null;
  readonly leadId: number | null;
}

const KEPT = `i.id, i.code, i.track, i.class, i.name, i.unit, i.population, i.value_type AS "valueType", i.ratio_per AS "ratioPer",
  i.figure_kind AS "figureKind", i.direction, i.periodicity_months AS "periodicityMonths", i.required_dimensions AS "requiredDimensions",
  i.metadata AS sheet, i.required_purposes AS "requiredPurposes", i.counts_victims AS "countsVictims", i.institution_id AS "institutionId", n.code AS institution,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('institution', w.code, 'startsOn', p.starts_on, 'endsOn', p.ends_on) ORDER BY p.lead DESC, p.position), '[]')
   FROM public_reporter p JOIN institution w ON w.state_id = p.state_id AND w.id = p.institution_id
   WHERE p.state_id = i.state_id AND p.indicator_id = i.id) AS reporters,
  CASE WHEN i.baseline_on IS NULL THEN NULL ELSE jsonb_build_object('value', i.baseline_value, 'on', i.baseline_on) END AS baseline,
  CASE WHEN i.target_on IS NULL THEN NULL ELSE jsonb_build_object('value', i.target_value, 'dueOn', i.target_on) END AS target,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'publicId', r.public_id, 'code', r.code, 'required', ri.required)
     ORDER BY ri.is_home DESC, r.position), '[]')
   FROM recommendation_indicator ri JOIN recommendation r ON r.state_id = ri.state_id AND r.id = ri.recommendation_id
   WHERE ri.state_id = i.state_id AND ri.indicator_id = i.id) AS recommendations
  FROM indicator i LEFT JOIN institution n ON n.state_id = i.state_id AND n.id = i.institution_id`;

/** What indicators are and what they answer to, as the secretariat sets it. Their figures are elsewhere. */
export class IndicatorRepository {
  constructor(private readonly record: RecordDatabase) {}

  find(stateId: number, code: string): Promise<KeptIndicator | null> {
    return this.record
      .current()
      .row<KeptIndicator>(`SELECT ${KEPT} WHERE i.state_id = $1 AND i.code = $2`, [stateId, code]);
  }

  list(stateId: number, codes: readonly string[]): Promise<KeptIndicator[]> {
    return this.record
      .current()
      .rows<KeptIndicator>(`SELECT ${KEPT} WHERE i.state_id = $1 AND i.code = ANY ($2) ORDER BY i.id`, [
        stateId,
        [...codes],
      ]);
  }

  /** Two changes of one indicator wait for one another, and so does a first series of it. */
  async lock(stateId: number, code: string): Promise<KeptIndicator | null> {
    await this.record
      .current()
      .execute(`SELECT 1 FROM indicator WHERE state_id = $1 AND code = $2 FOR UPDATE`, [stateId, code]);
    return this.find(stateId, code);
  }

  /** Null where the code is taken. */
  async add(
    stateId: number,
    code: string,
    definition: IndicatorDefinition,
    institutionId: number | null,
  ): Promise<number | null> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, population, value_type, ratio_per, figure_kind, direction, periodicity_months,
                              baseline_value, baseline_on, target_value, target_on, required_dimensions, metadata, required_purposes, counts_victims,
                              institution_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)
       ON CONFLICT ON CONSTRAINT uq_indicator_code DO NOTHING RETURNING id`,
      [stateId, code, ...columnsOf(definition), institutionId],
    );
    return saved?.id ?? null;
  }

  /** From here on the program works its figures out; of each kind the first indicator of the State only. */
  async compute(stateId: number, id: number, from: ComputedFrom): Promise<void> {
    await this.record.current().execute(
      `UPDATE indicator SET computed_from = $3 WHERE state_id = $1 AND id = $2
         AND NOT EXISTS (SELECT FROM indicator x WHERE x.state_id = $1 AND x.computed_from = $3)`,
      [stateId, id, from],
    );
  }

  async change(
    stateId: number,
    id: number,
    definition: IndicatorDefinition,
    institutionId: number | null,
  ): Promise<void> {
    await this.record.current().execute(
      `UPDATE indicator SET track = $3, class = $4, name = $5, unit = $6, population = $7, value_type = $8, ratio_per = $9, figure_kind = $10,
              direction = $11, periodicity_months = $12, baseline_value = $13, baseline_on = $14, target_value = $15, target_on = $16,
              required_dimensions = $17, metadata = $18, required_purposes = $19, counts_victims = $20, institution_id = $21
       WHERE state_id = $1 AND id = $2`,
      [stateId, id, ...columnsOf(definition), institutionId],
    );
    await markIndicators(this.record.current(), stateId, [id]);
  }

  /** The indicator that counts the registered victims, if any does. */
  findCounting(stateId: number): Promise<{ readonly code: string } | null> {
    return this.record
      .current()
      .row(`SELECT code FROM indicator WHERE state_id = $1 AND counts_victims`, [stateId]);
  }

  async inUse(stateId: number, id: number): Promise<DefinitionInUse> {
    const found = await this.record.current().row<DefinitionInUse>(
      `SELECT EXISTS (SELECT 1 FROM series s JOIN observation o ON o.state_id = s.state_id AND o.series_id = s.id
                      WHERE s.state_id = $1 AND s.indicator_id = $2)
           OR EXISTS (SELECT 1 FROM budget_line l JOIN budget_figure f ON f.state_id = l.state_id AND f.budget_line_id = l.id
                      WHERE l.state_id = $1 AND l.indicator_id = $2)
           OR EXISTS (SELECT 1 FROM case_series c JOIN case_stage g ON g.state_id = c.state_id AND g.case_series_id = c.id
                      WHERE c.state_id = $1 AND c.indicator_id = $2) AS figures,
           ARRAY(SELECT DISTINCT k FROM series s CROSS JOIN LATERAL jsonb_object_keys(s.categories) k
                 WHERE s.state_id = $1 AND s.indicator_id = $2
                   AND EXISTS (SELECT 1 FROM observation o WHERE o.state_id = s.state_id AND o.series_id = s.id) ORDER BY k) AS dimensions`,
      [stateId, id],
    );
    return found ?? { figures: false, dimensions: [] };
  }

  /** The first recommendation is the indicator's home where it has none yet. What is there already only changes whether it is required. */
  async link(
    stateId: number,
    indicatorId: number,
    recommendationId: number,
    required: boolean,
  ): Promise<void> {
    await this.record.current().execute(
      `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home, position)
       SELECT $1, $2, $3, $4,
              NOT EXISTS (SELECT 1 FROM recommendation_indicator h WHERE h.state_id = $1 AND h.indicator_id = $3 AND h.is_home),
              (SELECT coalesce(max(p.position), 0) + 1 FROM recommendation_indicator p WHERE p.state_id = $1 AND p.recommendation_id = $2)
       ON CONFLICT (state_id, recommendation_id, indicator_id) DO UPDATE SET required = excluded.required
       WHERE recommendation_indicator.required <> excluded.required`,
      [stateId, recommendationId, indicatorId, required],
    );
  }

  /** Keeps only these; where the home goes, the first of the others becomes it. */
  async unlinkAllBut(stateId: number, indicatorId: number, keep: readonly number[]): Promise<void> {
    const sql = this.record.current();
    await sql.execute(
      `DELETE FROM recommendation_indicator WHERE state_id = $1 AND indicator_id = $2 AND recommendation_id <> ALL ($3)`,
      [stateId, indicatorId, [...keep]],
    );
    await sql.execute(
      `UPDATE recommendation_indicator SET is_home = true WHERE state_id = $1 AND indicator_id = $2 AND recommendation_id = (
         SELECT min(recommendation_id) FROM recommendation_indicator WHERE state_id = $1 AND indicator_id = $2)
       AND NOT EXISTS (SELECT 1 FROM recommendation_indicator h WHERE h.state_id = $1 AND h.indicator_id = $2 AND h.is_home)`,
      [stateId, indicatorId],
    );
  }

  listRecommendations(stateId: number, on: CivilDate): Promise<AnswerableRecommendation[]> {
    return this.record.current().rows<AnswerableRecommendation>(
      `SELECT r.id, r.public_id AS "publicId", r.code, r.theme_code AS theme, coalesce(d.symbol, d.inferred_symbol) AS symbol, d.instrument_code AS instrument,
              (SELECT y.institution_id FROM responsibility y WHERE y.state_id = r.state_id AND y.recommendation_id = r.id
                 AND y.basis = 'now_responsible' AND y.role = 'lead' AND (y.starts_on IS NULL OR y.starts_on <= $2)
                 AND (y.ends_on IS NULL OR y.ends_on >= $2) ORDER BY y.id LIMIT 1) AS "leadId"
       FROM recommendation r JOIN document d ON d.state_id = r.state_id AND d.id = r.document_id
       WHERE r.state_id = $1 ORDER BY d.adopted_on DESC, r.position`,
      [stateId, on],
    );
  }

  /** Those of the institutions that the State has, in the order in which they are named. */
  async listInstitutions(stateId: number, codes: readonly string[]): Promise<number[]> {
    const rows = await this.record.current().rows<{ id: number }>(
      `SELECT n.id FROM unnest($2::text[]) WITH ORDINALITY AS g(code, place) JOIN institution n ON n.state_id = $1 AND n.code = g.code
       ORDER BY g.place`,
      [stateId, [...codes]],
    );
    return rows.map(({ id }) => id);
  }

  /** What money may be for. */
  async listPurposes(): Promise<string[]> {
    const rows = await this.record
      .current()
      .rows<{ code: string }>(`SELECT code FROM category WHERE dimension_code = 'purpose' ORDER BY position`);
    return rows.map(({ code }) => code);
  }

  async listDimensions(): Promise<string[]> {
    const rows = await this.record
      .current()
      .rows<{ code: string }>(`SELECT code FROM dimension ORDER BY position`);
    return rows.map(({ code }) => code);
  }
}

function columnsOf(definition: IndicatorDefinition): unknown[] {
  return [
    definition.track,
    definition.class,
    JSON.stringify(definition.name),
    JSON.stringify(definition.unit),
    definition.population === null ? null : JSON.stringify(definition.population),
    definition.valueType,
    definition.ratioPer,
    definition.figureKind,
    definition.direction,
    definition.periodicityMonths,
    definition.baseline?.value ?? null,
    definition.baseline?.on ?? null,
    definition.target?.value ?? null,
    definition.target?.dueOn ?? null,
    [...definition.requiredDimensions],
    JSON.stringify(definition.sheet),
    [...(definition.requiredPurposes ?? [])],
    definition.countsVictims ?? false,
  ];
}
