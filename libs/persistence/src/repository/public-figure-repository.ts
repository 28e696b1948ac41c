import type {
  BreakKind,
  Direction,
  FigureKind,
  IndicatorClass,
  IndicatorTrack,
  SeriesKey,
  ValueType,
  Instant,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { searchCondition } from './search-condition.js';
import type { ListSearch } from './search-condition.js';
import type { Bilingual } from './state-repository.js';

export interface PublicIndicator {
  readonly id: number;
  readonly code: string;
  readonly track: IndicatorTrack;
  readonly class: IndicatorClass;
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly population: Bilingual | null;
  readonly valueType: ValueType;
  readonly figureKind: FigureKind | null;
  readonly direction: Direction;
  readonly periodicityMonths: number | null;
  /** What was written of its definition, method and limits, by heading. */
  readonly metadata: Readonly<Record<string, Bilingual>>;
  readonly requiredDimensions: readonly string[];
  readonly baselineValue: number | null;
  readonly baselineOn: string | null;
  readonly targetValue: number | null;
  readonly targetOn: string | null;
  readonly institutionName: Bilingual | null;
  /** All who are asked for it, the lead first. */
  readonly reporters: readonly PublicReporter[];
  readonly recommendations: readonly {
    readonly id: number;
    readonly publicId: string;
    readonly code: string;
    readonly required: boolean;
    readonly titles: Readonly<Record<string, string>>;
  }[];
  /** In the list: of its recommendation, and among the indicators of that. */
  readonly position: number;
  readonly place: number;
}

export interface PublicReporter {
  readonly code: string;
  readonly name: Bilingual;
  /** Of the periods that it is asked for; null on an open side. */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

export interface PublicFigure {
  readonly indicatorCode: string;
  readonly seriesKey: string;
  readonly sourceCode: string;
  readonly categories: SeriesKey;
  readonly periodStartOn: string;
  readonly periodEndOn: string;
  readonly value: number | null;
  readonly flag: string | null;
  readonly bound: number | null;
  readonly provisional: boolean;
  readonly cubeVersion: number;
  readonly announcedError: number | null;
}

export interface PublicSource {
  readonly code: string;
  readonly name: Bilingual;
  readonly citation: boolean;
  readonly demonstration: boolean;
  readonly url: string | null;
}

export interface PublicDimension {
  readonly code: string;
  readonly name: Bilingual;
  readonly categories: readonly { readonly code: string; readonly name: Bilingual }[];
}

/** What stands beside published figures: why sources differ, which is of record, where a series breaks. */
export interface PublicJudgement {
  readonly indicatorCode: string;
  readonly judgement: 'explanation' | 'of_record' | 'break';
  readonly periodStartOn: string | null;
  readonly periodEndOn: string | null;
  readonly sourceCode: string | null;
  readonly breakOn: string | null;
  readonly breakKind: BreakKind | null;
  readonly text: string;
  /** In which it was written. */
  readonly language: string;
  readonly recordedAt: Instant;
}

/** Behind every position: an indicator that no recommendation is home to. */
const LAST = 1_000_000;

const FIGURE = `indicator_code AS "indicatorCode", series_key AS "seriesKey", source_code AS "sourceCode", categories, period_start_on AS "periodStartOn",
  period_end_on AS "periodEndOn", value, flag, bound, provisional, cube_version AS "cubeVersion", announced_error AS "announcedError"`;

/** Reads published figures and their metadata as the public role. */
export class PublicFigureRepository {
  constructor(private readonly record: RecordDatabase) {}

  listIndicators(
    stateId: number,
    filter: {
      readonly code?: string;
      readonly recommendationId?: number;
      readonly track?: IndicatorTrack;
      readonly search?: ListSearch | undefined;
      /** Of the last one of the page before: its place and its code. */
      readonly after?: readonly [position: number, place: number, code: string] | undefined;
      readonly limit?: number;
    } = {},
  ): Promise<PublicIndicator[]> {
    const parameters: unknown[] = [
      stateId,
      filter.code ?? null,
      filter.recommendationId ?? null,
      filter.track ?? null,
      ...(filter.after ?? [null, null, null]),
      filter.limit ?? null,
    ];
    const found = filter.search
      ? `AND i.id IN (SELECT f.subject_id FROM public_search f WHERE f.state_id = $1 AND f.kind = 'indicator'
           AND ${searchCondition('f.vector', filter.search, stateId, parameters)})`
      : '';
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicIndicator>(
        `SELECT i.id, i.code, i.track, i.class, i.name, i.unit, i.population, i.value_type AS "valueType", i.figure_kind AS "figureKind", i.direction,
                i.periodicity_months AS "periodicityMonths", i.metadata,
                i.required_dimensions AS "requiredDimensions", i.baseline_value AS "baselineValue", i.baseline_on AS "baselineOn",
                i.target_value AS "targetValue", i.target_on AS "targetOn", n.name AS "institutionName", x.recommendations,
                x.position, x.place,
                (SELECT coalesce(jsonb_agg(jsonb_build_object('code', w.code, 'name', w.name, 'startsOn', p.starts_on, 'endsOn', p.ends_on)
                   ORDER BY p.lead DESC, p.position), '[]')
                 FROM public_reporter p JOIN public_institution w ON w.state_id = p.state_id AND w.id = p.institution_id
                 WHERE p.state_id = i.state_id AND p.indicator_id = i.id) AS reporters
         FROM public_indicator i
         LEFT JOIN public_institution n ON n.state_id = i.state_id AND n.id = i.institution_id
         JOIN LATERAL (
           SELECT jsonb_agg(jsonb_build_object('id', r.id, 'publicId', r.public_id, 'code', r.code, 'required', ri.required, 'titles',
                    (SELECT coalesce(jsonb_object_agg(t.language, t.title) FILTER (WHERE t.title IS NOT NULL), '{}') FROM public_recommendation_text t
                     WHERE t.state_id = r.state_id AND t.recommendation_id = r.id)) ORDER BY ri.is_home DESC, r.position) AS recommendations,
                  coalesce(min(r.position) FILTER (WHERE ri.is_home), ${LAST}) AS position, bool_or(r.id = $3::int) AS asked,
                  coalesce(min(ri.position) FILTER (WHERE ri.is_home), ${LAST}) AS place
           FROM public_recommendation_indicator ri
           JOIN public_recommendation r ON r.state_id = ri.state_id AND r.id = ri.recommendation_id
           WHERE ri.state_id = i.state_id AND ri.indicator_id = i.id) x ON true
         WHERE i.state_id = $1 AND ($2::text IS NULL OR i.code = $2) AND ($3::int IS NULL OR x.asked) AND ($4::text IS NULL OR i.track = $4)
           AND ($5::bigint IS NULL OR (x.position, x.place, i.code) > ($5::bigint, $6::bigint, $7::text)) ${found}
         ORDER BY x.position, x.place, i.code LIMIT $8`,
        parameters,
      ),
    );
  }

  listFigures(stateId: number, indicatorCodes: readonly string[]): Promise<PublicFigure[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicFigure>(
        `SELECT ${FIGURE} FROM published_figure WHERE state_id = $1 AND indicator_code = ANY($2)
         ORDER BY indicator_code, series_key, source_code, period_end_on, period_start_on`,
        [stateId, [...indicatorCodes]],
      ),
    );
  }

  /** Codes of the indicators on the overview, in their order. */
  async listHighlights(stateId: number): Promise<string[]> {
    const rows = await this.record.runPublic(stateId, (sql) =>
      sql.rows<{ code: string }>(
        `SELECT code FROM public_indicator WHERE state_id = $1 AND highlight_position IS NOT NULL ORDER BY highlight_position`,
        [stateId],
      ),
    );
    return rows.map((row) => row.code);
  }

  /** Newest published total of each indicator. */
  listNewestTotals(stateId: number, indicatorCodes: readonly string[]): Promise<PublicFigure[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicFigure>(
        `SELECT DISTINCT ON (p.indicator_code) ${FIGURE} FROM published_figure p
         WHERE p.state_id = $1 AND p.indicator_code = ANY($2) AND p.series_key = ''
         ORDER BY p.indicator_code, p.period_end_on DESC, EXISTS (SELECT FROM public_figure_judgement j WHERE j.state_id = p.state_id
           AND j.indicator_code = p.indicator_code AND j.judgement = 'of_record' AND j.period_end_on = p.period_end_on
           AND j.period_start_on = p.period_start_on AND j.source_code = p.source_code) DESC, p.source_code`,
        [stateId, [...indicatorCodes]],
      ),
    );
  }

  /** Published totals of the indicators, oldest first. */
  listTotals(stateId: number, indicatorCodes: readonly string[]): Promise<PublicFigure[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicFigure>(
        `SELECT ${FIGURE} FROM published_figure WHERE state_id = $1 AND indicator_code = ANY($2) AND series_key = ''
         ORDER BY indicator_code, source_code, period_end_on, period_start_on`,
        [stateId, [...indicatorCodes]],
      ),
    );
  }

  /** Published totals of the same indicators in periods that end on or after a break in them, oldest first. */
  listTotalsSinceBreaks(stateId: number, indicatorCodes: readonly string[]): Promise<PublicFigure[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicFigure>(
        `SELECT ${FIGURE} FROM published_figure p
         WHERE p.state_id = $1 AND p.indicator_code = ANY($2) AND p.series_key = ''
           AND p.period_end_on >= (SELECT min(j.break_on) FROM public_figure_judgement j
             WHERE j.state_id = p.state_id AND j.indicator_code = p.indicator_code AND j.judgement = 'break')
         ORDER BY p.indicator_code, p.period_end_on, p.source_code`,
        [stateId, [...indicatorCodes]],
      ),
    );
  }

  listJudgements(stateId: number, indicatorCodes: readonly string[]): Promise<PublicJudgement[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicJudgement>(
        `SELECT indicator_code AS "indicatorCode", judgement, period_start_on AS "periodStartOn", period_end_on AS "periodEndOn",
                source_code AS "sourceCode", break_on AS "breakOn", break_kind AS "breakKind", text, language, recorded_at AS "recordedAt"
         FROM public_figure_judgement WHERE state_id = $1 AND indicator_code = ANY($2)
         ORDER BY indicator_code, judgement, coalesce(period_end_on, break_on) DESC, id`,
        [stateId, [...indicatorCodes]],
      ),
    );
  }

  /** What the State set its thresholds to; those of everybody are not among them. */
  listThresholds(stateId: number): Promise<{ readonly name: string; readonly value: number }[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows('SELECT name, value FROM public_threshold WHERE state_id = $1', [stateId]),
    );
  }

  listSources(stateId: number): Promise<PublicSource[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicSource>(
        `SELECT code, name, citation, demonstration, url FROM public_source WHERE state_id = $1 ORDER BY code`,
        [stateId],
      ),
    );
  }

  listDimensions(stateId: number): Promise<PublicDimension[]> {
    return this.record.runPublic(stateId, (sql) =>
      sql.rows<PublicDimension>(
        `SELECT d.code, d.name, coalesce((SELECT jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name) ORDER BY c.position)
                FROM public_category c WHERE c.dimension_code = d.code), '[]') AS categories
         FROM public_dimension d ORDER BY d.position`,
      ),
    );
  }
}
