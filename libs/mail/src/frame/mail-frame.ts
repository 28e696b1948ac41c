import type { Language } from '#messages';

import { escapeHtml } from '../escape-html.js';

// Mail readers know neither style sheets nor variables: the tokens of the dashboard stand here in line.
export const INK = '#13202B';
export const INK_2 = '#43515C';
export const RULE_COLOUR = '#D0D8DC';
export const PETROL = '#0B4A5C';
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

export interface MailLink {
  readonly label: string;
  readonly url: string;
}

export interface MailHead {
  readonly language: Language;
  readonly subject: string;
  /** What mail readers show beside the subject. */
  readonly preheader: string;
  readonly place: string;
  readonly title: string;
  readonly lede: string;
}

/** One column, tables for layout, no pictures, real headings. `content` is markup already. */
export function frameHtml(head: MailHead, content: string): string {
  return `<!doctype html>
<html lang="${head.language}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(head.subject)}</title></head>
<body style="margin:0;padding:0;background:#FFFFFF;color:${INK};${FONT}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(head.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;text-align:left;overflow-wrap:anywhere"><tr><td>
<p style="margin:0 0 12px;font-size:15px;line-height:22px;color:${INK_2}"><strong style="color:${INK}">Vigía</strong> &nbsp; ${escapeHtml(head.place)}</p>
<h1 style="margin:0 0 8px;font-size:26px;line-height:32px;font-weight:700">${escapeHtml(head.title)}</h1>
<p style="margin:0 0 24px;font-size:16px;line-height:24px;color:${INK_2}">${escapeHtml(head.lede)}</p>
${content}
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

export function paragraphHtml(text: string): string {
  return `<p style="margin:0 0 16px;font-size:16px;line-height:24px">${escapeHtml(text)}</p>`;
}

export function buttonHtml({ label, url }: MailLink): string {
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 32px"><tr><td bgcolor="${PETROL}" style="padding:12px 22px;border-radius:3px"><a href="${escapeHtml(url)}" style="color:#FFFFFF;font-size:16px;line-height:24px;font-weight:600;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>`;
}

export function closingHtml(sentences: readonly string[], link: MailLink | null): string {
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="border-top:1px solid ${RULE_COLOUR};padding-top:16px">
${sentences.map((sentence) => `<p style="margin:0 0 14px;font-size:15px;line-height:22px;color:${INK_2}">${escapeHtml(sentence)}</p>`).join('\n')}
${link ? `<p style="margin:0;font-size:14px;line-height:22px"><a href="${escapeHtml(link.url)}" style="color:${PETROL}">${escapeHtml(link.label)}</a></p>` : ''}
</td></tr></table>`;
}
