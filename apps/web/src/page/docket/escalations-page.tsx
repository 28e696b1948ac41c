import type { EscalationList, EscalationView } from '#contracts';
import { findingSentence } from '#messages';

import { Choice } from '../../form/field.js';
import {
  ListSearch,
  NextPage,
  NothingFound,
  askedOf,
  isNarrowed,
  listQuery,
} from '../../form/list-search.js';
import { Sought } from '../../form/sought.js';
import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

const NARROWS = ['stands', 'told', 'institution'] as const;
const STANDS = ['open', 'answered', 'settled'] as const;
const TOLD = ['sent', 'waiting', 'in_doubt', 'refused', 'none'] as const;

/** What the steps of the State carried up to the ombudsperson: when, about what, who owes, what was done before, and what became of the mail. */
export const escalationsPage: Page<{ list: EscalationList }> = {
  load: ({ language, parameters, query }) => ({
    list: apiUrl(language, statePath(parameters['iso3'] ?? '', '/escalations'), listQuery(query, NARROWS)),
  }),
  show: ({ list }, visit) => {
    const { wording } = visit;
    const words = wording.say.escalation;
    return {
      documentTitle: words.title,
      current: 'docket',
      crumbs: [
        { label: list.state.name, path: statePath(list.state.iso3) },
        { label: wording.say.layout.docket, path: statePath(list.state.iso3, '/docket') },
        { label: words.title },
      ],
      today: list.today,
      body: (
        <>
          <h1>{words.title}</h1>
          <p class="lede">{`${words.lede} ${words.open(list.open)}`}</p>
          <Filters list={list} visit={visit} />
          <Escalations list={list} visit={visit} />
          <NextPage visit={visit} cursor={list.nextCursor} keeps={NARROWS} />
        </>
      ),
    };
  },
};

interface PartProps {
  readonly list: EscalationList;
  readonly visit: Visit;
}

function Filters({ list, visit }: PartProps) {
  const { wording, address } = visit;
  const words = wording.say.escalation;
  const choice = (
    name: string,
    label: string,
    options: readonly (readonly [string, string | undefined])[],
  ) => (
    <Choice name={name} label={label} chosen={address.query.get(name) ?? ''}>
      <option value="">{words.any}</option>
      {options.map(([value, word]) => (
        <option key={value} value={value}>
          {word ?? value}
        </option>
      ))}
    </Choice>
  );
  return (
    <ListSearch visit={visit} narrows={NARROWS}>
      {choice(
        'stands',
        words.stands,
        STANDS.map((one) => [one, words.standsAs[one]]),
      )}
      {choice(
        'told',
        words.told,
        TOLD.map((one) => [one, words.toldAs[one]]),
      )}
      {list.institutions.length > 1 &&
        choice(
          'institution',
          words.institution,
          list.institutions.map(({ code, name }) => [code, name]),
        )}
    </ListSearch>
  );
}

function Escalations({ list, visit }: PartProps) {
  const { wording, address } = visit;
  const words = wording.say.escalation;
  if (list.items.length === 0)
    return askedOf(address) !== '' ? (
      <NothingFound visit={visit} keeps={NARROWS} />
    ) : (
      <div class="empty">
        <p>{isNarrowed(address, NARROWS) ? words.emptyFiltered : words.empty}</p>
      </div>
    );
  return (
    <table class="list stacked escalations">
      <thead>
        <tr>
          <th scope="col">{words.came}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.owes}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.told}</th>
          <th scope="col">{words.stands}</th>
        </tr>
      </thead>
      <tbody>
        {list.items.map((item) => (
          <Row key={item.id} item={item} list={list} wording={wording} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly item: EscalationView;
  readonly list: EscalationList;
  readonly wording: Wording;
}

function Row({ item, list, wording }: RowProps) {
  const words = wording.say.escalation;
  return (
    <tr data-row>
      <td class="day" data-label={words.came}>
        {wording.shortDate(item.cameOn)}
        <span class="second">{words.after(item.workingDays)}</span>
      </td>
      <td class="what">
        <a href={pageUrl(wording.language, statePath(list.state.iso3, `/alerts/${item.alert}`))} data-key="r">
          {findingSentence(wording.language, item.finding.code, item.finding.parameters)}
        </a>
        <span class="second">
          {`${wording.code(item.recommendation.code)} `}
          <Sought text={item.recommendation.title} words={list.sought} />
        </span>
      </td>
      <td data-label={words.institution}>
        {item.institution ? (
          <Sought text={item.institution.name} words={list.sought} />
        ) : (
          <b class="late-words">{wording.say.people.docket.noOwner}</b>
        )}
        <span class="second">
          {item.dueOn === null
            ? words.since(wording.shortDate(item.openedOn))
            : words.due(wording.shortDate(item.dueOn))}
        </span>
      </td>
      <td data-label={words.before}>
        <Before item={item} wording={wording} />
      </td>
      <td data-label={words.told}>
        <Told item={item} wording={wording} />
      </td>
      <td data-label={words.stands}>
        <span class={item.stands === 'open' ? 'late-words' : undefined}>{words.standsAs[item.stands]}</span>
      </td>
    </tr>
  );
}

/** How much was tried, and behind it each step with its day. */
function Before({ item, wording }: Pick<RowProps, 'item' | 'wording'>) {
  const words = wording.say.escalation;
  const { page } = wording.say.alert;
  const reminders = item.reminders === 0 ? words.noReminders : words.reminders(item.reminders);
  if (item.before.length === 0) return <>{`${reminders}. ${words.nothing}`}</>;
  return (
    <details class="escalation-before">
      <summary>{`${reminders}, ${words.steps(item.before.length)}`}</summary>
      <ol>
        {item.before.map(({ on, kind, reason, addressee }, at) => (
          <li key={at}>
            <b>{wording.shortDate(on)}</b>
            {` ${page.kinds[kind] ?? kind}`}
            {addressee !== null && ` ${words.to(wording.say.people.addressees[addressee] ?? addressee)}`}
            {reason !== null && (
              <span class="second">{wording.say.people.escalations[reason] ?? reason}</span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

/** What became of the mail that told the office; where several were told, of each. */
function Told({ item, wording }: Pick<RowProps, 'item' | 'wording'>) {
  const words = wording.say.escalation;
  const { outcomes } = wording.say.people.docket;
  const bad = item.told === 'refused' || item.told === 'none' || item.told === 'in_doubt';
  return (
    <>
      <b class={bad ? 'delivery delivery-overdue' : 'delivery'}>{words.toldAs[item.told]}</b>
      {item.mails.map(({ outcome, on }, at) => (
        <span key={at} class="second">
          {words.mail(outcomes[outcome], on === null ? '' : wording.shortDate(on))}
        </span>
      ))}
    </>
  );
}
