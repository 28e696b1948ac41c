import type {
  BreakKind,
  CivilDate,
  FigureKind,
  Instant,
  Judgement,
  ReferencePeriod,
  ValueState,
  ValueType,
} from '#domain';

import type { RecordDatabase } from '../transaction/record-database.js';
import type { Bilingual } from './state-repository.js';

export interface JudgedIndicator {
  readonly id: number;
  readonly code: string;
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly valueType: ValueType;
  readonly figureKind: FigureKind | null;
}

/** A total as it was accepted, beside what is published of it. */
export interface ComparedFigure {
  readonly periodStartOn: CivilDate;
  readonly periodEndOn: CivilDate;
  readonly source: string;
  readonly sourceName: Bilingual;
  readonly state: ValueState;
  readonly value: number | null;
  readonly provisional: boolean;
  /** Null where nothing was published of it. */
  readonly publishedValue: number | null;
  readonly publishedFlag: string | null;
}

/** Something that was said, as it was said. */
export interface JudgementOnRecord {
  readonly id: number;
  readonly judgement: Judgement;
  readonly periodStartOn: CivilDate | null;
  readonly periodEndOn: CivilDate | null;
  readonly source: string | null;
  readonly breakOn: CivilDate | null;
  readonly breakKind: BreakKind | null;
  readonly text: string;
  readonly language: string;
  readonly person: string | null;
  readonly recordedAt: Instant;
  /** It is the newest of its kind for the same period, or the same day and source, and stands for something. */
  readonly standing: boolean;
  /** An explanation that was the last of its period when a figure that it speaks of changed: it waits to be looked at again. */
  readonly lookAgain: boolean;
}

export interface NewJudgement {
  readonly indicatorId: number;
  readonly judgement: Judgement;
  readonly period: ReferencePeriod | null;
  readonly sourceId: number | null;
  readonly breakOn: CivilDate | null;
  readonly breakKind: BreakKind | null;
  readonly text: string;
  readonly language: string;
  readonly personId: number | null;
  readonly recordedAt: Instant;
}

/** What is said of the comparability of an indicator's figures. In the transaction of whoever calls. */
export class ComparabilityRepository {
  constructor(private readonly record: RecordDatabase) {}

  /** @param lock held until the transaction ends: two judgements of one indicator come one after the other */
  findIndicator(stateId: number, code: string, lock = false): Promise<JudgedIndicator | null> {
    return this.record.current().row<JudgedIndicator>(
      `SELECT id, code, name, unit, value_type AS "valueType", figure_kind AS "figureKind" FROM indicator
       WHERE state_id = $1 AND code = $2${lock ? ' FOR NO KEY UPDATE' : ''}`,
      [stateId, code],
    );
  }

  /** Totals of periods, newest first and source by source; of each the newest revision. */
  listTotals(
    stateId: number,
    indicatorId: number,
    { after, periods }: { readonly after: ReferencePeriod | null; readonly periods: number },
  ): Promise<ComparedFigure[]> {
    return this.record.current().rows<ComparedFigure>(
      `WITH total AS (
         SELECT DISTINCT ON (o.period_end_on, o.period_start_on, o.source_id) o.period_start_on, o.period_end_on, o.source_id, o.value_state, o.value,
                o.provisional, i.code AS indicator_code
         FROM indicator i
         JOIN series s ON s.state_id = i.state_id AND s.indicator_id = i.id AND s.key = ''
         JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id
         WHERE i.state_id = $1 AND i.id = $2
         ORDER BY o.period_end_on, o.period_start_on, o.source_id, o.revision DESC),
       recent AS (SELECT DISTINCT period_end_on, period_start_on FROM total
         WHERE $4::date IS NULL OR (period_end_on, period_start_on) < ($4::date, $5::date) ORDER BY period_end_on DESC, period_start_on DESC LIMIT $3)
       SELECT t.period_start_on AS "periodStartOn", t.period_end_on AS "periodEndOn", c.code AS source, c.name AS "sourceName", t.value_state AS state,
              t.value, t.provisional, p.value AS "publishedValue", p.flag AS "publishedFlag"
       FROM total t
       JOIN recent r ON r.period_end_on = t.period_end_on AND r.period_start_on = t.period_start_on
       JOIN source c ON c.state_id = $1 AND c.id = t.source_id
       LEFT JOIN published_figure p ON p.state_id = $1 AND p.indicator_code = t.indicator_code AND p.series_key = '' AND p.source_code = c.code
         AND p.period_end_on = t.period_end_on AND p.period_start_on = t.period_start_on
       ORDER BY t.period_end_on DESC, t.period_start_on DESC, c.code`,
      [stateId, indicatorId, periods, after?.endOn ?? null, after?.startOn ?? null],
    );
  }

