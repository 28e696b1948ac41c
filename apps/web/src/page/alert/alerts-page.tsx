import type { AlertInList, AlertList } from '#contracts';
import { findingSentence } from '#messages';

import { Choice } from '../../form/field.js';
import { ListSearch, NextPage, NothingFound, isNarrowed, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Crumb, Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { LastReminder } from '../docket/last-reminder.js';

const KEPT = ['institution'] as const;
const CHOSEN = ['show', 'rule', 'severity', 'age'] as const;
const NARROWS = [...CHOSEN, ...KEPT] as const;
const SEVERITIES = ['critical', 'warning', 'notice'] as const;
const AGES = ['month', 'quarter', 'half_year', 'year', 'older'] as const;
const SHOWS = ['standing', 'carried_up', 'docket', 'snoozed', 'not_mine'] as const;

/** Every reminder that stands: what was found, how it stands, and who was told of it last. */
export const alertsPage: Page<{ alerts: AlertList }> = {
  load: ({ language, parameters, query }) => ({
    alerts: apiUrl(language, statePath(parameters['iso3'] ?? '', '/alerts'), {
      ...listQuery(query, NARROWS),
    }),
  }),
  show: ({ alerts }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.alert.list;
    return {
      documentTitle: words.title,
      crumbs: [
        { label: alerts.state.name, path: statePath(alerts.state.iso3) },
        roomOf(visit),
        { label: words.title },
      ],
      current: visit.viewer?.role === 'monitoring_body' ? 'alerts' : 'docket',
      today: alerts.today,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{`${onlyOf(alerts, visit)}${words.lede}`}</p>
          <ListSearch visit={visit} keeps={KEPT} narrows={NARROWS}>
            <Choice name="show" label={words.show} chosen={address.query.get('show') ?? 'standing'}>
              {SHOWS.map((show) => (
                <option key={show} value={show}>
                  {words.shows[show]}
                </option>
              ))}
            </Choice>
            <Causes visit={visit} />
          </ListSearch>
          {alerts.items.length > 0 ? (
            <AlertTable alerts={alerts} visit={visit} />
          ) : isNarrowed(address, []) ? (
            <NothingFound visit={visit} keeps={NARROWS} />
          ) : (
            <div class="empty">
              <p>{words.empty}</p>
            </div>
          )}
          <NextPage visit={visit} keeps={NARROWS} cursor={alerts.nextCursor} />
        </>
      ),
    };
  },
};

/** The room that the reader came from. */
export function roomOf({ viewer, wording, address }: Visit): Crumb {
  const of = (path: string): string => statePath(address.parameters['iso3'] ?? '', path);
  return viewer?.role === 'monitoring_body'
    ? { label: wording.say.comparison.documentTitle, path: of('/monitoring') }
    : { label: wording.say.layout.docket, path: of('/docket') };
}

function onlyOf({ institution }: AlertList, { wording, address }: Visit): string {
  const words = wording.say.alert.list;
  if (address.query.get('institution') === '-') return words.onlyNobody;
  return institution ? words.only(institution.name) : '';
}

/** What was found, how grave it is and how long it has stood. */
function Causes({ visit: { wording, address } }: { readonly visit: Visit }) {
  const words = wording.say.alert.list;
  const { causes } = wording.say.comparison;
  const rules = Object.entries(wording.say.operation.sweep.rules).sort(([, one], [, other]) =>
    one.localeCompare(other, wording.language),
  );
  const choice = (name: string, label: string, options: readonly (readonly [string, string])[]) => (
    <Choice name={name} label={label} chosen={address.query.get(name) ?? ''}>
      <option value="">{words.any}</option>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </Choice>
  );
  return (
    <>
      {choice('rule', words.cause, rules)}
      {choice(
        'severity',
        words.severity,
        SEVERITIES.map((one) => [one, causes.severities[one] ?? one]),
      )}
      {choice(
        'age',
        words.age,
        AGES.map((one) => [one, causes.ages[one] ?? one]),
      )}
    </>
  );
}

function AlertTable({ alerts, visit }: { readonly alerts: AlertList; readonly visit: Visit }) {
  const { wording } = visit;
  const words = wording.say.alert.list;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.what}</th>
          <th scope="col">{wording.say.people.docket.owner}</th>
          <th scope="col">{words.stands}</th>
          <th scope="col">{words.told}</th>
          <th scope="col">{wording.say.people.docket.reminder}</th>
        </tr>
      </thead>
      <tbody>
        {alerts.items.map((alert) => (
          <tr key={alert.alert}>
            <td class="what">
              <a
                href={pageUrl(wording.language, statePath(alerts.state.iso3, `/alerts/${alert.alert}`))}
                data-key="r"
              >
                {findingSentence(wording.language, alert.finding.code, alert.finding.parameters)}
              </a>
              <span class="second">
                {`${wording.code(alert.recommendation.code)} `}
                <Sought text={alert.recommendation.title} words={alerts.sought} />
              </span>
            </td>
            <td data-label={wording.say.people.docket.owner}>
              {alert.institution ? (
                <Sought text={alert.institution.name} words={alerts.sought} />
              ) : (
                <b class={alert.asksCoordination ? undefined : 'late-words'}>
                  {nobodysWords(alert, wording)}
                </b>
              )}
            </td>
            <td data-label={words.stands}>{standsIn(alert, wording)}</td>
            <td data-label={words.told}>{toldWords(alert, wording)}</td>
            <td data-label={wording.say.people.docket.reminder} class="reminder">
              <LastReminder lastReminder={alert.lastReminder} decision={alert.decision} wording={wording} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Who is asked where no institution owes it. */
export function nobodysWords({ asksCoordination }: AlertInList, wording: Wording): string {
  const { addressees, docket } = wording.say.people;
  return asksCoordination ? (addressees['coordinating_body'] ?? '') : docket.noOwner;
}

function toldWords({ asksCoordination, addressee }: AlertInList, wording: Wording): string {
  const { addressees } = wording.say.people;
  const told = asksCoordination && addressee === 'owner' ? 'coordinating_body' : addressee;
  return addressees[told] ?? told;
}

/** `put off, quiet until 1 March`: the state, and what matters most about it. */
export function standsIn(alert: AlertInList, wording: Wording): string {
  const words = wording.say.alert;
  const state = words.states[alert.state] ?? alert.state;
  if (alert.notMine) return words.notMine;
  if (alert.snoozedUntil !== null) return `${state}, ${words.quietUntil(wording.date(alert.snoozedUntil))}`;
  if (alert.state === 'open') return words.since(wording.date(alert.unansweredSince));
  return state;
}
