import type { Instant } from '#domain';

export interface AtomEntry {
  /** An IRI that stays the same for as long as it is the same thing. */
  readonly id: string;
  readonly title: string;
  readonly updated: Instant;
  /** The page to read. */
  readonly url?: string;
  readonly text: string;
}

export interface AtomFeed {
  readonly id: string;
  readonly title: string;
  /** What must be known of all of it, where something must. */
  readonly subtitle?: string | undefined;
  /** BCP 47. */
  readonly language: string;
  readonly self: string;
  readonly alternate: { readonly type: string; readonly url: string };
  /** The newest first. */
  readonly entries: readonly AtomEntry[];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** What XML 1.0 (2.2) does not allow at all is left out. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

/** A feed of RFC 4287. Every text is plain: whatever stands in a title, no reader takes it for markup. */
export function atomFeed({ id, title, subtitle, language, self, alternate, entries }: AtomFeed): string {
  const updated = Math.max(0, ...entries.map((entry) => entry.updated));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(language)}">`,
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    ...(subtitle === undefined ? [] : [`<subtitle>${xml(subtitle)}</subtitle>`]),
    `<updated>${instant(updated)}</updated>`,
    '<author><name>Vigía</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="${xml(alternate.type)}" href="${xml(alternate.url)}"/>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf({ id, title, updated, url, text }: AtomEntry): string {
  return [
    '<entry>',
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<updated>${instant(updated)}</updated>`,
    ...(url === undefined ? [] : [`<link rel="alternate" type="text/html" href="${xml(url)}"/>`]),
    `<content type="text">${xml(text)}</content>`,
    '</entry>',
  ].join('\n');
}

function instant(at: Instant): string {
  return new Date(at).toISOString();
}
