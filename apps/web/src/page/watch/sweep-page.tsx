import type { SweepPreviewView } from '#contracts';
import { noticeReasonSentence } from '#messages';

import { ActForm } from '../../form/act-form.js';
import { DayField } from '../../form/day-field.js';
import { Failed, FormProblem } from '../../form/form-problem.js';
import { Section } from '../../layout/section.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

type Preview = NonNullable<SweepPreviewView['preview']>;

/** What a sweep would bring, of today or in the demonstration of another day; and asking for one. */
export const sweepPage: Page<{ sweep: SweepPreviewView }> = {
  load: ({ language, parameters, query }) => ({
    sweep: apiUrl(language, statePath(parameters['iso3'] ?? '', '/sweep'), { on: query.get('on') }),
  }),
  show: ({ sweep }, visit) => {
    const { wording, state, address } = visit;
    const words = wording.say.operation.sweep;
    const iso3 = state?.iso3 ?? address.parameters['iso3'] ?? '';
    const { preview, problem } = sweep;
    const name = state?.name ?? iso3;
    return {
      documentTitle: words.documentTitle,
      current: 'watch',
      crumbs: [
        { label: wording.say.operation.documentTitle, path: '/watch' },
        { label: words.documentTitle },
      ],
      today: sweep.today,
      body: (
        <>
          <h1>{preview ? words.title(name, wording.date(preview.on)) : words.nothing(name)}</h1>
          <p class="lede">{words.lede}</p>
          <FormProblem address={address} wording={wording} />
          {problem && <Failed>{wording.say.operation.problems[problem.code] ?? problem.message}</Failed>}
          <AskFor sweep={sweep} visit={visit} iso3={iso3} />
          {preview && <Brought preview={preview} today={sweep.today} wording={wording} />}
        </>
      ),
    };
  },
};

interface AskForProps {
  readonly sweep: SweepPreviewView;
  readonly visit: Visit;
  readonly iso3: string;
}

function AskFor({ sweep, visit, iso3 }: AskForProps) {
  const { wording, address } = visit;
  const words = wording.say.operation.sweep;
  return (
    <>
      {sweep.mayLookAhead ? (
        <form
          class="filters"
          method="get"
          autocomplete="off"
          action={pageUrl(wording.language, address.path)}
        >
          <DayField
            name="on"
            label={words.day}
            from={sweep.today}
            value={address.query.get('on') ?? sweep.today}
          />
          <button class="button" type="submit">
            {words.show}
          </button>
        </form>
      ) : (
        <p>{words.todayOnly}</p>
      )}
      <ActForm visit={visit} action={statePath(iso3, '/sweep')} button={words.now} main={false}>
        <p class="second">{words.nowHint}</p>
      </ActForm>
    </>
  );
}

interface BroughtProps {
  readonly preview: Preview;
  readonly today: string;
  readonly wording: Wording;
}

function Brought({ preview, today, wording }: BroughtProps) {
  const words = wording.say.operation.sweep;
  return (
    <>
      <Section title={words.reminders}>
        {preview.on !== today && <p>{words.ahead}</p>}
        <Reminders preview={preview} wording={wording} />
        {preview.leftOut > 0 && <p>{words.leftOut(wording.number(preview.leftOut))}</p>}
      </Section>
      <Section title={words.opened}>
        <Alerts alerts={preview.opened} wording={wording} />
      </Section>
      <Section title={words.resolved}>
        <Alerts alerts={preview.resolved} wording={wording} />
      </Section>
      <Section title={words.silent}>
        {preview.silent.length === 0 ? (
          <p class="empty">{words.noSilent}</p>
        ) : (
          <table class="list narrow">
            <thead>
              <tr>
                <th scope="col">{words.reason}</th>
                <th scope="col" class="number">
                  {words.number}
                </th>
              </tr>
            </thead>
            <tbody>
              {preview.silent.map(({ reason, count }) => (
                <tr key={reason}>
                  <td>{noticeReasonSentence(wording.language, reason)}</td>
                  <td class="number">{wording.number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </>
  );
}

function Reminders({ preview, wording }: { readonly preview: Preview; readonly wording: Wording }) {
  const words = wording.say.operation.sweep;
  if (preview.people.length === 0) return <p class="empty">{words.noReminders}</p>;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.person}</th>
          <th scope="col">{words.about}</th>
          <th scope="col">{words.rung}</th>
          <th scope="col">{words.on}</th>
        </tr>
      </thead>
      <tbody>
        {preview.people.flatMap(({ person, reminders }) =>
          reminders.map(({ code, rule, rung, rungOn }, index) => (
            <tr key={`${person} ${index}`}>
              <td class="what">
                <b>{person}</b>
              </td>
              <td data-label={words.about}>
                {words.rules[rule] ?? rule}
                <span class="second code">{wording.code(code)}</span>
              </td>
              <td data-label={words.rung}>{rungWords(wording, rung)}</td>
              <td data-label={words.on}>
                {rungOn === preview.on ? words.thatDay : wording.shortDate(rungOn)}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

function rungWords(wording: Wording, rung: number): string {
  const words = wording.say.operation.sweep;
  if (rung === 0) return words.theDay;
  return rung < 0 ? words.before(wording.number(-rung)) : words.after(wording.number(rung));
}

function Alerts({ alerts, wording }: { readonly alerts: Preview['opened']; readonly wording: Wording }) {
  const words = wording.say.operation.sweep;
  if (alerts.length === 0) return <p class="empty">{words.noAlerts}</p>;
  return (
    <ul>
      {alerts.map(({ code, rule }, index) => (
        <li key={`${code} ${rule} ${index}`}>
          <span class="code">{wording.code(code)}</span> {words.rules[rule] ?? rule}
        </li>
      ))}
    </ul>
  );
}
