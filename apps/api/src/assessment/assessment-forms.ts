import { z } from 'zod';

import { NewAssessmentSchema, NewDecisionSchema } from '#contracts';

const { assessedOn, ...assessment } = NewAssessmentSchema.shape;
const { decidedOn, ...decision } = NewDecisionSchema.shape;

export const NewAssessmentForm = z
  .object({ ...assessment, assessed_on: assessedOn })
  .transform(({ assessed_on, ...form }) => ({ ...form, assessedOn: assessed_on }));

export const DecisionForm = z
  .object({ ...decision, decided_on: decidedOn })
  .transform(({ decided_on, ...form }) => ({ ...form, decidedOn: decided_on }));

/** The page that the form stands on. */
export const OfRecommendation = z.object({ recommendation: z.string().min(1).max(300) });
