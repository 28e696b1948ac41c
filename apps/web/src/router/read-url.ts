import { isLanguage } from '#messages';
import type { Language } from '#messages';

export interface ReadUrl {
  /** Null where the address names none that Vigía speaks. */
  readonly language: Language | null;
  /** What follows the language: `/states/PER`, or the empty string. */
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Takes an address apart. The host is of no matter: only path and query are read. */
export function readUrl(url: string): ReadUrl {
  const [before = '', search = ''] = url.split('#')[0]!.split(/\?(.*)/s);
  const [, language, ...rest] = before.split('/');
  const path = rest.length === 0 ? '' : `/${rest.join('/')}`.replace(/\/+$/, '');
  return { language: isLanguage(language) ? language : null, path, query: new URLSearchParams(search) };
}
