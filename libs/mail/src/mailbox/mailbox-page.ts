import { LANGUAGES, LANGUAGE_NAMES } from '#messages';
import type { Language } from '#messages';

import { escapeHtml } from '../escape-html.js';
import { WORDS } from '../words.js';
import type { StoredMail } from './stored-mail.js';

/** The list of mails, newest first, as a complete page. */
export function renderMailboxPage(mails: readonly StoredMail[], language: Language): string {
  const words = WORDS[language].mailbox;
  return page(
    language,
    '/mailbox',
    words.title,
    `<p class="lede">${escapeHtml(words.lede)}</p>
${mails.length === 0 ? `<p class="empty">${escapeHtml(words.empty)}</p>` : table(mails, language)}`,
  );
}

/** One mail, as a complete page: as mail readers show it, its text part, its headers. */
export function renderMailPage(mail: StoredMail, language: Language): string {
  const words = WORDS[language].mailbox;
  const headers = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`);
  const text = `<pre>${escapeHtml(mail.text)}</pre>`;
  return page(
    language,
    pathOf(mail),
    mail.subject || words.noSubject,
    `<p class="lede">${escapeHtml(words.to)}: ${escapeHtml(mail.to.join(', '))}<br>
${escapeHtml(words.sentAt)}: ${time(mail.sentAt)}${mail.copies > 1 ? `<br>${escapeHtml(words.copies(mail.copies))}` : ''}</p>
${mail.html === '' ? text : frame(mail, words.body)}
${mail.html === '' ? '' : `<details><summary>${escapeHtml(words.text)}</summary>${text}</details>`}
<details><summary>${escapeHtml(words.headers)}</summary><pre>${escapeHtml(headers.join('\n'))}</pre></details>
<p><a href="/mailbox?lang=${language}">${escapeHtml(words.back)}</a></p>`,
  );
}

function table(mails: readonly StoredMail[], language: Language): string {
  const words = WORDS[language].mailbox;
  const heads = [words.subject, words.to, words.sentAt].map(
    (word) => `<th scope="col">${escapeHtml(word)}</th>`,
  );
  const rows = mails.map((mail) => {
    const copies = mail.copies > 1 ? ` (${escapeHtml(words.copies(mail.copies))})` : '';
    return `<tr><td><a href="${pathOf(mail)}?lang=${language}">${escapeHtml(mail.subject || words.noSubject)}</a>${copies}</td><td>${escapeHtml(mail.to.join(', '))}</td><td>${time(mail.sentAt)}</td></tr>`;
  });
  return `<table><thead><tr>${heads.join('')}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
}

/** The mail runs no script and reads nothing of the page; its links open in the whole window, as from a mail reader. */
function frame(mail: StoredMail, title: string): string {
  return `<iframe title="${escapeHtml(title)}" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" src="${pathOf(mail)}/body"></iframe>`;
}

/** The HTML part as it came, for the frame. */
export function mailFrameHtml({ html }: StoredMail): string {
  const base = '<base target="_top">';
  return /<head\b[^>]*>/i.test(html) ? html.replace(/<head\b[^>]*>/i, (head) => head + base) : base + html;
}

function page(language: Language, path: string, title: string, body: string): string {
  const words = WORDS[language].mailbox;
  const others = LANGUAGES.filter((each) => each !== language).map(
    (each) => `<a href="${path}?lang=${each}" lang="${each}" hreflang="${each}">${LANGUAGE_NAMES[each]}</a>`,
  );
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · Vigía</title><link rel="stylesheet" href="/mailbox/style.css"></head>
<body><nav><a href="/${language}">${escapeHtml(words.dashboard)}</a>${others.join('')}</nav>
<main><h1>${escapeHtml(title)}</h1>
${body}
</main></body>
</html>
`;
}

function pathOf(mail: StoredMail): string {
  return `/mailbox/messages/${encodeURIComponent(mail.messageId.replace(/^<|>$/g, ''))}`;
}

/** Minutes are enough for a person: 2026-11-24 13:05 UTC. */
function time(iso: string): string {
  return `<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC</time>`;
}
