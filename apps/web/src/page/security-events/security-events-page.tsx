import type { SecurityEventList, SecurityEventView } from '#contracts';

import { apiUrl, pageUrl } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';

const filtersOf = ({ query }: Address): { readonly event: string | null; readonly day: string | null } => ({
  event: query.get('event'),
  day: query.get('day'),
});

/** Who came in how and who was refused what, for whoever runs the installation. */
export const securityEventsPage: Page<{ list: SecurityEventList }> = {
  load: (address) => ({
    list: apiUrl(address.language, '/security-events', {
      ...filtersOf(address),
      cursor: address.query.get('cursor'),
    }),
  }),
  show: ({ list }, { wording, address }) => ({
    documentTitle: wording.say.securityEvent.documentTitle,
    current: 'security_events',
    crumbs: [
      { label: wording.say.operation.documentTitle, path: '/watch' },
      { label: wording.say.securityEvent.documentTitle },
    ],
    body: <Body list={list} wording={wording} address={address} />,
  }),
};

interface BodyProps {
  readonly list: SecurityEventList;
  readonly wording: Wording;
  readonly address: Address;
}

function Body({ list, wording, address }: BodyProps) {
  const words = wording.say.securityEvent;
  const filters = filtersOf(address);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <Filters list={list} wording={wording} address={address} />
      {list.leftOut > 0 && <p>{words.leftOut(list.leftOut, wording.number(list.leftOut))}</p>}
      {list.items.length === 0 ? (
        <div class="empty">
          <p>{filters.event || filters.day ? words.emptyFiltered : words.empty}</p>
        </div>
      ) : (
        <Events items={list.items} wording={wording} />
      )}
      {list.nextCursor !== null && (
        <p class="pager">
          <a
            rel="next"
            href={pageUrl(wording.language, address.path, { ...filters, cursor: list.nextCursor })}
          >
            {words.next}
          </a>
        </p>
      )}
    </>
  );
}

function Filters({ list, wording, address }: BodyProps) {
  const words = wording.say.securityEvent;
  const { event, day } = filtersOf(address);
  const page = pageUrl(wording.language, address.path);
  return (
    <form class="filters" method="get" autocomplete="off" action={page} aria-label={words.filter}>
      <label class="field">
        <span class="field-label">{words.event}</span>
        <select name="event">
          <option value="">{words.any}</option>
          {list.events.map((code) => (
            <option key={code} value={code} selected={code === event}>
              {words.events[code] ?? code}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span class="field-label">{words.day}</span>
        <input type="date" name="day" value={day ?? ''} />
      </label>
      <button class="button" type="submit">
        {words.apply}
      </button>
      {(event || day) && (
        <a class="clear" href={page}>
          {words.clear}
        </a>
      )}
    </form>
  );
}

function Events({
  items,
  wording,
}: {
  readonly items: readonly SecurityEventView[];
  readonly wording: Wording;
}) {
  const words = wording.say.securityEvent;
  return (
    <table class="list stacked">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.asked}</th>
          <th scope="col">{words.network}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          <tr key={`${item.at} ${index}`}>
            <td class="day" data-label={words.when}>
              <time dateTime={item.at}>{`${wording.shortDate(item.on)} ${item.at.slice(11, 19)}`}</time>
            </td>
            <td class="what">
              <b>{words.events[item.event] ?? item.event}</b>
              <span class="second">
                {[words.outcomes[item.outcome], ...item.ways.map((way) => words.ways[way] ?? way)].join(', ')}
              </span>
            </td>
            <td data-label={words.who}>
              {item.person === null ? words.nobody : words.person(String(item.person))}
            </td>
            <td data-label={words.asked}>
              {item.resource !== null && (
                <span class="code">{[item.resource, item.action].filter(Boolean).join(':')}</span>
              )}
              {item.reason !== null && <span class="second code">{item.reason}</span>}
            </td>
            <td class="code" data-label={words.network}>
              {item.network}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
