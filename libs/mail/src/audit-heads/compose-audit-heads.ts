import type { CivilDate } from '#domain';
import type { Language } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { escapeHtml } from '../escape-html.js';
import { WORDS } from '../words.js';

export interface AuditHeadsInput {
  readonly on: CivilDate;
  readonly publicUrl: string;
  readonly language: Language;
  readonly heads: readonly { readonly state: string; readonly position: number; readonly hash: string }[];
}

/** The operator's mail of the day: a line for each State that `vigia verify --head` takes as it stands. */
export function composeAuditHeads({ on, publicUrl, language, heads }: AuditHeadsInput): ComposedMail {
  const words = WORDS[language].auditHeads;
  const lines = heads.map(({ state, position, hash }) => `${state}:${position}:${hash}`);
  const subject = words.subject(on);
  const shown = heads.length === 0 ? [words.none] : lines;
  const paragraphs = [words.keep, words.check];
  return {
    subject,
    text: ['VIGÍA', '', words.title(on), '', ...shown, '', ...paragraphs, '', publicUrl, ''].join('\n'),
    html: `<!doctype html>
<html lang="${language}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#FFFFFF;color:#13202B;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<p style="margin:0 0 12px;font-size:15px;line-height:22px"><strong>Vigía</strong></p>
<h1 style="margin:0 0 16px;font-size:22px;line-height:28px">${escapeHtml(words.title(on))}</h1>
<pre style="margin:0 0 16px;font-size:13px;line-height:20px;white-space:pre-wrap;overflow-wrap:anywhere">${escapeHtml(shown.join('\n'))}</pre>
${paragraphs.map((text) => `<p style="margin:0 0 14px;font-size:15px;line-height:22px">${escapeHtml(text)}</p>`).join('\n')}
<p style="margin:0;font-size:15px;line-height:22px"><a href="${escapeHtml(publicUrl)}" style="color:#0B4A5C">${escapeHtml(publicUrl)}</a></p>
</body>
</html>
`,
    headers: {
      // RFC 3834: no automatic reply to this, and no "out of office".
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': language,
    },
    attachments: [],
  };
}
