import { FoldedForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Choice } from '../../form/field.js';
import { pageUrl, statePath } from '../../router/address.js';
import type { PartProps } from './part-props.js';
import { RuleReason, saidBy } from './rule-reason.js';

const STANDINGS = ['closed', 'worked', 'announced', 'as_listed'] as const;
/** Weekends that States have. */
const WEEKENDS = ['6 7', '5 6', '4 5', '5', '6', '7'] as const;

/** On which days offices work. */
export function CalendarPart({ rules, visit, iso3 }: PartProps) {
  const { wording } = visit;
  const words = wording.say.watchRule;
  const { calendar, year, mayChange } = rules;
  const said = new Map(calendar.days.map((day) => [day.on, day]));
  return (
    <>
      <p>
        {calendar.weekend.length === 0
          ? words.calendar.noWeekend
          : words.calendar.weekend(daysOf(calendar.weekend, words.weekdays))}
        {calendar.weekReason !== null && ` ${words.calendar.week(calendar.weekReason)}`}
      </p>
      {!calendar.listKnown && <p>{words.calendar.unknown}</p>}
      {calendar.holidays.length > 0 && (
        <>
          <h3>{words.calendar.year(year)}</h3>
          <table class="list stacked">
            <thead>
              <tr>
                <th scope="col">{words.calendar.day}</th>
                <th scope="col">{words.calendar.name}</th>
                <th scope="col">{words.calendar.stands}</th>
              </tr>
            </thead>
            <tbody>
              {calendar.holidays.map(({ on, name, reckoned }) => (
                <tr key={on}>
                  <td class="what">{wording.date(on)}</td>
                  <td data-label={words.calendar.name}>
                    {name}
                    {reckoned && ` (${words.calendar.reckoned})`}
                  </td>
                  <td data-label={words.calendar.stands}>
                    {words.standings[said.get(on)?.standing ?? 'closed']}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="field-hint">{words.calendar.source}</p>
        </>
      )}
      <p class="links">
        {[year - 1, year + 1].map((other) => (
          <a
            key={other}
            href={pageUrl(wording.language, statePath(iso3, '/watch-rules'), { year: String(other) })}
            aria-label={words.calendar.otherLabel(other)}
          >
            {words.calendar.other(other)}
          </a>
        ))}
      </p>
      <h3>{words.calendar.said}</h3>
      {calendar.days.length === 0 ? (
        <p>{words.calendar.nothingSaid}</p>
      ) : (
        <ul>
          {calendar.days.map(({ on, standing, reason, person }) => (
            <li key={on}>
              {`${wording.date(on)}: ${words.standings[standing] ?? standing}. ${saidBy(reason, person, wording)}`}
            </li>
          ))}
        </ul>
      )}
      {mayChange && (
        <div class="changes">
          <FoldedForm
            visit={visit}
            action={statePath(iso3, '/watch-rules/day')}
            summary={words.calendar.setDay}
            button={words.calendar.saveDay}
            main={false}
          >
            <DayField name="on" label={words.calendar.day} />
            <Choice name="standing" label={words.calendar.standing} hint={words.calendar.standingHint}>
              {STANDINGS.map((standing) => (
                <option key={standing} value={standing}>
                  {words.standings[standing]}
                </option>
              ))}
            </Choice>
            <RuleReason wording={wording} />
          </FoldedForm>
          <FoldedForm
            visit={visit}
            action={statePath(iso3, '/watch-rules/week')}
            summary={words.calendar.setWeek}
            button={words.calendar.saveWeek}
            main={false}
          >
            <Choice name="weekend" label={words.calendar.weekendField} chosen={calendar.weekend.join(' ')}>
              {WEEKENDS.map((weekend) => (
                <option key={weekend} value={weekend}>
                  {daysOf(weekend.split(' '), words.weekdays)}
                </option>
              ))}
            </Choice>
            <RuleReason wording={wording} />
          </FoldedForm>
        </div>
      )}
    </>
  );
}

function daysOf(days: readonly (number | string)[], names: Readonly<Record<string, string>>): string {
  return days.map((day) => names[day] ?? String(day)).join(', ');
}
