import { filled } from '../device/device-facts.js';
import type { DeviceFacts, Place } from '../device/device-facts.js';
import { printCode } from '../wording/print-code.js';

export interface Choice {
  readonly label: string;
  /** Undefined: the list of keys. */
  readonly href?: string;
  readonly note?: string;
}

export interface Group {
  readonly title: string;
  readonly choices: readonly Choice[];
}

/** A hit of the search, as the API tells it. */
export interface Hit {
  readonly kind: string;
  readonly id: string;
  readonly code: string | null;
  readonly title: readonly { readonly text: string }[];
  readonly text: readonly { readonly text: string }[];
}

const KINDS = ['recommendation', 'indicator', 'institution', 'document'] as const;
const PLACES: Readonly<Record<string, string>> = {
  recommendation: '/recommendations/',
  indicator: '/indicators/',
  document: '/documents/',
  institution: '/institutions/',
};

/** Without accents and capitals, as people type. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Pages and acts whose name holds every word that was typed; then what was found, by kind; then the search itself. */
export function choicesFor(facts: DeviceFacts, typed: string, hits: readonly Hit[]): Group[] {
  const { language, words, pages, actions, search, state } = facts;
  const sought = plain(typed).split(/\s+/);
  const fitting = (places: readonly Place[]): Place[] => {
    const once = new Map(places.map((place) => [place.href, place]));
    return [...once.values()].filter(({ label }) => sought.every((word) => plain(label).includes(word)));
  };
  const shownPages = fitting(pages);
  const keys: Place[] = fitting([{ label: words.keys, href: '' }]);
  const named = fitting(actions).filter(({ href }) => !shownPages.some((page) => page.href === href));
  const acts: Choice[] = [...named, ...keys.map(({ label }) => ({ label }))];
  const found = KINDS.map((kind) => ({
    title: words.kinds[kind] ?? kind,
    choices: hits
      .filter((hit) => hit.kind === kind && state !== null)
      .map((hit) => ({
        label: textOf(hit.title) || textOf(hit.text),
        href: `${state ?? ''}${PLACES[kind] ?? ''}${encodeURIComponent(hit.id)}`,
        ...(hit.code === null ? {} : { note: printCode(language, hit.code) }),
      })),
  }));
  const all: Choice[] =
    search && typed.trim() !== ''
      ? [
          {
            label: filled(words.searchAll, typed.trim()),
            href: `${search.page}?q=${encodeURIComponent(typed.trim())}`,
          },
        ]
      : [];
  return [
    { title: words.pages, choices: shownPages },
    { title: words.actions, choices: acts },
    ...found,
    { title: '', choices: all },
  ].filter(({ choices }) => choices.length > 0);
}

function textOf(runs: readonly { readonly text: string }[]): string {
  return runs.map(({ text }) => text).join('');
}
