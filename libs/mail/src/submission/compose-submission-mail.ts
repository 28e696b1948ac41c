import type { Language } from '#messages';
import { plainLine } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { automaticHeaders } from '../frame/automatic-headers.js';
import { buttonHtml, closingHtml, frameHtml, paragraphHtml } from '../frame/mail-frame.js';
import { RULE, wrap } from '../frame/plain-text.js';
import { WORDS } from '../words.js';

/** What became of something that was sent in, told to whoever sent it. */
export interface SubmissionMail {
  readonly language: Language;
  /** To people with a role: accepted, returned, and that the other side commented. To whoever wrote from the public page: received, published, not published. */
  readonly kind:
    | 'accepted'
    | 'returned'
    | 'author_commented'
    | 'reviewer_commented'
    | 'received'
    | 'published'
    | 'not_published';
  readonly stateName: string;
  /** Code of the recommendation. */
  readonly code: string;
  /** What was owed, or what the recommendation is called. */
  readonly about: string;
  readonly reason: string | null;
  readonly url: string;
  readonly demonstration: boolean;
}

/** Whose address was kept for the answer only. */
const FROM_THE_PUBLIC_PAGE: ReadonlySet<SubmissionMail['kind']> = new Set([
  'received',
  'published',
  'not_published',
]);

export function composeSubmissionMail(mail: SubmissionMail): ComposedMail {
  const words = WORDS[mail.language].submission;
  const own = words[mail.kind];
  const place = plainLine(mail.stateName);
  const about = words.about(plainLine(mail.code), plainLine(mail.about));
  const reason = mail.reason === null ? null : `${words.reason}: ${plainLine(mail.reason)}`;
  const closing = [
    ...(FROM_THE_PUBLIC_PAGE.has(mail.kind) ? [words.address] : []),
    ...(mail.demonstration ? [WORDS[mail.language].digest.demonstration] : []),
  ];
  return {
    subject: own.subject(plainLine(mail.code)),
    text: [
      'VIGÍA',
      wrap(place),
      '',
      wrap(own.title),
      '',
      wrap(about),
      '',
      ...(reason === null ? [] : [wrap(reason), '']),
      wrap(own.next),
      '',
      `${words.button}:`,
      mail.url,
      '',
      RULE,
      closing.map((sentence) => wrap(sentence)).join('\n\n'),
      '',
    ].join('\n'),
    html: frameHtml(
      {
        language: mail.language,
        subject: own.subject(plainLine(mail.code)),
        preheader: about,
        place,
        title: own.title,
        lede: about,
      },
      [
        reason === null ? '' : paragraphHtml(reason),
        paragraphHtml(own.next),
        buttonHtml({ label: words.button, url: mail.url }),
        closingHtml(closing, null),
      ].join('\n'),
    ),
    headers: automaticHeaders(mail.language),
    attachments: [],
  };
}
