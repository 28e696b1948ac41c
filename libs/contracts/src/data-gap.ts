import { z } from 'zod';

const ReceivedSchema = z.object({
  received: z.number().int(),
  asked: z.number().int().describe('Without those that do not apply'),
});

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
      responsible: z.string().nullable(),
      breakdowns: z
        .record(z.string(), z.enum(['received', 'zero', 'hidden', 'missing', 'not_applicable']))
        .describe('By code of the dimension; what was not asked for is absent'),
    }),
  ),
  institutions: z.array(ReceivedSchema.extend({ name: z.string().nullable() })),
});
export type DataGapsView = z.infer<typeof DataGapsSchema>;
