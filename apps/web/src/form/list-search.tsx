import type { ComponentChildren } from 'preact';

import { pageUrl } from '../router/address.js';
import type { Visit } from '../router/page.js';

interface SearchProps extends ListProps {
  /** Fields beside the words, by which the list is narrowed. */
  readonly children?: ComponentChildren;
  /** Names of those fields in the address. */
  readonly narrows?: readonly string[];
}

interface ListProps {
  readonly visit: Pick<Visit, 'wording' | 'address'>;
  /** Names of filters in the address that stay as they are. */
  readonly keeps?: readonly string[];
}

/** A field for words above a list. It is a form that is an address: without script, and to be kept as a link. */
export function ListSearch({ visit: { wording, address }, keeps = [], narrows = [], children }: SearchProps) {
  const words = wording.say.search;
  const kept = valuesOf(address.query, keeps);
  return (
    <form
      class="filters"
      method="get"
      autocomplete="off"
      role="search"
      action={pageUrl(wording.language, address.path)}
    >
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label class="field field-search">
        <span class="field-label">{words.inList}</span>
        <input
          type="search"
          name="q"
          maxLength={300}
          value={address.query.get('q') ?? ''}
          title={words.hint}
          data-search="1"
        />
      </label>
      {children}
      <button class="button" type="submit">
        {words.search}
      </button>
      {isNarrowed(address, narrows) && (
        <a class="clear" href={pageUrl(wording.language, address.path, kept)}>
          {words.whole}
        </a>
      )}
    </form>
  );
}

/** Whether anything is sought or chosen, so that an empty list is not an empty record. */
export function isNarrowed(address: Visit['address'], narrows: readonly string[]): boolean {
  return askedOf(address) !== '' || narrows.some((name) => (address.query.get(name) ?? '') !== '');
}

/** Whether the page shows all that there is, so that what stands on it may be counted. */
export function isWhole(address: Visit['address'], nextCursor: string | null): boolean {
  return nextCursor === null && askedOf(address) === '' && (address.query.get('cursor') ?? '') === '';
}

/** What was typed; empty where nothing is sought. */
export function askedOf({ query }: Visit['address']): string {
  return (query.get('q') ?? '').trim();
}

/** In place of a list in which nothing is found: what may help. */
export function NothingFound({ visit: { wording, address }, keeps = [] }: ListProps) {
  const words = wording.say.search;
  return (
    <div class="empty">
      <p>{words.nothingIn(askedOf(address))}</p>
      <ul>
        {words.suggestionsIn.map((suggestion) => (
          <li key={suggestion}>{suggestion}</li>
        ))}
      </ul>
      <p>
        <a href={pageUrl(wording.language, address.path, valuesOf(address.query, keeps))}>{words.whole}</a>
      </p>
    </div>
  );
}

interface NextProps extends ListProps {
  readonly cursor: string | null;
  readonly label?: string;
}

/** The way to the next page, with what is sought and chosen. */
export function NextPage({ visit: { wording, address }, keeps = [], cursor, label }: NextProps) {
  if (cursor === null) return null;
  const kept = valuesOf(address.query, ['q', ...keeps]);
  return (
    <p class="pager">
      <a rel="next" href={pageUrl(wording.language, address.path, { ...kept, cursor })}>
        {label ?? wording.say.search.next}
      </a>
    </p>
  );
}

/** What a list is asked of its API by the address. */
export function listQuery(query: URLSearchParams, keeps: readonly string[] = []): Record<string, string> {
  return valuesOf(query, ['q', 'cursor', ...keeps]);
}

function valuesOf(query: URLSearchParams, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => [name, query.get(name) ?? '']).filter(([, value]) => value !== ''),
  ) as Record<string, string>;
}
