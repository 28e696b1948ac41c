import type { ActionList, InstitutionList } from '#contracts';

import { Choice } from '../../form/field.js';
import {
  ListSearch,
  NextPage,
  NothingFound,
  askedOf,
  isNarrowed,
  listQuery,
} from '../../form/list-search.js';
import { UnknownChoices, unknownOf } from '../../form/unknown-choice.js';
import { apiUrl, statePath } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { everyInstitution } from '../../router/whole-list.js';
import { InstitutionLinks } from '../institution/institution-links.js';
import { ActionTable } from './action-table.js';

interface Data extends Record<string, unknown> {
  readonly list: ActionList;
  /** To filter by. */
  readonly institutions: InstitutionList;
}

const FILTERS = ['institution', 'late'] as const;

/** What all institutions of a State do. */
export const actionsPage: Page<Data> = {
  load: ({ language, parameters, query }) => {
    const iso3 = parameters['iso3'] ?? '';
    return {
      list: apiUrl(language, statePath(iso3, '/actions'), listQuery(query, FILTERS)),
      institutions: everyInstitution(language, iso3),
    };
  },
  show: (data, visit) => {
    const { wording, address, state, viewer } = visit;
    const { list: words } = wording.say.action;
    const iso3 = address.parameters['iso3'] ?? '';
    const name = state?.name ?? iso3;
    const late = address.query.get('late') === '1';
    const filtered = isNarrowed(address, FILTERS);
    const codes = data.institutions.items.map(({ code }) => code);
    const unknown = unknownOf(address, 'institution', words.institution, codes);
    return {
      documentTitle: words.documentTitle,
      crumbs: [{ label: name, path: statePath(iso3) }, { label: words.documentTitle }],
      today: data.list.today,
      body: (
        <>
          <h1>{late ? words.titleLate(name) : words.title(name)}</h1>
          <p class="lede">{words.lede}</p>
          <InstitutionLinks iso3={iso3} viewer={viewer} wording={wording} here={address.path} />
          <Filters data={data} visit={visit} />
          {unknown.length > 0 ? (
            <UnknownChoices unknown={unknown} visit={visit} />
          ) : data.list.items.length === 0 && askedOf(address) !== '' ? (
            <NothingFound visit={visit} keeps={FILTERS} />
          ) : data.list.items.length === 0 ? (
            <div class="empty">
              <p>{filtered ? words.emptyFiltered : words.empty}</p>
              {!filtered && <p>{words.emptyWhere}</p>}
            </div>
          ) : (
            <ActionTable items={data.list.items} iso3={iso3} wording={wording} withRecommendation />
          )}
          <NextPage visit={visit} cursor={data.list.nextCursor} keeps={FILTERS} />
        </>
      ),
    };
  },
};

function Filters({ data, visit }: { readonly data: Data; readonly visit: Visit }) {
  const { wording, address } = visit;
  const { list: words } = wording.say.action;
  const chosen = address.query.get('institution') ?? '';
  return (
    <ListSearch visit={visit} narrows={FILTERS}>
      <Choice name="institution" label={words.institution}>
        <option value="">{words.any}</option>
        {data.institutions.items.map(({ code, name }) => (
          <option key={code} value={code} selected={code === chosen}>
            {name}
          </option>
        ))}
      </Choice>
      <label class="choice">
        <input type="checkbox" name="late" value="1" checked={address.query.get('late') === '1'} />
        <span>{words.late}</span>
      </label>
    </ListSearch>
  );
}
