import type { Language } from '#messages';

import { escapeHtml } from '../escape-html.js';
import {
  INK,
  INK_2,
  PETROL,
  RULE_COLOUR,
  buttonHtml,
  closingHtml,
  frameHtml,
  paragraphHtml,
} from '../frame/mail-frame.js';
import type { DigestContent, DigestGroupContent, DigestLine } from './digest-content.js';

const TONE = { overdue: '#B5123E', due: '#A05A00', condition: INK_2 } as const;

/** The same sentences as the text part in the same order. */
export function digestHtml(content: DigestContent, language: Language): string {
  return frameHtml(
    { ...content, language },
    `${content.groups.map((group) => groupHtml(group)).join('\n')}
${content.folded === null ? '' : paragraphHtml(content.folded)}
${buttonHtml(content.desk)}
${closingHtml(content.closing, content.less)}`,
  );
}

function groupHtml(group: DigestGroupContent): string {
  return `<h2 style="margin:0;padding:0 0 8px;font-size:18px;line-height:24px;border-bottom:2px solid ${INK}">${escapeHtml(group.heading)}</h2>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 28px">
${group.lines.map((line) => lineHtml(line, group.tone)).join('\n')}
</table>`;
}

function lineHtml(line: DigestLine, tone: DigestGroupContent['tone']): string {
  return `<tr><td style="padding:12px 0;border-bottom:1px solid ${RULE_COLOUR};font-size:15px;line-height:22px">
<a href="${escapeHtml(line.url)}" style="color:${PETROL};font-size:16px;font-weight:600">${escapeHtml(line.title)}</a><br>
<span style="color:${INK_2}">${escapeHtml(line.context)}</span><br>
<strong style="color:${TONE[tone]}"><span aria-hidden="true">${line.mark}</span> ${escapeHtml(line.sentence)}</strong>
${line.note ? `<br><span style="color:${INK_2}">${escapeHtml(line.note)}</span>` : ''}
<br>${line.acts.map((act) => actHtml(act, line)).join('&nbsp;&nbsp; ')}
</td></tr>`;
}

function actHtml({ label, url }: DigestLine['acts'][number], { title }: DigestLine): string {
  return `<a href="${escapeHtml(url)}" aria-label="${escapeHtml(`${label}: ${title}`)}" style="color:${PETROL};font-size:14px">${escapeHtml(label)}</a>`;
}
