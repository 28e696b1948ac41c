import type { CivilDate } from '#domain';
import { LANGUAGES } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { escapeHtml } from '../escape-html.js';
import { WORDS } from '../words.js';

export interface AuditHeadsInput {
  readonly on: CivilDate;
  readonly publicUrl: string;
  readonly heads: readonly { readonly state: string; readonly position: number; readonly hash: string }[];
}

/**
 * The operator's mail of the day: a line for each State that `vigia verify --head` takes as it stands. Whoever runs the installation
 * has no language in the record, so the words stand in every language, one after the other; the lines stand once.
 */
export function composeAuditHeads({ on, publicUrl, heads }: AuditHeadsInput): ComposedMail {
  const lines = heads.map(({ state, position, hash }) => `${state}:${position}:${hash}`);
  const told = LANGUAGES.map((language) => ({ language, words: WORDS[language].auditHeads }));
  const subject = told.map(({ words }) => words.subject(on)).join(' / ');
  return {
    subject,
    text: [
      'VIGÍA',
      '',
      ...told.map(({ words }) => words.title(on)),
      '',
      ...(lines.length === 0 ? told.map(({ words }) => words.none) : lines),
      '',
      ...told.flatMap(({ words }) => [words.keep, words.check, '']),
      publicUrl,
      '',
    ].join('\n'),
    html: `<!doctype html>
<html lang="${LANGUAGES[0]}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#FFFFFF;color:#13202B;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<p style="margin:0 0 12px;font-size:15px;line-height:22px"><strong>Vigía</strong></p>
${told.map(({ language, words }) => `<h1 lang="${language}" style="margin:0 0 16px;font-size:22px;line-height:28px">${escapeHtml(words.title(on))}</h1>`).join('\n')}
${lines.length === 0 ? told.map(({ language, words }) => paragraph(words.none, language)).join('\n') : preformatted(lines)}
${told.map(({ language, words }) => [words.keep, words.check].map((text) => paragraph(text, language)).join('\n')).join('\n')}
<p style="margin:0;font-size:15px;line-height:22px"><a href="${escapeHtml(publicUrl)}" style="color:#0B4A5C">${escapeHtml(publicUrl)}</a></p>
</body>
</html>
`,
    headers: {
      // RFC 3834: no automatic reply to this, and no "out of office".
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      // RFC 3282: every language that is in it.
      'Content-Language': LANGUAGES.join(', '),
    },
    attachments: [],
  };
}

function paragraph(text: string, language: string): string {
  return `<p lang="${language}" style="margin:0 0 14px;font-size:15px;line-height:22px">${escapeHtml(text)}</p>`;
}

function preformatted(lines: readonly string[]): string {
  return `<pre style="margin:0 0 16px;font-size:13px;line-height:20px;white-space:pre-wrap;overflow-wrap:anywhere">${escapeHtml(lines.join('\n'))}</pre>`;
}
