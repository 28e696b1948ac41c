import { digestCalendar } from './digest-calendar.js';
import { digestContent } from './digest-content.js';
import { digestHtml } from './digest-html.js';
import type { ComposedMail, DigestInput } from './digest-input.js';
import { digestText } from './digest-text.js';

/** One person's mail of one civil day: both parts say the same, and dates ahead are attached as a calendar. */
export function composeDigest(input: DigestInput): ComposedMail {
  const content = digestContent(input);
  const calendar = digestCalendar(input);
  return {
    subject: content.subject,
    text: digestText(content),
    html: digestHtml(content, input.language),
    headers: {
      // RFC 3834: no automatic reply to this, and no "out of office".
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': input.language,
      ...(input.unsubscribeUrl === null ? {} : { 'List-Unsubscribe': `<${input.unsubscribeUrl}>` }),
    },
    attachments:
      calendar === null
        ? []
        : [
            {
              filename: 'vigia.ics',
              contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
              content: calendar,
            },
          ],
  };
}
