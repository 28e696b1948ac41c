import { assets } from 'virtual:assets';

import { LANGUAGES } from '#messages';
import type { Language } from '#messages';

interface DocumentParts {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** After how many seconds the page looks again; undefined: never. */
  readonly again?: number | undefined;
  /** Rendered content of the body. */
  readonly body: string;
  /** What changed about what the page is of, for feed readers; the narrowest first. */
  readonly feeds: readonly { readonly title: string; readonly url: string }[];
  /** The same page in each language. */
  readonly alternates: Readonly<Record<Language, string>>;
}

/** The lamp of the word mark. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Crect width='16' height='16' fill='%2313202b'/%3E%3Crect x='3' y='6' width='10' height='4' fill='%23f5c83d' transform='rotate(-28 8 8)'/%3E%3C/svg%3E";

/** The whole page. No inline script and no inline style: the content security policy allows neither. */
export function htmlDocument({
  language,
  title,
  description,
  again,
  body,
  feeds,
  alternates,
}: DocumentParts): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escapeText(title)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta name="description" content="${escapeText(description)}">`,
    ...(again === undefined ? [] : [`<meta http-equiv="refresh" content="${again}">`]),
    `<link rel="icon" href="${ICON}">`,
    ...assets.styles.map((style) => `<link rel="stylesheet" href="${style}">`),
    // After the style: on a slow line text stands sooner in the fallback, which is as wide, than all arrives at once.
    ...assets.fonts.map(
      (font) =>
        `<link rel="preload" href="${font}" as="font" type="font/woff2" crossorigin fetchpriority="low">`,
    ),
    `<noscript><link rel="stylesheet" href="${assets.plainStyle}"></noscript>`,
    `<script type="module" src="${assets.script}"></script>`,
    ...LANGUAGES.map(
      (other) => `<link rel="alternate" hreflang="${other}" href="${escapeText(alternates[other])}">`,
    ),
    ...feeds.map(
      ({ title: name, url }) =>
        `<link rel="alternate" type="application/atom+xml" title="${escapeText(name)}" href="${escapeText(url)}">`,
    ),
    '</head>',
    `<body>${body}</body>`,
    '</html>',
  ].join('\n');
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
