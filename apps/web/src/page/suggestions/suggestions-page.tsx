import type { ClassificationList, DocumentSuggestionsView } from '#contracts';

import { FormDone } from '../../form/form-done.js';
import { FormProblem } from '../../form/form-problem.js';
import { ListSearch, NextPage, NothingFound, askedOf, listQuery } from '../../form/list-search.js';
import { apiUrl, documentPath, pageUrl, statePath } from '../../router/address.js';
import type { Address } from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { ItemSuggestions } from './item-suggestions.js';

const FILTERS = ['all', 'undecided'] as const;
/** Each stands with its text and all that may be said of it: more of them are too long to keep in view. */
const PAGE_SIZE = 5;

function isUndecidedOnly({ query }: Address): boolean {
  return query.get('only') === 'undecided';
}

interface Data extends Record<string, unknown> {
  readonly list: DocumentSuggestionsView;
  readonly choices: ClassificationList;
}

/** What the recommendations of one document may be about, each with its text beside it, for those who decide. */
export const suggestionsPage: Page<Data> = {
  load: (address) => ({
    list: apiUrl(
      address.language,
      `${documentPath(address.parameters['iso3'] ?? '', address.parameters['slug'] ?? '')}/suggestions`,
      {
        ...listQuery(address.query),
        only: isUndecidedOnly(address) ? 'undecided' : null,
        limit: PAGE_SIZE,
      },
    ),
    choices: apiUrl(address.language, '/classifications'),
  }),
  show: ({ list, choices }, visit) => {
    const { say } = visit.wording;
    return {
      documentTitle: `${say.classification.documentTitle}: ${list.document.shortTitle}`,
      current: 'documents',
      crumbs: [
        { label: list.state.name, path: statePath(list.state.iso3) },
        { label: say.cycle.list.documentTitle, path: statePath(list.state.iso3, '/documents') },
        { label: list.document.shortTitle, path: documentPath(list.state.iso3, list.document.slug) },
        { label: say.classification.documentTitle },
      ],
      today: list.today,
      body: <SuggestionsBody list={list} choices={choices} visit={visit} />,
    };
  },
};

/** How far into the document this page reaches. */
function Progress({
  list: { progress },
  visit: { wording },
}: {
  readonly list: DocumentSuggestionsView;
  readonly visit: Visit;
}) {
  return (
    <p class="note">
      <progress max={progress.of} value={progress.through} aria-hidden="true" />{' '}
      {wording.say.classification.progress(progress.through, progress.of)}
    </p>
  );
}

function SuggestionsBody({ list, choices, visit }: Data & { readonly visit: Visit }) {
  const { wording, address } = visit;
  const words = wording.say.classification;
  const only = isUndecidedOnly(address) ? 'undecided' : '';
  return (
    <>
      <h1>{words.title(list.document.shortTitle)}</h1>
      <p class="lede">{words.lede}</p>
      <p class="links">
        {FILTERS.map((filter) => (
          <a
            key={filter}
            href={pageUrl(wording.language, address.path, { only: filter === 'all' ? null : filter })}
            aria-current={(filter === 'undecided') === (only !== '') ? 'page' : undefined}
          >
            {words.filters[filter]}
          </a>
        ))}
      </p>
      <FormDone address={address} words={words.done} />
      <FormProblem address={address} wording={wording} />
      <ListSearch visit={visit} keeps={['only']} />
      {list.items.length === 0 && askedOf(address) !== '' && <NothingFound visit={visit} keeps={['only']} />}
      {list.items.length === 0 && askedOf(address) === '' && (
        <p class="empty">{only === '' ? words.empty : words.emptyUndecided}</p>
      )}
      {list.items.length > 0 && <Progress list={list} visit={visit} />}
      {list.items.map((item) => (
        <ItemSuggestions
          key={item.id}
          item={item}
          iso3={list.state.iso3}
          mayDecide={list.mayDecide}
          choices={choices}
          asked={listQuery(address.query, ['only'])}
          sought={list.sought}
          wording={wording}
        />
      ))}
      {list.nextCursor !== null && <Progress list={list} visit={visit} />}
      <NextPage visit={visit} cursor={list.nextCursor} keeps={['only']} />
    </>
  );
}
