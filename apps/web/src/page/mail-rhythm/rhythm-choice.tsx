import type { MailRhythmView } from '#contracts';

import type { Wording } from '../../wording/wording.js';

const RHYTHMS = ['daily', 'weekly', 'monthly'] as const;

interface RhythmChoiceProps {
  readonly chosen: string;
  readonly wording: Wording;
}

/** How often. There is no "never". */
export function RhythmChoice({ chosen, wording }: RhythmChoiceProps) {
  const words = wording.say.mailRhythm;
  return (
    <fieldset class="choices">
      <legend>{words.rhythm}</legend>
      {RHYTHMS.map((rhythm) => (
        <label key={rhythm} class="choice">
          <input type="radio" name="rhythm" value={rhythm} checked={rhythm === chosen} required />
          <span>{words.rhythms[rhythm]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The day of the next mail, for a sentence that takes weekday and date. */
export function mailDayOf(
  { on, weekday }: MailRhythmView['next'],
  wording: Wording,
): [weekday: string, day: string] {
  return [wording.say.watchRule.weekdays[weekday] ?? '', wording.date(on)];
}
