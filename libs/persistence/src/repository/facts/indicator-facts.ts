import type { AskedReporter, FigureValue, IndicatorFacts, SharedFigure } from '#domain';
import { addDays } from '#domain';

import type { Sql } from '../../transaction/record-database.js';
import { bounds, within } from './page-of-facts.js';
import type { Owned, Span } from './page-of-facts.js';

interface IndicatorRow extends Omit<
  IndicatorFacts,
  | 'newest'
  | 'baseline'
  | 'previous'
  | 'target'
  | 'seriesBreak'
  | 'shared'
  | 'receivedDimensions'
  | 'inapplicableDimensions'
  | 'reporters'
> {
  readonly reporters: readonly AskedReporter[] | null;
  readonly recommendationId: number;
  readonly valueState: FigureValue['state'] | null;
  readonly value: number | null;
  readonly provisional: boolean | null;
  readonly periodStartOn: string | null;
  readonly periodEndOn: string | null;
  /** Day of its end, counted from 2000, and value. */
  readonly previous: readonly [number, number] | null;
  readonly announcedError: number;
  readonly baselineValue: number | null;
  readonly baselineOn: string | null;
  readonly targetValue: number | null;
  readonly targetOn: string | null;
  readonly breakOn: string | null;
  readonly firstValue: number | null;
  readonly firstOn: string | null;
  readonly shared: readonly SharedFigure[] | null;
  /** Whether several sources report it, or somebody judged the comparability of its figures. */
  readonly isCompared: boolean;
}

/** Whether the source of a total of the period was chosen to be of record. */
const isOfRecord = (
  source: string,
): string => `EXISTS (SELECT FROM standing_judgement j WHERE j.state_id = i.state_id
         AND j.indicator_id = i.id AND j.judgement = 'of_record' AND j.period_end_on = o.period_end_on AND j.period_start_on = o.period_start_on
         AND j.source_id = ${source})`;

/**
 * How figures of several sources or years stand beside each other. Only few indicators have it, and the statement takes longer to
 * plan with it than to run without it.
 */
interface Comparison {
  /** Whether the total `o` of the source stands before others, with a comma. */
  readonly before: string;
  readonly breaks: string;
  readonly shared: string;
}

const NONE: Comparison = {
  before: '',
  breaks: 'CROSS JOIN (SELECT NULL::date AS break_on, NULL::numeric AS value, NULL::date AS period_end_on) b',
  shared: 'CROSS JOIN (SELECT NULL::jsonb AS shared) m',
};

const COMPARED: Comparison = {
  before: `${isOfRecord('o.source_id')} DESC, `,
  breaks: `LEFT JOIN LATERAL (
       SELECT l.break_on, f.value, f.period_end_on FROM (
         SELECT j.break_on FROM standing_judgement j
         WHERE j.state_id = i.state_id AND j.indicator_id = i.id AND j.judgement = 'break' AND j.break_on <= n.period_end_on
           AND (j.source_id IS NULL OR j.source_id = n.source_id)
         ORDER BY j.break_on DESC LIMIT 1) l
       LEFT JOIN LATERAL (
         SELECT o.value, o.period_end_on FROM published_figure o
         JOIN source c ON c.state_id = o.state_id AND c.code = o.source_code
         WHERE o.state_id = i.state_id AND o.indicator_code = i.code AND o.series_key = '' AND o.value IS NOT NULL AND o.period_end_on >= l.break_on
         ORDER BY o.period_end_on, ${isOfRecord('c.id')} DESC, o.source_code = n.source_code DESC, o.source_code LIMIT 1) f ON true) b ON true`,
  shared: `LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('periodStartOn', q.period_start_on, 'periodEndOn', q.period_end_on, 'figures', q.figures, 'explained',
                EXISTS (SELECT FROM standing_judgement j WHERE j.state_id = i.state_id AND j.indicator_id = i.id AND j.judgement = 'explanation'
                  AND j.period_end_on = q.period_end_on AND j.period_start_on = q.period_start_on))) AS shared
       FROM (SELECT x.period_start_on, x.period_end_on, jsonb_agg(jsonb_build_object('source', x.source_code, 'value', x.value, 'error',
                      coalesce(x.announced_error, 0)) ORDER BY x.source_code) AS figures
             FROM published_figure x
             WHERE t.several AND x.state_id = i.state_id AND x.indicator_code = i.code AND x.series_key = '' AND x.value IS NOT NULL
             GROUP BY x.period_start_on, x.period_end_on HAVING count(*) > 1) q) m ON true`,
};

