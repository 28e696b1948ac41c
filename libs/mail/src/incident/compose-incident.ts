import type { Instant, WatchPart } from '#domain';
import { LANGUAGES } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { escapeHtml } from '../escape-html.js';
import { WORDS } from '../words.js';

export interface IncidentInput {
  readonly part: WatchPart;
  /** Null: of the whole installation. */
  readonly state: string | null;
  readonly since: Instant;
  /** Null: it still stands. */
  readonly recoveredAt: Instant | null;
  readonly publicUrl: string;
}

/** Tells whoever runs the installation that a part of the watch stands still, or moves again. In every language: it is nobody's of the record. */
export function composeIncident({ part, state, since, recoveredAt, publicUrl }: IncidentInput): ComposedMail {
  const told = LANGUAGES.map((language) => {
    const words = WORDS[language].incident;
    const what = words.parts[part](state);
    const lines =
      recoveredAt === null
        ? [words.since(utc(since)), words.advice[part]]
        : [words.lasted(utc(since), utc(recoveredAt))];
    const title = recoveredAt === null ? words.stands(what) : words.moves(what);
    return { language, title, lines };
  });
  const subject = told.map(({ title }) => title).join(' / ');
  const room = `${publicUrl}/${LANGUAGES[0]}/watch`;
  return {
    subject: `Vigía: ${subject}`,
    text: ['VIGÍA', '', ...told.flatMap(({ title, lines }) => [title, ...lines, '']), room, ''].join('\n'),
    html: `<!doctype html>
<html lang="${LANGUAGES[0]}" dir="ltr">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px 16px;background:#FFFFFF;color:#13202B;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<p style="margin:0 0 12px;font-size:15px;line-height:22px"><strong>Vigía</strong></p>
${told
  .map(
    ({ language, title, lines }) => `<div lang="${language}">
<h1 style="margin:0 0 12px;font-size:20px;line-height:26px">${escapeHtml(title)}</h1>
${lines.map((line) => `<p style="margin:0 0 14px;font-size:15px;line-height:22px">${escapeHtml(line)}</p>`).join('\n')}
</div>`,
  )
  .join('\n')}
<p style="margin:0;font-size:15px;line-height:22px"><a href="${escapeHtml(room)}" style="color:#0B4A5C">${escapeHtml(room)}</a></p>
</body>
</html>
`,
    headers: {
      // RFC 3834: no automatic reply to this, and no "out of office".
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': LANGUAGES.join(', '),
    },
    attachments: [],
  };
}

/** `2026-06-23 15:04 UTC`: whoever runs the machine reads its logs in it. */
function utc(instant: Instant): string {
  return `${new Date(instant).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
