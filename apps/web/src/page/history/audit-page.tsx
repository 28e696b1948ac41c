import type { History } from '#contracts';

import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { chosenFilter, isFiltered, usableFilter } from './history-filter.js';
import { HistoryFilters } from './history-filters.js';
import { HistoryTable } from './history-table.js';

/** Every change in a State, for the secretariat and the ombudsperson. */
export const auditPage: Page<{ history: History }> = {
  load: (address) => ({
    history: apiUrl(address.language, statePath(address.parameters['iso3'] ?? '', '/audit'), {
      ...usableFilter(chosenFilter(address)),
      cursor: address.query.get('cursor'),
    }),
  }),
  show: ({ history }, { wording, address }) => ({
    documentTitle: wording.say.history.documentTitle,
    current: 'audit',
    crumbs: [
      { label: history.state.name, path: statePath(history.state.iso3) },
      { label: wording.say.history.documentTitle },
    ],
    today: history.today,
    body: <AuditBody history={history} wording={wording} address={address} />,
  }),
};

interface BodyProps {
  readonly history: History;
  readonly wording: Wording;
  readonly address: Address;
}

function AuditBody({ history, wording, address }: BodyProps) {
  const words = wording.say.history;
  const { iso3 } = history.state;
  const filter = usableFilter(chosenFilter(address));
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <HistoryFilters history={history} wording={wording} address={address} />
      {history.items.length === 0 && isFiltered(filter) ? (
        <div class="empty">
          <p>
            {words.emptyFiltered} <a href={pageUrl(wording.language, address.path)}>{words.all}</a>
          </p>
        </div>
      ) : (
        <HistoryTable iso3={iso3} items={history.items} wording={wording} sought={history.sought} />
      )}
      {history.nextCursor !== null && (
        <p class="pager">
          <a
            rel="next"
            href={pageUrl(wording.language, address.path, { ...filter, cursor: history.nextCursor })}
          >
            {words.next}
          </a>
        </p>
      )}
      <p class="links">
        <a href={apiUrl(wording.language, statePath(iso3, '/audit.csv'), filter)} download>
          {words.download}
        </a>
        <a href={`/feeds/${encodeURIComponent(iso3)}/audit.atom`}>{words.feed}</a>
      </p>
    </>
  );
}