/**
 * A status is public, so its value is the published one: an unpublished or "<10" figure counts as received, without a number.
 * The baseline of a count of persons enters as a multiple of five, as its figures are published: the printed share of a path
 * would otherwise tell it exactly. Of several sources the one of record speaks, where one was chosen; else the first by its
 * code, as everywhere. The few indicators whose figures are compared are asked for once more, with what they are compared to.
 */
export async function listIndicators(
  sql: Sql,
  stateId: number,
  span: Span,
): Promise<Owned<IndicatorFacts>[]> {
  // The longest statement of a page: to plan it takes a small page as long as to read it.
  const rows = await sql.planned<IndicatorRow>(
    'ids' in span ? 'indicator_facts_of_some' : 'indicator_facts_of_page',
    selectIndicators(NONE, within(span, 'ri.recommendation_id')),
    [stateId, ...bounds(span)],
  );
  const compared = rows.filter(({ isCompared }) => isCompared).map(({ indicatorId }) => indicatorId);
  if (compared.length === 0) return rows.map(indicatorFacts);
  const again = await sql.planned<IndicatorRow>(
    'ids' in span ? 'compared_facts_of_some' : 'compared_facts_of_page',
    selectIndicators(COMPARED, `${within(span, 'ri.recommendation_id')} AND i.id = ANY($4)`),
    [stateId, ...bounds(span), compared],
  );
  const known = new Map(again.map((row) => [`${row.recommendationId} ${row.indicatorId}`, row]));
  return rows.map((row) => indicatorFacts(known.get(`${row.recommendationId} ${row.indicatorId}`) ?? row));
}

/** Months and years of the same kind differ by so many days at most. */
const DAYS_OF_SAME_LENGTH = 3;
/** The greatest of pairs of day and value is that of the latest period: nothing is sorted for each indicator. */
const COUNTED_FROM = '2000-01-01';

