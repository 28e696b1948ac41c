import { z } from 'zod';

import { NewRequestSchema, RequestQuestionSchema } from '#contracts';

interface Flat {
  readonly legal_basis: string;
  readonly working_days: number | null;
}

const flat = {
  question: RequestQuestionSchema.shape.question,
  language: RequestQuestionSchema.shape.language,
  legal_basis: RequestQuestionSchema.shape.legalBasis,
  working_days: RequestQuestionSchema.shape.workingDays,
};

function named<T extends Flat>({ legal_basis, working_days, ...form }: T) {
  return { ...form, legalBasis: legal_basis, workingDays: working_days };
}

/** Fields that stand in the form again after a problem. */
export const KEPT_OF_QUESTION = ['question', 'language', 'legal_basis', 'working_days'] as const;

export const RequestQuestionForm = z.object(flat).transform(named);

export const NewRequestForm = z
  .object({
    ...flat,
    institution: NewRequestSchema.shape.institution,
    indicator: NewRequestSchema.shape.indicator,
  })
  .transform(named);

/** The alert in whose row of the docket the form stands; without one it stands on a page of its own. */
export const StandsOn = z.object({
  on_docket: z.coerce.number().int().positive().max(2_147_483_647).nullish().catch(null),
});
