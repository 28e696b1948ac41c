import type { Language } from '#messages';

import { escapeHtml } from '../escape-html.js';
import type { DigestContent, DigestGroupContent, DigestLine } from './digest-content.js';

// Mail readers know neither style sheets nor variables: the tokens of the dashboard stand here in line.
const INK = '#13202B';
const INK_2 = '#43515C';
const RULE = '#D0D8DC';
const PETROL = '#0B4A5C';
const TONE = { overdue: '#B5123E', due: '#A05A00', condition: INK_2 } as const;
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** One column, tables for layout, no pictures, real headings; the same sentences as the text part in the same order. */
export function digestHtml(content: DigestContent, language: Language): string {
  return `<!doctype html>
<html lang="${language}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"><title>${escapeHtml(content.subject)}</title></head>
<body style="margin:0;padding:0;background:#FFFFFF;color:${INK};${FONT}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${escapeHtml(content.preheader)}</div>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:24px 16px">
<table role="presentation" width="560" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:560px;text-align:left;overflow-wrap:anywhere"><tr><td>
<p style="margin:0 0 12px;font-size:15px;line-height:22px;color:${INK_2}"><strong style="color:${INK}">Vigía</strong> &nbsp; ${escapeHtml(content.place)}</p>
<h1 style="margin:0 0 8px;font-size:26px;line-height:32px;font-weight:700">${escapeHtml(content.title)}</h1>
<p style="margin:0 0 24px;font-size:16px;line-height:24px;color:${INK_2}">${escapeHtml(content.lede)}</p>
${content.groups.map((group) => groupHtml(group, content.acknowledge)).join('\n')}
<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 32px"><tr><td bgcolor="${PETROL}" style="padding:12px 22px;border-radius:3px"><a href="${escapeHtml(content.desk.url)}" style="color:#FFFFFF;font-size:16px;line-height:24px;font-weight:600;text-decoration:none">${escapeHtml(content.desk.label)}</a></td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td style="border-top:1px solid ${RULE};padding-top:16px">
${content.closing.map((sentence) => `<p style="margin:0 0 14px;font-size:15px;line-height:22px;color:${INK_2}">${escapeHtml(sentence)}</p>`).join('\n')}
${content.less ? `<p style="margin:0;font-size:14px;line-height:22px"><a href="${escapeHtml(content.less.url)}" style="color:${PETROL}">${escapeHtml(content.less.label)}</a></p>` : ''}
</td></tr></table>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

function groupHtml(group: DigestGroupContent, acknowledge: string): string {
  return `<h2 style="margin:0;padding:0 0 8px;font-size:18px;line-height:24px;border-bottom:2px solid ${INK}">${escapeHtml(group.heading)}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 28px">
${group.lines.map((line) => lineHtml(line, group.tone, acknowledge)).join('\n')}
</table>`;
}

function lineHtml(line: DigestLine, tone: DigestGroupContent['tone'], acknowledge: string): string {
  return `<tr><td style="padding:12px 0;border-bottom:1px solid ${RULE};font-size:15px;line-height:22px">
<a href="${escapeHtml(line.url)}" style="color:${PETROL};font-size:16px;font-weight:600">${escapeHtml(line.title)}</a><br>
<span style="color:${INK_2}">${escapeHtml(line.context)}</span><br>
<strong style="color:${TONE[tone]}"><span aria-hidden="true">${line.mark}</span> ${escapeHtml(line.sentence)}</strong>
${line.note ? `<br><span style="color:${INK_2}">${escapeHtml(line.note)}</span>` : ''}
<br><a href="${escapeHtml(line.acknowledgeUrl)}" aria-label="${escapeHtml(`${acknowledge}: ${line.title}`)}" style="color:${PETROL};font-size:14px">${escapeHtml(acknowledge)}</a>
</td></tr>`;
}
