import type { SearchHit, SearchResult } from '#contracts';

import {
  apiUrl,
  documentPath,
  indicatorPath,
  pageUrl,
  recommendationPath,
  statePath,
} from '../../router/address.js';
import type { Page, Visit } from '../../router/page.js';
import { Marked } from './marked.js';

const KINDS = ['recommendation', 'paragraph', 'document', 'indicator', 'institution'] as const;
const FILTERS = ['q', 'kind'] as const;

/** Everything public of a State that holds the words. */
export const searchPage: Page<{ result: SearchResult }> = {
  load: ({ language, parameters, query }) => ({
    result: apiUrl(language, statePath(parameters['iso3'] ?? '', '/search'), {
      q: query.get('q'),
      kind: query.get('kind'),
      cursor: query.get('cursor'),
    }),
  }),
  show: ({ result }, visit) => {
    const { wording, address } = visit;
    const words = wording.say.search;
    const q = address.query.get('q') ?? '';
    const asked = q.trim() !== '';
    return {
      documentTitle: words.documentTitle,
      current: 'search',
      crumbs: [
        { label: result.state.name, path: statePath(result.state.iso3) },
        { label: words.documentTitle },
      ],
      body: (
        <>
          <h1>
            {asked
              ? words.title(result.items.length, result.nextCursor !== null, q)
              : words.start(result.state.name)}
          </h1>
          <SearchForm visit={visit} />
          {asked && result.items.length === 0 && <Nothing visit={visit} />}
          {KINDS.map((kind) => (
            <Group
              key={kind}
              kind={kind}
              items={result.items.filter((item) => item.kind === kind)}
              visit={visit}
            />
          ))}
          {result.nextCursor !== null && (
            <p class="pager">
              <a
                rel="next"
                href={pageUrl(wording.language, address.path, {
                  ...Object.fromEntries(FILTERS.map((name) => [name, address.query.get(name)])),
                  cursor: result.nextCursor,
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

function SearchForm({ visit: { wording, address } }: { readonly visit: Visit }) {
  const words = wording.say.search;
  const chosen = address.query.get('kind') ?? '';
  return (
    <form
      class="filters"
      method="get"
      autocomplete="off"
      role="search"
      action={pageUrl(wording.language, address.path)}
    >
      <label class="field field-search">
        <span class="field-label">{words.label}</span>
        <input
          type="search"
          name="q"
          maxLength={300}
          value={address.query.get('q') ?? ''}
          aria-describedby="q-hint"
          data-search="1"
        />
      </label>
      <label class="field">
        <span class="field-label">{words.kind}</span>
        <select name="kind">
          <option value="">{words.everything}</option>
          {KINDS.map((kind) => (
            <option key={kind} value={kind} selected={kind === chosen}>
              {words.kinds[kind]}
            </option>
          ))}
        </select>
      </label>
      <button class="button" type="submit">
        {words.search}
      </button>
      <p class="field-hint filters-hint" id="q-hint">
        {words.hint}
      </p>
    </form>
  );
}

function Nothing({ visit: { wording, address } }: { readonly visit: Visit }) {
  const words = wording.say.search;
  const iso3 = address.parameters['iso3'] ?? '';
  return (
    <div class="empty">
      <p>{words.nothing}</p>
      <ul>
        {words.suggestions.map((suggestion) => (
          <li key={suggestion}>{suggestion}</li>
        ))}
      </ul>
      <p>
        <a href={pageUrl(wording.language, statePath(iso3, '/recommendations'))}>
          {words.allRecommendations}
        </a>
      </p>
    </div>
  );
}

interface GroupProps {
  readonly kind: (typeof KINDS)[number];
  readonly items: readonly SearchHit[];
  readonly visit: Visit;
}

function Group({ kind, items, visit }: GroupProps) {
  if (items.length === 0) return null;
  const words = visit.wording.say.search;
  return (
    <section class="found" aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`}>{words.kinds[kind]}</h2>
      <ul class="found-list">
        {items.map((item) => (
          <li key={`${item.document ?? ''} ${item.id}`}>
            <Hit item={item} visit={visit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hit({ item, visit: { wording, address } }: { readonly item: SearchHit; readonly visit: Visit }) {
  const path = pathOf(item, address.parameters['iso3'] ?? '');
  const label = (
    <>
      {item.code !== null && item.kind !== 'indicator' && item.kind !== 'institution' && (
        <span class="found-code">
          {item.kind === 'document' ? item.code : wording.say.search.paragraph(wording.code(item.code))}
        </span>
      )}
      {item.title.length > 0 && (
        <span lang={item.titleLanguage ?? undefined}>
          <Marked text={item.title} />
        </span>
      )}
    </>
  );
  return (
    <>
      <p class="found-title">
        {path === null ? label : <a href={pageUrl(wording.language, path)}>{label}</a>}
      </p>
      {item.text.length > 0 && (
        <p class="found-text" lang={item.textLanguage ?? undefined}>
          <Marked text={item.text} />
        </p>
      )}
    </>
  );
}

/** Paragraphs and institutions have no page of their own. */
function pathOf(item: SearchHit, iso3: string): string | null {
  switch (item.kind) {
    case 'recommendation':
      return recommendationPath(iso3, item.id);
    case 'indicator':
      return indicatorPath(iso3, item.id);
    case 'document':
      return documentPath(iso3, item.id);
    case 'paragraph':
    case 'institution':
      return null;
  }
}
