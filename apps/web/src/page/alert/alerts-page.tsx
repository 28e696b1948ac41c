import type { AlertInList, AlertList } from '#contracts';
import { findingSentence } from '#messages';

import { Choice } from '../../form/field.js';
import { ListSearch, NextPage, NothingFound, isNarrowed, listQuery } from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

const NARROWS = ['show'] as const;
const SHOWS = ['standing', 'carried_up', 'docket', 'snoozed', 'not_mine'] as const;

/** Every reminder that stands: what was found, how it stands, and who was told of it last. */
export const alertsPage: Page<{ alerts: AlertList }> = {
  load: ({ language, parameters, query }) => ({
    alerts: apiUrl(language, statePath(parameters['iso3'] ?? '', '/alerts'), {
      ...listQuery(query),
      ...(query.get('show') ? { show: query.get('show') ?? '' } : {}),
    }),
  }),
  show: ({ alerts }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.alert.list;
    return {
      documentTitle: words.title,
      crumbs: [
        { label: alerts.state.name, path: statePath(alerts.state.iso3) },
        { label: wording.say.layout.docket, path: statePath(alerts.state.iso3, '/docket') },
        { label: words.title },
      ],
      today: alerts.today,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{words.lede}</p>
          <ListSearch visit={visit} narrows={NARROWS}>
            <Choice name="show" label={words.show} chosen={address.query.get('show') ?? 'standing'}>
              {SHOWS.map((show) => (
                <option key={show} value={show}>
                  {words.shows[show]}
                </option>
              ))}
            </Choice>
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
                <b class="late-words">{wording.say.people.docket.noOwner}</b>
              )}
            </td>
            <td data-label={words.stands}>{standsIn(alert, wording)}</td>
            <td data-label={words.told}>{wording.say.people.addressees[alert.addressee]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
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
