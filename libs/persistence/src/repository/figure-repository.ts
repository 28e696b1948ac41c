import type {
  CivilDate,
  Direction,
  FigureKind,
  FigureValue,
  IndicatorClass,
  IndicatorDefinition,
  IndicatorTrack,
  ReferencePeriod,
  SeriesKey,
  ValueType,
} from '#domain';
import { UserError } from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { addFigureIntake } from './figure-intake.js';
import type { FigureIntake } from './figure-intake.js';
import { observationStatus } from './observation-status.js';
import { markIndicators } from './completeness-repository.js';
import type { Bilingual } from './state-repository.js';

export interface NewIndicator {
  readonly code: string;
  readonly track: IndicatorTrack;
  readonly class: IndicatorClass;
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly population: Bilingual | null;
  readonly valueType: ValueType;
  /** What a ratio is told per; a percentage per 100. */
  readonly ratioPer?: number | null;
  readonly figureKind: FigureKind | null;
  readonly direction: Direction;
  readonly periodicityMonths: number | null;
  readonly baseline: { readonly value: number; readonly on: CivilDate } | null;
  readonly target: { readonly value: number; readonly dueOn: CivilDate } | null;
  readonly requiredDimensions: readonly string[];
  readonly institutionId: number | null;
  /** Texts of the metadata sheet. */
  readonly sheet?: IndicatorDefinition['sheet'];
  /** Counted together with all that is counted of one register; null: a cube of its own. */
  readonly cube?: { readonly code: string; readonly recordSource: string } | null;
  /** Indicator of the cube of which this one counts a part; null: of everybody. */
  readonly nestedIn?: string | null;
  /** Of a derived rate: indicators of one cube, and per how many. */
  readonly rate?: { readonly numerator: string; readonly denominator: string; readonly per: number } | null;
}

export interface NewObservation extends FigureValue {
  readonly period: ReferencePeriod;
  /** What it came on record with. */
  readonly intakeId: number;
}

/** `sex=female|age=0-17`, dimensions in alphabetical order; empty for the total. */
export function seriesKeyText(categories: SeriesKey): string {
  return Object.keys(categories)
    .sort()
    .map((dimension) => `${dimension}=${categories[dimension]}`)
    .join('|');
}

/** Indicators and their accepted figures. Nothing is overwritten: a change is a new revision. */
export class FigureRepository {
  constructor(private readonly record: RecordDatabase) {}

