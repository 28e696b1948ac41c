import type { AlertInList, AlertList } from '#contracts';
import { findingSentence } from '#messages';

import { ActForm } from '../../form/act-form.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { Visit } from '../../router/page.js';
import { mayChange } from '../action/action-rights.js';
import { standsIn } from '../alert/alerts-page.js';
import { LastReminder } from '../docket/last-reminder.js';

/** As many as one looks through at once; the others are behind their number. */
const SHOWN = 5;

interface RemindersProps {
  readonly alerts: AlertList;
  readonly visit: Visit;
}

/** Reminders that nobody has answered: acknowledged here, put off or disowned on the reminder's own page. */
export function DeskReminders({ alerts: { state, items }, visit }: RemindersProps) {
  const { wording, viewer } = visit;
  const words = wording.say.desk;
  const unanswered = items
    .filter(
      (alert) =>
        alert.state === 'open' &&
        !alert.notMine &&
        mayChange(viewer, state.iso3, alert.institution?.code ?? ''),
    )
    .sort(byDay);
  const reminder = (alert: AlertInList) => (
    <Reminder key={alert.alert} alert={alert} iso3={state.iso3} visit={visit} />
  );
  return (
    <section class="desk-part" aria-labelledby="desk-reminders">
      <h2 id="desk-reminders">
        {words.reminders} <span class="desk-count">{wording.number(unanswered.length)}</span>
      </h2>
      {unanswered.length === 0 && <p class="note">{words.noReminders}</p>}
      <ul class="desk-list">{unanswered.slice(0, SHOWN).map(reminder)}</ul>
      {unanswered.length > SHOWN && (
        <details class="change">
          <summary>{words.moreReminders(unanswered.length - SHOWN)}</summary>
          <ul class="desk-list">{unanswered.slice(SHOWN).map(reminder)}</ul>
        </details>
      )}
      <p class="links">
        <a href={pageUrl(wording.language, statePath(state.iso3, '/alerts'))}>{words.allReminders}</a>
      </p>
    </section>
  );
}

/** What has a day goes before what has none, the oldest first. */
function byDay(left: AlertInList, right: AlertInList): number {
  return (left.dueOn ?? '9999').localeCompare(right.dueOn ?? '9999') || left.alert - right.alert;
}

interface ReminderProps {
  readonly alert: AlertInList;
  readonly iso3: string;
  readonly visit: Visit;
}

function Reminder({ alert, iso3, visit }: ReminderProps) {
  const { wording } = visit;
  const words = wording.say.desk;
  const path = statePath(iso3, `/alerts/${alert.alert}`);
  const found = findingSentence(wording.language, alert.finding.code, alert.finding.parameters);
  const title = `${found}, ${wording.code(alert.recommendation.code)}`;
  return (
    <li class="desk-reminder" data-row>
      <a href={pageUrl(wording.language, path)}>{found}</a>
      <p class="note">
        {`${wording.code(alert.recommendation.code)} ${alert.recommendation.title} · ${standsIn(alert, wording)}`}
      </p>
      <p class="note">
        <LastReminder lastReminder={alert.lastReminder} decision={alert.decision} wording={wording} />
      </p>
      <div class="desk-answers">
        <ActForm
          visit={visit}
          action={path}
          button={words.acknowledge}
          label={words.about(words.acknowledge, title)}
          main={false}
        >
          <input type="hidden" name="answer" value="acknowledge" />
        </ActForm>
        <a
          href={`${pageUrl(wording.language, path)}#answer`}
          data-key="r"
          aria-label={words.about(words.otherAnswers, title)}
        >
          {words.otherAnswers}
        </a>
      </div>
    </li>
  );
}
