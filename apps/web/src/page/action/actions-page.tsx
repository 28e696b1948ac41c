import type { ActionList, InstitutionList } from '#contracts';

import { apiUrl, pageUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { ActionTable } from './action-table.js';

interface Data extends Record<string, unknown> {
  readonly list: ActionList;
  /** To filter by. */
  readonly institutions: InstitutionList;
}

const FILTERS = ['q', 'institution', 'late'] as const;

/** What all institutions of a State do. */
export const actionsPage: Page<Data> = {
  load: ({ language, parameters, query }) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      list: apiUrl(
        language,
        statePath(iso3, '/actions'),
        Object.fromEntries([...FILTERS, 'cursor'].map((name) => [name, query.get(name)])),
      ),
      institutions: apiUrl(language, statePath(iso3, '/institutions'), { limit: 200 }),
    };
  },
  show: (data, visit) => {
    const { wording, address, state, viewer } = visit;
    const { list: words } = wording.say.action;
    const iso3 = address.parameters['iso3'] ?? '';
    const name = state?.name ?? iso3;
    const late = address.query.get('late') === '1';
    const filtered = FILTERS.some((filter) => (address.query.get(filter) ?? '') !== '');
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: name, path: statePath(iso3) }, { label: words.documentTitle }],
      today: data.list.today,
      body: (
        <>
          <h1>{late ? words.titleLate(name) : words.title(name)}</h1>
          <p class="lede">{words.lede}</p>
          <InstitutionLinks iso3={iso3} viewer={viewer} wording={wording} here={address.path} />
          <Filters data={data} visit={visit} filtered={filtered} />
          {data.list.items.length === 0 ? (
            <div class="empty">
              <p>{filtered ? words.emptyFiltered : words.empty}</p>
              {!filtered && <p>{words.emptyWhere}</p>}
            </div>
          ) : (
            <ActionTable items={data.list.items} iso3={iso3} wording={wording} withRecommendation />
          )}
          {data.list.nextCursor !== null && (
            <p class="pager">
              <a
                rel="next"
                href={pageUrl(wording.language, address.path, {
                  ...Object.fromEntries(FILTERS.map((filter) => [filter, address.query.get(filter)])),
                  cursor: data.list.nextCursor,
                })}
              >
                {words.next}
              </a>
            </p>
          )}
        </>
      ),
    };
  },
};

interface FiltersProps {
  readonly data: Data;
  readonly visit: Visit;
  readonly filtered: boolean;
}

function Filters({ data, visit: { wording, address }, filtered }: FiltersProps) {
  const { list: words } = wording.say.action;
  const chosen = address.query.get('institution') ?? '';
  const here = pageUrl(wording.language, address.path);
  return (
    <form class="filters" method="get" action={here} role="search">
      <label class="field field-search">
        <span class="field-label">{wording.say.search.label}</span>
        <input
          type="search"
          name="q"
          maxLength={300}
          value={address.query.get('q') ?? ''}
          title={wording.say.search.hint}
        />
      </label>
      <label class="field">
        <span class="field-label">{words.institution}</span>
        <select name="institution">
          <option value="">{words.any}</option>
          {data.institutions.items.map(({ code, name }) => (
            <option key={code} value={code} selected={code === chosen}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label class="choice">
        <input type="checkbox" name="late" value="1" checked={address.query.get('late') === '1'} />
        <span>{words.late}</span>
      </label>
      <button class="button" type="submit">
        {words.apply}
      </button>
      {filtered && (
        <a class="clear" href={here}>
          {words.clear}
        </a>
      )}
    </form>
  );
}
