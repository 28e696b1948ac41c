import type { History } from '#contracts';

import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page } from '../../router/page.js';
import type { Wording } from '../../wording/wording.js';
import { HistoryTable } from './history-table.js';
import { subjectInWords } from './history-words.js';

const FILTERS = ['subject', 'person'] as const;

const filtersOf = ({ query }: Address): Record<string, string | null> =>
  Object.fromEntries(FILTERS.map((name) => [name, query.get(name)]));

/** Every change in a State, for the secretariat and the ombudsperson. */
export const auditPage: Page<{ history: History }> = {
  load: (address) => ({
    history: apiUrl(address.language, statePath(address.parameters['iso3'] ?? '', '/audit'), {
      ...filtersOf(address),
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
  const filters = filtersOf(address);
  const subject = filters['subject'] ?? null;
  const only =
    (subject === null ? null : subjectInWords(subject, wording)) ??
    (filters['person'] === null ? null : `#${filters['person']}`);
  return (
    <>
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <p class="links">
        {only !== null && (
          <a href={pageUrl(wording.language, address.path)}>{`${words.only(only)}. ${words.all}`}</a>
        )}
        <a href={`/feeds/${encodeURIComponent(history.state.iso3)}/audit.atom`}>{words.feed}</a>
      </p>
      <HistoryTable iso3={history.state.iso3} items={history.items} wording={wording} />
      {history.nextCursor !== null && (
        <p class="pager">
          <a
            rel="next"
            href={pageUrl(wording.language, address.path, { ...filters, cursor: history.nextCursor })}
          >
            {words.next}
          </a>
        </p>
      )}
    </>
  );
}
