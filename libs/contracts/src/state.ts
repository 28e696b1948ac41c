import { z } from 'zod';

import {
  CivilDateSchema,
  DueSchema,
  InstitutionSchema,
  ItemStatusSchema,
  ReasonSchema,
} from './vocabulary.js';
import { IndicatorDataSchema } from './indicator.js';

export const StateSchema = z.object({
  iso3: z.string(),
  name: z.string(),
  timeZone: z.string(),
  demonstration: z.boolean(),
});
export const StateListSchema = z.object({ items: z.array(StateSchema) });

export const DocumentSchema = z.object({
  slug: z.string(),
  symbol: z.string().nullable(),
  inferredSymbol: z.string().nullable(),
  title: z.string().describe('Official title, in the language of the text'),
  shortTitle: z.string().describe('Ours'),
  adoptedOn: CivilDateSchema.nullable(),
  mechanism: z.object({ code: z.string(), name: z.string() }),
  instrument: z.object({ code: z.string(), name: z.string() }),
});
export type DocumentView = z.infer<typeof DocumentSchema>;

export const OverviewItemSchema = z.object({
  id: z.string(),
  code: z.string(),
  role: z.enum(['paragraph', 'chapeau', 'item']),
  title: z.string(),
  status: ItemStatusSchema,
});

/** What the public overview of a State shows. Published facts only. */
export const OverviewSchema = z.object({
  state: StateSchema,
  today: CivilDateSchema,
  document: DocumentSchema,
  total: z.number().int(),
  byStatus: z.record(ItemStatusSchema, z.number().int()),
  clusters: z
    .array(z.object({ code: z.string(), items: z.array(OverviewItemSchema) }))
    .describe('In paragraph order; a cluster gathers neighbouring themes'),
  overdue: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      title: z.string(),
      obligation: z.string(),
      institution: InstitutionSchema.nullable(),
      dueOn: CivilDateSchema,
      daysLate: z.number().int(),
    }),
  ),
  noData: z.array(
    z.object({
      id: z.string(),
      code: z.string(),
      title: z.string(),
      institutions: z.array(InstitutionSchema),
      reason: ReasonSchema,
    }),
  ),
  nextReport: DueSchema.nullable(),
  nextRound: z.object({ due: DueSchema, title: z.string() }).nullable().describe('Nearest confirmed date'),
  milestones: z
    .array(
      z.object({
        kind: z.enum(['report_received', 'cycle_closed', 'next_review']),
        on: CivilDateSchema,
        symbol: z.string().nullable(),
      }),
    )
    .describe(
      'What came before and after the document: its report, the report that closed its cycle, the next review',
    ),
  highlights: z.array(IndicatorDataSchema),
});
export type Overview = z.infer<typeof OverviewSchema>;
