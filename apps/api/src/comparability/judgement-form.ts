import { z } from 'zod';

import { NewJudgementSchema } from '#contracts';

const BETWEEN_DAYS = '..';
/** Before the source of the one break of its day that is taken back. */
const OF_SOURCE = '@';
const line = z.string().trim().default('');

export const JUDGEMENT_FIELDS = ['text', 'language', 'source', 'on', 'kind'] as const;

/** A form of one judgement: what it is about stands in its address, so that each form of the page has its own. */
export function judgementForm(judgement: string, place: string) {
  const [startOn = '', endOn = ''] = place.split(BETWEEN_DAYS);
  const [day = '', ofSource = null] = place.split(OF_SOURCE);
  return z
    .object({ text: line, language: line, source: line, on: line, kind: line })
    .transform(({ text, language, source, on, kind }): unknown => ({
      judgement,
      text,
      language: language === '' ? undefined : language,
      // A choice that was left open names no source.
      source: judgement === 'break_lifted' ? ofSource : source === '' ? null : source,
      period: { startOn, endOn },
      on: judgement === 'break' ? on : day,
      kind,
    }))
    .pipe(NewJudgementSchema);
}
