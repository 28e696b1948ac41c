import { z } from 'zod';

import { CASE_STAGES, ITEM_STATUSES } from '#domain';
import { LANGUAGES } from '#messages';

export const CivilDateSchema = z.iso.date().describe("A civil day in the State's own calendar, YYYY-MM-DD");
export const LanguageSchema = z.enum(LANGUAGES);
/** What somebody types to search. Anything is accepted; what is longer is cut off and still answered. */
export const SearchTextSchema = z
  .string()
  .transform((text) => text.slice(0, 300))
  .default('')
  .describe('Words (all of them), OR, "words in a row", -not; accents optional, endings do not matter');
export const SoughtSchema = z
  .array(z.string())
  .describe('Words of the items that are what was sought, as they stand there: to be marked');
export const CursorSchema = z.string().max(200).optional().describe('The nextCursor of an earlier answer');
export const ItemStatusSchema = z.enum(ITEM_STATUSES);
export const CertaintySchema = z.enum(['confirmed', 'estimated', 'awaiting_committee']);
export const PublicFlagSchema = z.enum([
  'lt10',
  'structural_zero',
  'missing',
  'not_applicable',
  'not_shown',
  'below_bound',
]);
export const TrackSchema = z.enum(['data', 'budget', 'prosecutions']);
export const CaseStageSchema = z.enum(CASE_STAGES);
export const BudgetPhaseSchema = z.enum(['approved', 'revised', 'executed']);

/** A published cell: a number or a flag, never both. `bound` stands beside `below_bound` ("<5", as its source printed it). */
export const CellSchema = z.object({
  value: z.number().nullable(),
  flag: PublicFlagSchema.nullable(),
  bound: z.number().nullable(),
  provisional: z.boolean(),
});
export type Cell = z.infer<typeof CellSchema>;

/** A stable code with the numbers, codes and dates that its sentence needs. The words are in libs/messages. */
export const ReasonSchema = z.object({
  code: z.string(),
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.null(), z.array(z.string())])),
});
export type Reason = z.infer<typeof ReasonSchema>;

export const PeriodSchema = z.object({ startOn: CivilDateSchema, endOn: CivilDateSchema });

/** When something is due, and how sure that is. `daysUntil` only for confirmed dates; negative once it is late. */
export const DueSchema = z.object({
  certainty: CertaintySchema,
  dueOn: CivilDateSchema.nullable(),
  estimatedYear: z.number().int().nullable(),
  daysUntil: z.number().int().nullable(),
  basis: z.string(),
});
export type Due = z.infer<typeof DueSchema>;

export const InstitutionSchema = z.object({ code: z.string(), name: z.string(), shortName: z.string() });
export type InstitutionView = z.infer<typeof InstitutionSchema>;

export const SourceSchema = z.object({
  code: z.string(),
  name: z.string(),
  citation: z.boolean().describe('Published by someone else before; shown verbatim'),
  demonstration: z.boolean().describe('Invented for the demonstration'),
  url: z.string().nullable(),
});
export type SourceView = z.infer<typeof SourceSchema>;

/** RFC 9457 problem details. */
export const ProblemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  code: z.string(),
  instance: z.string().optional(),
});
export type Problem = z.infer<typeof ProblemSchema>;
