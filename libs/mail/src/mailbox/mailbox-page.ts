import type { Language } from '#messages';

import { WORDS } from '../digest/digest-content.js';
import { escapeHtml } from '../escape-html.js';
import type { StoredMail } from './mailbox.js';

/** These two pages bring their own style, as a mail does; they are served with a policy that allows it, and no script. */
const STYLE = `
:root{--paper:#fff;--mist:#f2f5f6;--ink:#13202b;--ink-2:#43515c;--rule:#d0d8dc;--petrol:#0b4a5c;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--paper:#0d161c;--mist:#131f27;--ink:#eaf0f2;--ink-2:#b9c5cc;--rule:#2a3944;--petrol:#84cbe0}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:17px/25px 'IBM Plex Sans',-apple-system,'Segoe UI',Roboto,sans-serif}
main{max-width:1010px;margin:0 auto;padding:24px 20px 72px}
h1{font:500 34px/40px 'Source Serif 4',Georgia,serif;margin:24px 0 8px}
a{color:var(--petrol)}a:focus-visible,summary:focus-visible{outline:3px solid #f5c83d;box-shadow:0 0 0 5px var(--ink)}
p.lede{color:var(--ink-2);margin:0 0 24px}
table{width:100%;border-collapse:collapse;border-top:2px solid var(--ink)}
th{text-align:left;font-size:13.5px;color:var(--ink-2);padding:10px 12px 10px 0;border-bottom:1px solid var(--ink)}
td{padding:12px 12px 12px 0;border-bottom:1px solid var(--rule);vertical-align:top;overflow-wrap:anywhere}
iframe{width:100%;height:70vh;border:1px solid var(--rule);background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:var(--mist);padding:16px;font:14px/20px 'IBM Plex Mono',monospace}
nav{display:flex;gap:24px;font-size:15px}
.empty{border:1px dashed var(--ink-2);padding:24px}
@media (max-width:640px){thead{display:none}td{display:block;border:0;padding:2px 0}tr{display:block;padding:12px 0;border-bottom:1px solid var(--rule)}}`;

/** The list of mails, newest first. */
export function renderMailboxPage(mails: readonly StoredMail[], language: Language): string {
  const words = WORDS[language].mailbox;
  const rows = mails.map(
    (mail) =>
      `<tr><td><a href="/mailbox/messages/${encodeURIComponent(mail.messageId)}?lang=${language}">${escapeHtml(mail.subject)}</a>${
        mail.copies > 1 ? ` (${escapeHtml(words.copies(mail.copies))})` : ''
      }</td><td>${escapeHtml(mail.to.join(', '))}</td><td>${escapeHtml(instant(mail.sentAt))}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">${words.subject}</th><th scope="col">${words.to}</th><th scope="col">${words.sentAt}</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page(
    language,
    words.title,
    `<h1>${words.title}</h1><p class="lede">${escapeHtml(words.lede)}</p>${mails.length === 0 ? `<p class="empty">${escapeHtml(words.empty)}</p>` : table}`,
    '/mailbox',
  );
}

/** One mail: as mail readers show it, its text part, its headers. */
export function renderMailPage(mail: StoredMail, language: Language): string {
  const words = WORDS[language].mailbox;
  const headers = Object.entries(mail.headers).map(([name, value]) => `${name}: ${value}`);
  const path = `/mailbox/messages/${encodeURIComponent(mail.messageId)}`;
  return page(
    language,
    mail.subject,
    `<p><a href="/mailbox?lang=${language}">${words.back}</a></p>
<h1>${escapeHtml(mail.subject)}</h1>
<p class="lede">${words.to}: ${escapeHtml(mail.to.join(', '))}<br>${words.sentAt}: ${escapeHtml(instant(mail.sentAt))}</p>
<iframe title="${escapeHtml(words.body)}" sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation" srcdoc="${escapeHtml(linksToTop(mail.html))}"></iframe>
<details><summary>${words.text}</summary><pre>${escapeHtml(mail.text)}</pre></details>
<details><summary>${words.headers}</summary><pre>${escapeHtml(headers.join('\n'))}</pre></details>`,
    path,
  );
}

/** A link in the mail opens in the whole window, as it would from a mail reader. */
function linksToTop(html: string): string {
  return html.replace('<head>', '<head><base target="_top">');
}

function page(language: Language, title: string, body: string, path: string): string {
  const words = WORDS[language].mailbox;
  const other = language === 'en' ? 'es' : 'en';
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)} · Vigía</title><style>${STYLE}</style></head>
<body><main><nav><a href="/${language}">${words.dashboard}</a><a href="${path}?lang=${other}" lang="${other}">${words.otherLanguage}</a></nav>${body}</main></body></html>`;
}

/** Minutes are enough for a person: 2026-11-24 13:05 UTC. */
function instant(iso: string): string {
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`;
}