const selectIndicators = ({ before, breaks, shared }: Comparison, where: string): string =>
  `SELECT ri.recommendation_id AS "recommendationId", i.id AS "indicatorId", i.code, i.track, ri.required, ri.is_home AS "isHome",
            i.value_type AS "valueType", i.direction, i.periodicity_months AS "periodicityMonths", i.institution_id AS "institutionId",
            CASE WHEN i.figure_kind = 'person_count' AND i.baseline_value < 10 THEN NULL
                 WHEN i.figure_kind = 'person_count' THEN round(i.baseline_value / 5.0) * 5 ELSE i.baseline_value END AS "baselineValue", i.baseline_on AS "baselineOn", i.target_value AS "targetValue", i.target_on AS "targetOn",
            i.required_dimensions AS "requiredDimensions", k.reporters,
            n.value_state AS "valueState", t.value, t.previous, coalesce(t.error, 0)::float8 AS "announcedError", n.provisional, n.period_start_on AS "periodStartOn", n.period_end_on AS "periodEndOn",
            b.break_on AS "breakOn", b.value AS "firstValue", b.period_end_on AS "firstOn", m.shared,
            coalesce(t.several, false) OR i.id IN (SELECT j.indicator_id FROM figure_judgement j WHERE j.state_id = $1) AS "isCompared"
     FROM recommendation_indicator ri
     JOIN indicator i ON i.state_id = ri.state_id AND i.id = ri.indicator_id
     LEFT JOIN LATERAL (
       SELECT o.value_state, o.provisional, o.period_start_on, o.period_end_on, o.source_id, c.code AS source_code
       FROM series s
       JOIN accepted_figure o ON o.state_id = s.state_id AND o.series_id = s.id
       JOIN source c ON c.state_id = o.state_id AND c.id = o.source_id
       WHERE s.state_id = i.state_id AND s.indicator_id = i.id AND s.key = ''
       ORDER BY o.period_end_on DESC, ${before}c.code, o.revision DESC LIMIT 1) n ON true
     CROSS JOIN LATERAL (
       SELECT max(p.value) FILTER (WHERE p.source_code = n.source_code AND p.period_end_on = n.period_end_on AND p.period_start_on = n.period_start_on) AS value,
         min(p.source_code) <> max(p.source_code) AS several,
         max(ARRAY[p.period_end_on - date '${COUNTED_FROM}', p.value]) FILTER (WHERE p.source_code = n.source_code AND p.value IS NOT NULL
           AND p.period_end_on < n.period_start_on
           AND abs((p.period_end_on - p.period_start_on) - (n.period_end_on - n.period_start_on)) <= ${DAYS_OF_SAME_LENGTH})::float8[] AS previous,
         max(p.announced_error) AS error
       FROM published_figure p WHERE p.state_id = $1 AND p.indicator_code = i.code AND p.series_key = '') t
     LEFT JOIN LATERAL (
       SELECT jsonb_agg(jsonb_build_object('institutionId', x.institution_id, 'institution', w.code, 'received', x.received,
                'notApplicable', x.not_applicable) ORDER BY x.lead DESC, w.code) AS reporters
       FROM indicator_completeness x LEFT JOIN institution w ON w.state_id = x.state_id AND w.id = x.institution_id
       WHERE x.state_id = i.state_id AND x.indicator_id = i.id AND x.period_end_on = n.period_end_on AND x.period_start_on = n.period_start_on) k ON true
     ${breaks}
     ${shared}
     WHERE ri.state_id = $1 AND ${where} ORDER BY ri.recommendation_id, ri.position, i.id`;

function indicatorFacts(row: IndicatorRow): Owned<IndicatorFacts> {
  const {
    valueState,
    value,
    provisional,
    previous,
    announcedError,
    periodStartOn,
    periodEndOn,
    baselineValue,
    baselineOn,
    targetValue,
    targetOn,
    breakOn,
    firstValue,
    firstOn,
    shared,
    reporters,
  } = row;
  return {
    recommendationId: row.recommendationId,
    indicatorId: row.indicatorId,
    code: row.code,
    track: row.track,
    required: row.required,
    isHome: row.isHome,
    valueType: row.valueType,
    direction: row.direction,
    periodicityMonths: row.periodicityMonths,
    requiredDimensions: row.requiredDimensions,
    receivedDimensions: reporters?.[0]?.received ?? [],
    inapplicableDimensions: reporters?.[0]?.notApplicable ?? [],
    ...(reporters && reporters.length > 1 && { reporters }),
    institutionId: row.institutionId,
    newest:
      valueState !== null && periodStartOn !== null && periodEndOn !== null
        ? {
            state: valueState,
            value,
            provisional: provisional ?? false,
            period: { startOn: periodStartOn, endOn: periodEndOn },
          }
        : null,
    previous: previous === null ? null : { value: previous[1], endOn: addDays(COUNTED_FROM, previous[0]) },
    announcedError,
    baseline: baselineValue !== null && baselineOn !== null ? { value: baselineValue, on: baselineOn } : null,
    target: targetValue !== null && targetOn !== null ? { value: targetValue, dueOn: targetOn } : null,
    seriesBreak:
      breakOn === null
        ? null
        : {
            on: breakOn,
            first: firstValue !== null && firstOn !== null ? { value: firstValue, on: firstOn } : null,
          },
    shared: shared ?? [],
  };
}
