import { z } from 'zod';

import type { AlertAnswer } from '#contracts';
import { AlertAnswerSchema } from '#contracts';
import type { AlertAnswerer, AnswerAlert, State } from '#tracking';

import type { Asking } from '../access/asking.js';
import { ownInstitutionOf } from '../action/answering.js';

/** As a form holds it. A form without a choice, as in mails that are on their way, acknowledges. */
export const AlertAnswerForm = z
  .object({
    answer: z.enum(['acknowledge', 'snooze', 'reopen', 'not_mine', 'take_back']).default('acknowledge'),
    reason: z.string().default(''),
    until: z.string().default(''),
  })
  .transform((form, context): AlertAnswer => {
    const read = AlertAnswerSchema.safeParse(form);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues)
      context.addIssue({ code: 'custom', path: [...path], message });
    return z.NEVER;
  });
export const KEPT_OF_ANSWER = ['answer', 'reason', 'until'] as const;

/** Who answers, and for which institution only where the right reaches no further. */
export function answererOf(asking: Asking): AlertAnswerer {
  return {
    personId: asking.visitor.personId ?? 0,
    actor: asking.grant.membership?.role ?? 'public',
    institution: ownInstitutionOf(asking),
  };
}

/** Who watches from outside the State learns what institutions did, and not who works there. */
export function tellsOfPeople({ grant }: Asking): boolean {
  return grant.membership?.role !== 'monitoring_body';
}

/** The one answer that was given. */
export async function answerWith(
  answers: AnswerAlert,
  { state, alert }: { readonly state: State; readonly alert: number },
  given: AlertAnswer,
  by: AlertAnswerer,
): Promise<void> {
  const { reason } = given;
  if (given.answer === 'acknowledge') await answers.acknowledge(state, alert, reason, by);
  else if (given.answer === 'snooze') await answers.snooze(state, alert, given, by);
  else if (given.answer === 'reopen') await answers.reopen(state, alert, reason, by);
  else if (given.answer === 'take_back') await answers.takeBack(state, alert, by);
  else await answers.disown(state, alert, reason, by);
}
