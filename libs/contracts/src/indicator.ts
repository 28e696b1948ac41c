import { z } from 'zod';

import { ComparisonSchema, SeriesBreakSchema } from './comparability.js';
import {
  CellSchema,
  CivilDateSchema,
  PeriodSchema,
  SoughtSchema,
  SourceSchema,
  TrackSchema,
} from './vocabulary.js';

/** The way from baseline to target, and how much of it was gone; from published figures only. */
export const ProgressSchema = z.object({
  class: z.enum(['target_achieved', 'on_track', 'moderate', 'limited', 'deteriorating', 'no_data']),
  expected: z
    .number()
    .nullable()
    .describe('Where it would stand on the straight line from baseline to target'),
  pathPercent: z.number().nullable().describe('Share of the expected way that was gone, in percent'),
  breakOn: CivilDateSchema.nullable().describe(
    'Break in the series since the baseline: the way is measured from the first figure after it',
  ),
});
export type ProgressView = z.infer<typeof ProgressSchema>;

const NamedSchema = z.object({ code: z.string(), name: z.string() });

export const IndicatorSummarySchema = z.object({
  code: z.string(),
  track: TrackSchema,
  class: z.enum(['structural', 'process', 'outcome']),
  name: z.string(),
  unit: z.string(),
  valueType: z.enum(['boolean', 'date', 'stage', 'count', 'ratio', 'amount', 'index']),
  figureKind: z.enum(['person_count', 'derived_rate', 'plain', 'citation']).nullable(),
  required: z.boolean(),
  requiredDimensions: z.array(NamedSchema),
  target: z.object({ value: z.number(), dueOn: CivilDateSchema }).nullable(),
  baseline: z.object({ value: z.number(), on: CivilDateSchema }).nullable(),
  newest: z
    .object({ period: PeriodSchema, cell: CellSchema, source: SourceSchema })
    .nullable()
    .describe('Published total'),
  responsible: z.string().nullable(),
  progress: ProgressSchema.nullable().describe('Null where no way was set, or its ends are not public'),
});
export type IndicatorSummary = z.infer<typeof IndicatorSummarySchema>;

export const IndicatorListSchema = z.object({
  items: z.array(IndicatorSummarySchema),
  nextCursor: z.string().nullable(),
  sought: SoughtSchema,
});
export type IndicatorList = z.infer<typeof IndicatorListSchema>;

/** Every published cell of an indicator. The `.csv` beside it gives the same cells. */
export const IndicatorDataSchema = IndicatorSummarySchema.omit({ required: true, newest: true }).extend({
  population: z.string().nullable(),
  recommendations: z.array(z.object({ id: z.string(), code: z.string(), title: z.string() })),
  dimensions: z
    .array(
      NamedSchema.extend({
        categories: z.array(NamedSchema),
        tiles: z
          .array(NamedSchema.extend({ letters: z.string(), column: z.number().int(), row: z.number().int() }))
          .optional()
          .describe(
            'Of a dimension of places: every place of the State on a map of equal tiles, also where it has no cell',
          ),
      }),
    )
    .describe('Dimensions and categories that occur in the cells, in their order'),
  sources: z.array(SourceSchema),
  cells: z.array(
    CellSchema.extend({
      period: PeriodSchema,
      categories: z.record(z.string(), z.string()).describe('Dimension to category; empty for the total'),
      source: z.string().describe('Code of one of `sources`'),
      cubeVersion: z
        .number()
        .int()
        .describe("Version of the cell's cube; of a figure outside of any, of the figure itself"),
      announcedError: z
        .number()
        .int()
        .nullable()
        .describe('Largest difference from the accepted figure, for counts of persons'),
      break: z.literal(true).optional().describe('Not comparable with the one before it in its series'),
      ofRecord: z
        .boolean()
        .optional()
        .describe('Whether it is the figure of record, where several sources report and one was chosen'),
    }),
  ),
  comparisons: z.array(ComparisonSchema).describe('What is said of periods that several sources report'),
  breaks: z.array(SeriesBreakSchema).describe('Breaks in the series, newest first'),
  cubeVersion: z.number().int().nullable(),
  announcedError: z.number().int().nullable().describe('Largest of those of the cells'),
  licence: z.literal('CC-BY-4.0'),
});
export type IndicatorData = z.infer<typeof IndicatorDataSchema>;

/** A dataset as json-stat.org describes it, version 2.0: sparse, in row-major order of `id`. */
export const JsonStatSchema = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  id: z.array(z.string()),
  size: z.array(z.number().int()),
  role: z.object({ time: z.array(z.string()) }),
  dimension: z.record(
    z.string(),
    z.object({
      label: z.string(),
      category: z.object({ index: z.array(z.string()), label: z.record(z.string(), z.string()) }),
    }),
  ),
  value: z.record(z.string(), z.number()),
  status: z
    .record(z.string(), z.string())
    .describe('Where there is no number: its flag, or the bound that the source printed'),
  extension: z.record(z.string(), z.unknown()),
});

/** What an indicator is, apart from its figures (OHCHR, HR/PUB/12/5: metadata sheet). */
export const IndicatorMetadataSchema = IndicatorDataSchema.omit({ cells: true }).extend({
  direction: z.enum(['increase', 'decrease']).describe('Which way is better'),
  periodicityMonths: z.number().int().nullable().describe('Null where it is reported when it changes'),
  sheet: z
    .record(z.string(), z.string())
    .describe('Definition, rationale, method of computation, limitations: what was written of them'),
  reporters: z
    .array(
      z.object({
        name: z.string(),
        startsOn: CivilDateSchema.nullable(),
        endsOn: CivilDateSchema.nullable(),
      }),
    )
    .describe(
      'Who is asked to report it, the lead first, and the days of the periods that each is asked for',
    ),
  distributions: z.array(z.object({ format: z.string(), mediaType: z.string(), url: z.string() })),
  template: z
    .object({ url: z.string(), notes: z.array(z.string()) })
    .describe('An empty table for its figures, and how to fill it in'),
});
export type IndicatorMetadata = z.infer<typeof IndicatorMetadataSchema>;
