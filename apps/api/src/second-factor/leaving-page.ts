import { screensEn, screensEs } from '#messages';
import type { Language } from '#messages';

const SCREENS = { en: screensEn, es: screensEs } as const;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A page that leads on to the organisation's own sign-in. A redirect would be stopped: `form-action` of our pages holds for every
 * address that a form is led to (CSP 3, 6.3.1), and an issuer may have several. What a page does once it is there is no form's doing.
 */
export function leavingPage(to: string, language: Language): string {
  const { leaving, leavingLink } = SCREENS[language].account.signIn;
  const address = escaped(to);
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${escaped(leaving)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<meta http-equiv="refresh" content="0; url=${address}">`,
    '</head>',
    `<body><h1>${escaped(leaving)}</h1><p><a href="${address}">${escaped(leavingLink)}</a></p></body>`,
    '</html>',
  ].join('\n');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
