import { z } from 'zod';

import { StatementChangeSchema } from '#contracts';

const { shape } = StatementChangeSchema;
const NUMBER = z.coerce.number().int().positive().max(2_147_483_647);

const IDS = shape.recommendations.unwrap();

/** Boxes of one name arrive as a text where one is ticked, as a list where several are, and not at all where none is. */
const boxes = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((value) => [value].flat())
  .pipe(IDS);
/** Of recommendations that have no box: one a line, as their pages are called. */
const lines = z
  .string()
  .max(10_000)
  .default('')
  .transform((text) => text.split(/[\s,]+/).filter((line) => line !== ''))
  .pipe(IDS);

const fields = {
  language: shape.language,
  statement_title: shape.title,
  statement_text: shape.text,
  other_title: shape.otherTitle,
  other_text: shape.otherText,
  dated_on: shape.datedOn,
  recommendations: boxes,
  others: lines,
  correction: shape.correction,
};
type Flat = z.infer<z.ZodObject<typeof fields>>;

/** What was typed, by the names that programs use. */
function wishOf(form: Flat) {
  return {
    language: form.language,
    title: form.statement_title,
    text: form.statement_text,
    otherTitle: form.other_title,
    otherText: form.other_text,
    datedOn: form.dated_on,
    correction: form.correction,
    recommendations: [...new Set([...form.recommendations, ...form.others])],
  };
}

/** Fields that stand in the form again after a problem. */
export const KEPT_OF_STATEMENT = [
  ...(['language', 'statement_title', 'statement_text', 'other_title', 'other_text', 'dated_on'] as const),
  ...(['recommendations', 'others', 'correction'] as const),
];

export const NewStatementForm = z
  .object({
    ...fields,
    corrects: z
      .union([z.literal(''), NUMBER])
      .nullish()
      .transform((id) => (typeof id === 'number' ? id : null)),
  })
  .transform(({ corrects, ...form }) => ({ ...wishOf(form), corrects }));

export const StatementChangeForm = z
  .object({ ...fields, writing: shape.writing })
  .transform(({ writing, ...form }) => ({ ...wishOf(form), writing }));

/** The statement that the form corrects, so that a problem goes back to the page of that correction. */
export const StandsOn = z.object({ corrects: NUMBER.nullish().catch(null) });
