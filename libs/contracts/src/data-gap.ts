import { z } from 'zod';

const ReceivedSchema = z.object({
  received: z.number().int(),
  asked: z.number().int().describe('Without those that do not apply'),
});

const PercentSchema = z.number().nullable().describe('Null where nothing was asked for that applies');

/** How much of what was asked for came, by indicator, year and institution: the same figure that the check of breakdowns reads. */
export const CompletenessSeriesSchema = z.object({
  items: z.array(
    ReceivedSchema.extend({
      year: z.number().int(),
      indicator: z.string(),
      name: z.string(),
      responsible: z.string().nullable(),
      percent: PercentSchema,
      percentOfAll: PercentSchema.describe('Of the indicator in that year, from all who were asked'),
    }),
  ),
});
export type CompletenessSeries = z.infer<typeof CompletenessSeriesSchema>;

const BreakdownsSchema = z
  .record(z.string(), z.enum(['received', 'zero', 'hidden', 'missing', 'not_applicable']))
  .describe('By code of the dimension; what was not asked for is absent');

/** Which breakdowns were asked for and which came, for the periods that end in one year. */
export const DataGapsSchema = ReceivedSchema.extend({
  year: z.number().int().nullable(),
  years: z.array(z.number().int()),
  dimensions: z.array(ReceivedSchema.extend({ code: z.string(), name: z.string() })),
  indicators: z.array(
    ReceivedSchema.extend({
      code: z.string(),
      name: z.string(),
      recommendation: z.string().nullable().describe('Code of the recommendation that it belongs to'),
      responsible: z.string().nullable().describe('Who leads its reporting'),
      breakdowns: BreakdownsSchema.describe('Of all who are asked: missing where any of them owes it'),
      reporters: z
        .array(ReceivedSchema.extend({ name: z.string().nullable(), breakdowns: BreakdownsSchema }))
        .describe('What each institution has sent of what was asked of it, the lead first'),
    }),
  ),
  institutions: z.array(ReceivedSchema.extend({ name: z.string().nullable() })),
  series: z
    .array(ReceivedSchema.extend({ year: z.number().int(), percent: PercentSchema }))
    .describe('All indicators together, oldest year first'),
});
export type DataGapsView = z.infer<typeof DataGapsSchema>;