  async saveSource(
    stateId: number,
    source: {
      readonly code: string;
      readonly name: Bilingual;
      readonly citation: boolean;
      readonly demonstration: boolean;
      readonly url: string | null;
    },
  ): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO source (state_id, code, name, citation, demonstration, url) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT ON CONSTRAINT uq_source_code DO UPDATE SET name = excluded.name, url = excluded.url RETURNING id`,
      [stateId, source.code, JSON.stringify(source.name), source.citation, source.demonstration, source.url],
    );
    return saved!.id;
  }

  async saveIndicator(stateId: number, indicator: NewIndicator): Promise<number> {
    if (indicator.cube) await this.declareCube(stateId, indicator.cube.code, indicator.cube.recordSource);
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO indicator (state_id, code, track, class, name, unit, population, value_type, figure_kind, direction, periodicity_months,
                              baseline_value, baseline_on, target_value, target_on, required_dimensions, institution_id, ratio_per, metadata,
                              cube, nested_in, rate_numerator, rate_denominator, rate_per)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24) RETURNING id`,
      [
        stateId,
        indicator.code,
        indicator.track,
        indicator.class,
        JSON.stringify(indicator.name),
        JSON.stringify(indicator.unit),
        indicator.population ? JSON.stringify(indicator.population) : null,
        indicator.valueType,
        indicator.figureKind,
        indicator.direction,
        indicator.periodicityMonths,
        indicator.baseline?.value ?? null,
        indicator.baseline?.on ?? null,
        indicator.target?.value ?? null,
        indicator.target?.dueOn ?? null,
        [...indicator.requiredDimensions],
        indicator.institutionId,
        indicator.ratioPer ?? null,
        JSON.stringify(indicator.sheet ?? {}),
        indicator.cube?.code ?? null,
        indicator.nestedIn ?? null,
        indicator.rate?.numerator ?? null,
        indicator.rate?.denominator ?? null,
        indicator.rate?.per ?? null,
      ],
    );
    await markIndicators(this.record.current(), stateId, [saved!.id]);
    return saved!.id;
  }

  /** What money an indicator of a budget is asked for; whether it counts the registered victims; what it is worked out from. */
  async askIndicator(
    stateId: number,
    indicatorId: number,
    asked: {
      readonly requiredPurposes: readonly string[];
      readonly countsVictims: boolean;
      readonly computed: string | null;
    },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        'UPDATE indicator SET required_purposes = $3, counts_victims = $4, computed_from = $5 WHERE state_id = $1 AND id = $2',
        [stateId, indicatorId, [...asked.requiredPurposes], asked.countsVictims, asked.computed],
      );
  }

  /** Indicators whose charts stand on the overview, in this order. */
  async highlight(stateId: number, codes: readonly string[]): Promise<void> {
    await this.record.current().execute(
      `UPDATE indicator i SET highlight_position = g.position FROM unnest($2::text[]) WITH ORDINALITY AS g(code, position)
       WHERE i.state_id = $1 AND i.code = g.code`,
      [stateId, [...codes]],
    );
  }

  async linkIndicator(
    stateId: number,
    link: {
      readonly recommendationId: number;
      readonly indicatorId: number;
      readonly required: boolean;
      readonly isHome: boolean;
      readonly position: number;
    },
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `INSERT INTO recommendation_indicator (state_id, recommendation_id, indicator_id, required, is_home, position) VALUES ($1, $2, $3, $4, $5, $6)`,
        [stateId, link.recommendationId, link.indicatorId, link.required, link.isHome, link.position],
      );
  }

  async saveSeries(stateId: number, indicatorId: number, categories: SeriesKey): Promise<number> {
    const saved = await this.record.current().row<{ id: number }>(
      `INSERT INTO series (state_id, indicator_id, key, categories) VALUES ($1, $2, $3, $4)
       ON CONFLICT ON CONSTRAINT uq_series_key DO UPDATE SET categories = excluded.categories RETURNING id`,
      [stateId, indicatorId, seriesKeyText(categories), JSON.stringify(categories)],
    );
    return saved!.id;
  }

  /** Answers its id, for the figures that come on record with it. */
  addIntake(stateId: number, intake: FigureIntake): Promise<number> {
    return addFigureIntake(this.record.current(), stateId, intake);
  }

  async saveObservation(
    stateId: number,
    seriesId: number,
    sourceId: number,
    observation: NewObservation,
  ): Promise<void> {
    await this.record
      .current()
      .execute(
        `INSERT INTO observation (state_id, series_id, source_id, period_start_on, period_end_on, intake_id, status, value) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[stateId, seriesId, sourceId, observation.period.startOn, observation.period.endOn],
          ...[observation.intakeId, observationStatus(observation), observation.value],
        ],
      );
  }

  /**
   * Declares a cube and the register that it counts. One register has one cube: published from two, its children could be
   * worked out from the difference.
   */
  private async declareCube(stateId: number, code: string, recordSource: string): Promise<void> {
    const sql = this.record.current();
    const other = await sql.row<{ code: string }>(
      `SELECT code FROM cube WHERE state_id = $1 AND record_source = $2 AND code <> $3`,
      [stateId, recordSource, code],
    );
    if (other)
      throw new UserError(
        'conflict',
        'cube.record_source_taken',
        `The register "${recordSource}" is counted by the cube "${other.code}" already; expected its indicators in that cube, not in "${code}".`,
      );
    await sql.execute(
      `INSERT INTO cube (state_id, code, record_source) VALUES ($1, $2, $3)
       ON CONFLICT ON CONSTRAINT pk_cube DO UPDATE SET record_source = excluded.record_source`,
      [stateId, code, recordSource],
    );
  }
}
