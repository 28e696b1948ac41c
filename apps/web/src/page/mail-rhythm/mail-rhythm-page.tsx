import type { MailRhythmView, MailRhythms } from '#contracts';

import { Choice } from '../../form/field.js';
import { ActForm } from '../../form/act-form.js';
import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { AccountLinks } from '../account/account-links.js';
import { RhythmChoice, mailDayOf } from './rhythm-choice.js';

const ACTION = '/account/mail';
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const CLOSED = 'closed';

/** How often I get mail, and on which days not: for each State that sends me any. */
export const mailRhythmPage: Page<{ mail: MailRhythms }> = {
  load: ({ language }) => ({ mail: apiUrl(language, ACTION) }),
  show: ({ mail: { rhythms } }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.mailRhythm;
    const [only, ...others] = rhythms;
    return {
      documentTitle: words.documentTitle,
      current: 'account',
      body: (
        <>
          <h1>
            {only === undefined
              ? words.titleOfNone
              : others.length > 0
                ? words.titleOfMany(rhythms.length)
                : words.title(...mailDayOf(only.next, wording))}
          </h1>
          <AccountLinks wording={wording} here={ACTION} />
          <FormDone address={address} words={words.done} />
          <FormProblem address={address} wording={wording} />
          {only === undefined && <p>{words.noneWhat}</p>}
          {rhythms.map((rhythm) => (
            <Section key={rhythm.state.iso3} title={rhythm.state.name}>
              <p>
                {`${others.length > 0 ? words.nextOn(...mailDayOf(rhythm.next, wording)) : words.onlyIf} ${words.waiting(rhythm.waiting)}`}
              </p>
              <RhythmForm rhythm={rhythm} visit={visit} />
            </Section>
          ))}
        </>
      ),
    };
  },
};

interface PartProps {
  readonly rhythm: MailRhythmView;
  readonly visit: Visit;
}

function RhythmForm({ rhythm, visit }: PartProps) {
  const { wording } = visit;
  const words = wording.say.mailRhythm;
  const { weekdays } = wording.say.watchRule;
  const { iso3, name } = rhythm.state;
  const typed = visit.typedInto(ACTION);
  const cameBack = typed.get('state') === iso3;
  const quiet = cameBack
    ? typed.getAll('quiet')
    : [...rhythm.quietWeekdays.map(String), ...(rhythm.quietWhenClosed ? [CLOSED] : [])];
  const boxes = [
    ...WEEKDAYS.map((day) => [day, weekdays[day] ?? day]),
    [CLOSED, words.closed(name)],
  ] as const;
  return (
    <ActForm
      visit={cameBack ? visit : { wording, typedInto: () => new URLSearchParams() }}
      action={ACTION}
      button={words.save}
    >
      <input type="hidden" name="state" value={iso3} />
      <RhythmChoice chosen={(cameBack ? typed.get('rhythm') : null) ?? rhythm.rhythm} wording={wording} />
      <Choice
        name="weekday"
        label={words.weekday}
        hint={words.weekdayHint}
        chosen={String(rhythm.weekday ?? 1)}
      >
        {WEEKDAYS.map((day) => (
          <option key={day} value={day}>
            {weekdays[day]}
          </option>
        ))}
      </Choice>
      <fieldset class="choices">
        <legend>{words.quiet}</legend>
        <p class="quiet">{words.quietLede}</p>
        {boxes.map(([value, label]) => (
          <label key={value} class="choice">
            <input type="checkbox" name="quiet" value={value} checked={quiet.includes(value ?? '')} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <p class="note">{words.never}</p>
    </ActForm>
  );
}
