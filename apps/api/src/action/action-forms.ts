import { z } from 'zod';

import { ActionChangeSchema, ActionDoneSchema, ActionPlanSchema } from '#contracts';

/** Boxes of one name arrive as a text where one is ticked, as a list where several are, and not at all where none is. */
function boxes<S extends z.ZodType<unknown, string[]>>(schema: S) {
  return z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((value) => [value].flat())
    .pipe(schema);
}

const { shape } = ActionPlanSchema;
const fields = {
  institution: shape.institution,
  language: shape.language,
  title: shape.title,
  description: shape.description,
  level: shape.level,
  planned_start_on: shape.plannedStartOn,
  planned_end_on: shape.plannedEndOn,
  criteria: boxes(shape.criteria.unwrap()),
  indicators: boxes(shape.indicators.unwrap()),
  budget_lines: boxes(z.array(z.string().transform(Number)).pipe(shape.budgetLines.unwrap())),
};

/** Fields that stand in the form again after a problem. */
export const KEPT_OF_PLAN = [
  'institution',
  'language',
  'title',
  'description',
  'level',
  'planned_start_on',
  'planned_end_on',
  'criteria',
  'indicators',
  'budget_lines',
] as const;

interface Flat {
  readonly planned_start_on: string;
  readonly planned_end_on: string;
  readonly budget_lines: number[];
}

function planOf<T extends Flat>({ planned_start_on, planned_end_on, budget_lines, ...plan }: T) {
  return {
    ...plan,
    plannedStartOn: planned_start_on,
    plannedEndOn: planned_end_on,
    budgetLines: budget_lines,
  };
}

export const ActionPlanForm = z.object(fields).transform(planOf);

export const ActionChangeForm = z
  .object({
    ...fields,
    version: z.coerce.number().pipe(ActionChangeSchema.shape.version),
    reason: ActionChangeSchema.shape.reason,
  })
  .transform(planOf);

export const ActionDoneForm = z
  .object({
    done_on: z
      .string()
      .trim()
      .default('')
      .transform((text) => (text === '' ? null : text))
      .pipe(ActionDoneSchema.shape.doneOn),
    reason: ActionDoneSchema.shape.reason,
  })
  .transform((form) => ({ doneOn: form.done_on, reason: form.reason }));

/** The page that a form of evidence stands on: that of the recommendation, or of one action. */
export const StandsOn = z.object({
  on_action: z.coerce.number().int().positive().max(2_147_483_647).nullish().catch(null),
  on_submission: z.coerce.number().int().positive().max(2_147_483_647).nullish().catch(null),
});
