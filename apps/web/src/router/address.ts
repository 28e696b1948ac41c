import type { Language } from '#messages';

/** Where the reader is: language, the named parts of the path, and the filters. */
export interface Address {
  readonly language: Language;
  /** Path without the language: `/states/PER`. */
  readonly path: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** A part of a State that can be followed. */
export interface Topic {
  readonly kind: 'theme' | 'institution' | 'recommendation';
  /** Code of the theme or institution; id of the recommendation. */
  readonly key: string;
}

const TOPIC_PLACES = {
  theme: 'themes',
  institution: 'institutions',
  recommendation: 'recommendations',
} as const;

type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** What an address asks for, with each name as often as it is there. */
export function queryOf(query: URLSearchParams): Query {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}

/** A page's address; empty filters are left out. */
export function pageUrl(language: Language, path: string, query: Query = {}): string {
  return `/${language}${path === '/' ? '' : path}${search(query)}`;
}

/** An address of the API, which always says the reader's language. */
export function apiUrl(language: Language, path: string, query: Query = {}): string {
  return `/api/v1${path}${search({ ...query, lang: language })}`;
}

/** Where calendars subscribe to what is due, of a State or of one institution in it. */
export function calendarUrl(language: Language, iso3: string, institution?: string): string {
  return `/calendar/${encodeURIComponent(iso3)}/deadlines.ics${search({ institution, lang: language })}`;
}

/** Where feed readers learn what changed about a State. */
export function changesUrl(language: Language, iso3: string): string {
  return `/feeds/${encodeURIComponent(iso3)}/changes.atom${search({ lang: language })}`;
}

/** Where feed readers learn what changed about a part of a State: a theme, an institution or a recommendation. */
export function topicFeedUrl(language: Language, iso3: string, topic: Topic): string {
  const place = `${TOPIC_PLACES[topic.kind]}/${encodeURIComponent(topic.key)}`;
  return `/feeds/${encodeURIComponent(iso3)}/${place}.atom${search({ lang: language })}`;
}

/** Where a single chart stands by itself, for pages of others; `path` is that of its own page, without the language. */
export function embedPath(path: string): string {
  return `/embed${path}`;
}

/** What stands in the place of a page that could not be reached. */
export const OFFLINE_PATH = '/offline';

/** Whether a path, without its language, is of a chart for pages of others. */
export function isEmbedPath(path: string): boolean {
  return path.startsWith('/embed/');
}

export function statePath(iso3: string, rest = ''): string {
  return `/states/${encodeURIComponent(iso3)}${rest}`;
}

export function recommendationPath(iso3: string, id: string): string {
  return statePath(iso3, `/recommendations/${encodeURIComponent(id)}`);
}

export function documentPath(iso3: string, slug: string): string {
  return statePath(iso3, `/documents/${encodeURIComponent(slug)}`);
}

export function indicatorPath(iso3: string, code: string): string {
  return statePath(iso3, `/indicators/${encodeURIComponent(code)}`);
}

export function institutionPath(iso3: string, code: string): string {
  return statePath(iso3, `/institutions/${encodeURIComponent(code)}`);
}

function search(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'object' && value !== null)
      for (const one of value.filter((text) => text !== '')) parameters.append(name, one);
    else if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
