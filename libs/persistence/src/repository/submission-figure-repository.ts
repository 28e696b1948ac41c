import type {
  AcceptableFigure,
  CivilDate,
  Departure,
  IndicatorTrack,
  ReferencePeriod,
  SeriesKey,
  ValueType,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import { seriesKeyText } from './figure-repository.js';
import type { NamedSource, SheetShape } from './asked-figure.js';
import type { Bilingual } from './state-repository.js';

/** The indicator that an obligation asks a figure of. */
export interface AskedIndicator {
  readonly id: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly population: Bilingual | null;
  readonly track: IndicatorTrack;
  readonly valueType: ValueType;
  readonly ratioPer: number | null;
  readonly requiredDimensions: readonly string[];
  /** Who owes the figure, and who leads of all that are asked for the indicator. */
  readonly institutionId: number | null;
  readonly leadId: number | null;
  readonly requiredPurposes: readonly string[];
  readonly shape: SheetShape;
}

export interface NamedDimension {
  readonly code: string;
  readonly name: Bilingual;
  readonly categories: readonly {
    readonly code: string;
    readonly name: Bilingual;
    /** By the register that has them: `inei`, `reniec`, `iso`. */
    readonly codes?: Readonly<Record<string, string>>;
  }[];
}

export interface HandedInFigure extends AcceptableFigure {
  readonly indicatorId: number;
  readonly categories: SeriesKey;
  readonly sourceId: number;
  readonly period: ReferencePeriod;
  readonly revisionReason: string | null;
}

export interface FigureOnRecord extends AcceptableFigure {
  readonly categories: SeriesKey;
  readonly period: ReferencePeriod;
  readonly revision: number;
  readonly acceptedOn: CivilDate;
}

export interface KeptDeparture extends Departure {
  /** Why it stands all the same; null while nobody has said so. */
  readonly reason: string | null;
}

const FIGURE = `f.value_state AS state, f.value, f.numerator, f.denominator, f.provisional,
  jsonb_build_object('startOn', f.period_start_on, 'endOn', f.period_end_on) AS period`;

/** Amounts by line and cases by stage have forms of their own, behind a sign-in: the form of a mail's link holds one figure for each category. */
export const ASKS_FIGURE = (obligation: string): string => `(
  NOT EXISTS (SELECT FROM indicator x WHERE x.state_id = ${obligation}.state_id AND x.id = ${obligation}.indicator_id AND x.computed_from IS NOT NULL) AND
  NOT EXISTS (SELECT FROM budget_line b WHERE b.state_id = ${obligation}.state_id AND b.indicator_id = ${obligation}.indicator_id)
  AND NOT EXISTS (SELECT FROM case_series c WHERE c.state_id = ${obligation}.state_id AND c.indicator_id = ${obligation}.indicator_id))`;

/** What a submission brings in figures, and what it is held against. */
export class SubmissionFigureRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** Null where the obligation asks for none, or the program works its figures out itself. */
  findIndicator(stateId: number, obligationId: number): Promise<AskedIndicator | null> {
    return this.record.current().row<AskedIndicator>(
      `SELECT i.id, i.code, i.name, i.unit, i.population, i.track, i.value_type AS "valueType", i.ratio_per AS "ratioPer",
         i.required_dimensions AS "requiredDimensions", o.institution_id AS "institutionId", i.institution_id AS "leadId",
         i.required_purposes AS "requiredPurposes",
         CASE WHEN EXISTS (SELECT FROM case_series c WHERE c.state_id = i.state_id AND c.indicator_id = i.id) THEN 'cases'
           WHEN EXISTS (SELECT FROM budget_line b WHERE b.state_id = i.state_id AND b.indicator_id = i.id) THEN 'budget' ELSE 'cells' END AS shape
       FROM obligation o JOIN indicator i ON i.state_id = o.state_id AND i.id = o.indicator_id WHERE o.state_id = $1 AND o.id = $2 AND i.computed_from IS NULL`,
      [stateId, obligationId],
    );
  }

  /** In the order in which they are asked for. */
  listDimensions(codes: readonly string[]): Promise<NamedDimension[]> {
    return this.record.current().rows<NamedDimension>(
      `SELECT d.code, d.name, (SELECT coalesce(jsonb_agg(jsonb_build_object('code', c.code, 'name', c.name, 'codes', c.codes) ORDER BY c.position), '[]') FROM category c
         WHERE c.dimension_code = d.code) AS categories
       FROM unnest($1::text[]) WITH ORDINALITY AS asked(code, place) JOIN dimension d ON d.code = asked.code ORDER BY asked.place`,
      [[...codes]],
    );
  }

  /**
   * Where the institution's figures of the indicator came from last; never what somebody else had published. Sources that belong
   * to nobody are the lead's: two institutions never write into the same one.
   */
  findSource(
    stateId: number,
    { id, institutionId, leadId }: Pick<AskedIndicator, 'id' | 'institutionId' | 'leadId'>,
  ): Promise<NamedSource | null> {
    return this.record.current().row<NamedSource>(
      `SELECT c.id, c.code, c.name FROM accepted_figure o
       JOIN series s ON s.state_id = o.state_id AND s.id = o.series_id JOIN source c ON c.state_id = o.state_id AND c.id = o.source_id
       WHERE o.state_id = $1 AND s.indicator_id = $2 AND NOT c.citation AND (c.institution_id = $3 OR (c.institution_id IS NULL AND $4))
       ORDER BY o.period_end_on DESC, o.intake_id DESC LIMIT 1`,
      [stateId, id, institutionId, institutionId === null || leadId === null || leadId === institutionId],
    );
  }

  /** The institution's own source of figures, from the first that it hands in; the State's where no institution owes them. */
  async saveOwnSource(stateId: number, institutionId: number | null): Promise<NamedSource> {
    const saved = await this.record.current().row<NamedSource>(
      `INSERT INTO source (state_id, code, name, demonstration, institution_id)
       SELECT t.id, coalesce('institution.' || n.code, 'state'), coalesce(n.name, t.name), t.demonstration, n.id
       FROM state t LEFT JOIN institution n ON n.state_id = t.id AND n.id = $2 WHERE t.id = $1
       ON CONFLICT ON CONSTRAINT uq_source_code DO UPDATE SET name = excluded.name RETURNING id, code, name`,
      [stateId, institutionId],
    );
    return saved!;
  }

  /** The newest accepted revision of each series in that period, from that source. */
  listAccepted(
    stateId: number,
    { indicatorId, sourceId, period }: { indicatorId: number; sourceId: number; period: ReferencePeriod },
  ): Promise<FigureOnRecord[]> {
    return this.record.current().rows<FigureOnRecord>(
      `SELECT DISTINCT ON (s.id) s.categories, ${FIGURE}, f.revision, f.accepted_on AS "acceptedOn"
       FROM series s JOIN accepted_figure f ON f.state_id = s.state_id AND f.series_id = s.id
       WHERE s.state_id = $1 AND s.indicator_id = $2 AND f.source_id = $3 AND f.period_start_on = $4 AND f.period_end_on = $5
       ORDER BY s.id, f.revision DESC`,
      [stateId, indicatorId, sourceId, period.startOn, period.endOn],
    );
  }

  /** The newest accepted figure of each series before that period, whatever its source. */
  listEarlier(stateId: number, indicatorId: number, before: CivilDate): Promise<FigureOnRecord[]> {
    return this.record.current().rows<FigureOnRecord>(
      `SELECT DISTINCT ON (s.id) s.categories, ${FIGURE}, f.revision, f.accepted_on AS "acceptedOn"
       FROM series s JOIN accepted_figure f ON f.state_id = s.state_id AND f.series_id = s.id
       WHERE s.state_id = $1 AND s.indicator_id = $2 AND f.period_end_on < $3 AND f.value IS NOT NULL
       ORDER BY s.id, f.period_end_on DESC, f.revision DESC`,
      [stateId, indicatorId, before],
    );
  }

  listFigures(stateId: number, submissionId: number, revision: number): Promise<HandedInFigure[]> {
    return this.record.current().rows<HandedInFigure>(
      `SELECT f.indicator_id AS "indicatorId", f.categories, f.source_id AS "sourceId", ${FIGURE}, f.revision_reason AS "revisionReason"
       FROM submission_figure f WHERE f.state_id = $1 AND f.submission_id = $2 AND f.revision = $3 ORDER BY f.series_key`,
      [stateId, submissionId, revision],
    );
  }

  listDepartures(stateId: number, submissionId: number, revision: number): Promise<KeptDeparture[]> {
    return this.record.current().rows<KeptDeparture>(
      `SELECT rule, dimension, whole, category, parts, total, reason FROM submission_departure
       WHERE state_id = $1 AND submission_id = $2 AND revision = $3 ORDER BY position`,
      [stateId, submissionId, revision],
    );
  }

  /** The figures of a revision, whole: what is not given is gone. */
  async setFigures(
    stateId: number,
    { submissionId, revision }: { readonly submissionId: number; readonly revision: number },
    figures: readonly HandedInFigure[],
    departures: readonly KeptDeparture[],
  ): Promise<void> {
    const sql = this.record.current();
    for (const table of ['submission_figure', 'submission_departure'])
      await sql.execute(`DELETE FROM ${table} WHERE state_id = $1 AND submission_id = $2 AND revision = $3`, [
        stateId,
        submissionId,
        revision,
      ]);
    const rows = figures.map(({ period, ...figure }) => ({
      ...figure,
      ...period,
      seriesKey: seriesKeyText(figure.categories),
    }));
    await sql.execute(
      `INSERT INTO submission_figure (state_id, submission_id, revision, indicator_id, series_key, source_id, period_start_on, period_end_on, categories,
         value_state, value, numerator, denominator, provisional, revision_reason)
       SELECT $1, $2, $3, g."indicatorId", g."seriesKey", g."sourceId", g."startOn", g."endOn", g.categories, g.state, g.value, g.numerator, g.denominator,
         g.provisional, g."revisionReason"
       FROM jsonb_to_recordset($4::jsonb) AS g("indicatorId" integer, "seriesKey" text, "sourceId" integer, "startOn" date, "endOn" date, categories jsonb,
         state text, value numeric, numerator numeric, denominator numeric, provisional boolean, "revisionReason" text)`,
      [stateId, submissionId, revision, JSON.stringify(rows)],
    );
    await sql.execute(
      `INSERT INTO submission_departure (state_id, submission_id, revision, position, rule, dimension, whole, category, parts, total, reason)
       SELECT $1, $2, $3, g.position, g.rule, g.dimension, g.whole, g.category, g.parts, g.total, g.reason
       FROM jsonb_to_recordset($4::jsonb) AS g(position smallint, rule text, dimension text, whole jsonb, category text, parts numeric, total numeric, reason text)`,
      [
        stateId,
        submissionId,
        revision,
        JSON.stringify(departures.map((departure, place) => ({ ...departure, position: place + 1 }))),
      ],
    );
  }

  /** What was returned is where its next revision begins. */
  async copyFigures(stateId: number, submissionId: number, from: number, to: number): Promise<void> {
    const sql = this.record.current();
    for (const [table, columns] of [
      [
        'submission_figure',
        `indicator_id, series_key, source_id, period_start_on, period_end_on, categories, value_state, value, numerator, denominator, provisional,
         revision_reason`,
      ],
      ['submission_departure', `position, rule, dimension, whole, category, parts, total, reason`],
    ] as const)
      await sql.execute(
        `INSERT INTO ${table} (state_id, submission_id, revision, ${columns})
         SELECT state_id, submission_id, $4, ${columns} FROM ${table} WHERE state_id = $1 AND submission_id = $2 AND revision = $3`,
        [stateId, submissionId, from, to],
      );
  }
}
