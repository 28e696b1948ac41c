import { z } from 'zod';

import {
  CellSchema,
  CivilDateSchema,
  PeriodSchema,
  SoughtSchema,
  SourceSchema,
  TrackSchema,
} from './vocabulary.js';

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
    .array(NamedSchema.extend({ categories: z.array(NamedSchema) }))
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
    }),
  ),
  cubeVersion: z.number().int().nullable(),
  announcedError: z.number().int().nullable().describe('Largest of those of the cells'),
  licence: z.literal('CC-BY-4.0'),
});
export type IndicatorData = z.infer<typeof IndicatorDataSchema>;