  /** What stands of periods that end within these days. */
  listStanding(
    stateId: number,
    indicatorId: number,
    within: ReferencePeriod,
  ): Promise<Pick<JudgementOnRecord, 'judgement' | 'periodStartOn' | 'periodEndOn' | 'source'>[]> {
    return this.record.current().rows(
      `SELECT z.judgement, z.period_start_on AS "periodStartOn", z.period_end_on AS "periodEndOn", c.code AS source
       FROM standing_judgement z LEFT JOIN source c ON c.state_id = z.state_id AND c.id = z.source_id
       WHERE z.state_id = $1 AND z.indicator_id = $2 AND z.period_end_on BETWEEN $3 AND $4`,
      [stateId, indicatorId, within.startOn, within.endOn],
    );
  }

  /** Newest first. */
  listJudgements(stateId: number, indicatorId: number, limit: number): Promise<JudgementOnRecord[]> {
    return this.record.current().rows<JudgementOnRecord>(
      `SELECT x.id, x.judgement, x.period_start_on AS "periodStartOn", x.period_end_on AS "periodEndOn", c.code AS source, x.break_on AS "breakOn",
              x.break_kind AS "breakKind", x.text, x.language, p.name AS person, x.recorded_at AS "recordedAt", z.id IS NOT NULL AS standing,
              x.judgement = 'explanation' AND z.id IS NULL AND NOT EXISTS (SELECT FROM figure_judgement y WHERE y.state_id = x.state_id
                AND y.indicator_id = x.indicator_id AND y.judgement = 'explanation' AND y.period_end_on = x.period_end_on
                AND y.period_start_on = x.period_start_on AND y.id > x.id) AS "lookAgain"
       FROM figure_judgement x
       LEFT JOIN source c ON c.state_id = x.state_id AND c.id = x.source_id
       LEFT JOIN person p ON p.id = x.person_id
       LEFT JOIN standing_judgement z ON z.state_id = x.state_id AND z.id = x.id
       WHERE x.state_id = $1 AND x.indicator_id = $2 ORDER BY x.id DESC LIMIT $3`,
      [stateId, indicatorId, limit],
    );
  }

  async findSource(stateId: number, code: string): Promise<number | null> {
    const source = await this.record
      .current()
      .row<{ id: number }>('SELECT id FROM source WHERE state_id = $1 AND code = $2', [stateId, code]);
    return source?.id ?? null;
  }

  /** Whether any figure of the source is on record for the indicator, and where a period is given, for it. */
  async hasFigure(
    stateId: number,
    { indicatorId, sourceId, period }: Pick<NewJudgement, 'indicatorId' | 'sourceId' | 'period'>,
  ): Promise<boolean> {
    const found = await this.record.current().row(
      `SELECT 1 FROM series s JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id
       WHERE s.state_id = $1 AND s.indicator_id = $2 AND ($3::int IS NULL OR o.source_id = $3)
         AND ($4::date IS NULL OR (o.period_start_on = $4 AND o.period_end_on = $5)) LIMIT 1`,
      [stateId, indicatorId, sourceId, period?.startOn ?? null, period?.endOn ?? null],
    );
    return found !== null;
  }

  /** Which of the numbers are accepted figures that publication prints otherwise, or not at all. */
  async listHidden(
    stateId: number,
    { indicatorId, period }: Pick<NewJudgement, 'indicatorId' | 'period'>,
    numbers: readonly number[],
  ): Promise<number[]> {
    if (numbers.length === 0) return [];
    const rows = await this.record.current().rows<{ value: number }>(
      `SELECT DISTINCT o.value FROM indicator i
       JOIN series s ON s.state_id = i.state_id AND s.indicator_id = i.id
       JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id
       WHERE i.state_id = $1 AND i.id = $2 AND o.value = ANY($3::numeric[])
         AND ($4::date IS NULL OR (o.period_start_on = $4 AND o.period_end_on = $5))
         AND NOT EXISTS (SELECT FROM published_figure p WHERE p.state_id = i.state_id AND p.indicator_code = i.code AND p.value = o.value
           AND ($4::date IS NULL OR (p.period_start_on = $4 AND p.period_end_on = $5)))`,
      [stateId, indicatorId, [...numbers], period?.startOn ?? null, period?.endOn ?? null],
    );
    return rows.map(({ value }) => Number(value));
  }

  /** What the sweep thinks of the indicator's recommendations is stale from here on. */
  async add(stateId: number, said: NewJudgement): Promise<number> {
    const sql = this.record.current();
    const saved = await sql.row<{ id: number }>(
      `INSERT INTO figure_judgement (state_id, indicator_id, judgement, period_start_on, period_end_on, source_id, break_on, break_kind, text, language,
                                     person_id, recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, to_timestamp($12::float8 / 1000)) RETURNING id`,
      [
        stateId,
        said.indicatorId,
        said.judgement,
        said.period?.startOn ?? null,
        said.period?.endOn ?? null,
        said.sourceId,
        said.breakOn,
        said.breakKind,
        said.text,
        said.language,
        said.personId,
        said.recordedAt,
      ],
    );
    await sql.execute(
      `UPDATE recommendation r SET next_check_on = NULL, version = r.version + 1
       WHERE r.state_id = $1 AND r.id IN (SELECT recommendation_id FROM recommendation_indicator WHERE state_id = $1 AND indicator_id = $2)`,
      [stateId, said.indicatorId],
    );
    return saved!.id;
  }
}
