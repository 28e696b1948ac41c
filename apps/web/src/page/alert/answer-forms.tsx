import type { ComponentChildren } from 'preact';

import { FoldedForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { TextField } from '../../form/field.js';
import type { Visit } from '../../router/page.js';

type FormVisit = Pick<Visit, 'wording' | 'typedInto'>;
type Answer = 'acknowledge' | 'snooze' | 'reopen' | 'not_mine';

interface FormsProps {
  readonly visit: FormVisit;
  /** Where every answer is sent to. */
  readonly action: string;
  readonly alert: {
    readonly state: string;
    readonly today: string;
    readonly latestSnooze: string | null;
    readonly legalDate: string | null;
    readonly notMine: boolean;
    readonly mayDisown: boolean;
  };
  /** False where the page has a form of its own for it. */
  readonly acknowledges: boolean;
  /** For whom the browser keeps what is typed. */
  readonly keep: 'person' | 'link';
}

/** What can be answered to a reminder: each answer is a form of its own, and all go to one address. */
export function AnswerForms({ visit, action, alert, acknowledges, keep }: FormsProps) {
  const words = visit.wording.say.alert.forms;
  const { state, latestSnooze, legalDate, today } = alert;
  const form = { visit, action, keep };
  return (
    <>
      {acknowledges && state === 'open' && (
        <OneAnswer
          {...form}
          answer="acknowledge"
          summary={words.acknowledge}
          button={words.acknowledgeButton}
        >
          <TextField name="reason" label={words.optional} hint={words.reasonHint} />
        </OneAnswer>
      )}
      {latestSnooze === null ? (
        <p class="note">{words.noSnooze}</p>
      ) : (
        <OneAnswer {...form} answer="snooze" summary={words.snooze} button={words.snoozeButton}>
          <p class="note">{words.snoozeWhat}</p>
          <DayField
            name="until"
            label={words.until}
            hint={words.untilHint(visit.wording.date(latestSnooze), latestSnooze === legalDate)}
            from={today}
            until={latestSnooze}
          />
          <TextField name="reason" label={words.reason} hint={words.reasonHint} required />
        </OneAnswer>
      )}
      {alert.mayDisown && !alert.notMine && (
        <OneAnswer {...form} answer="not_mine" summary={words.notMine} button={words.notMineButton}>
          <TextField
            name="reason"
            label={words.reason}
            hint={`${words.notMineWhat} ${words.reasonHint}`}
            required
          />
        </OneAnswer>
      )}
      {(state === 'snoozed' || state === 'acknowledged') && (
        <OneAnswer {...form} answer="reopen" summary={words.reopen} button={words.reopenButton}>
          <TextField
            name="reason"
            label={words.reason}
            hint={`${words.reopenWhat} ${words.reasonHint}`}
            required
          />
        </OneAnswer>
      )}
    </>
  );
}

interface OneProps {
  readonly visit: FormVisit;
  readonly action: string;
  readonly keep: 'person' | 'link';
  readonly answer: Answer;
  readonly summary: string;
  readonly button: string;
  readonly children: ComponentChildren;
}

function OneAnswer({ visit, action, keep, answer, summary, button, children }: OneProps) {
  return (
    <FoldedForm
      visit={{ ...visit, typedInto: (at) => typedAnswer(visit, at, answer) }}
      action={action}
      summary={summary}
      button={button}
      keep={{ by: keep, as: answer }}
      main={false}
    >
      <input type="hidden" name="answer" value={answer} />
      {children}
    </FoldedForm>
  );
}

/** What came back stands again in the form that it came from, and opens no other. */
function typedAnswer({ typedInto }: FormVisit, action: string, answer: Answer): URLSearchParams {
  const typed = typedInto(action);
  return typed.get('answer') === answer ? typed : new URLSearchParams();
}
