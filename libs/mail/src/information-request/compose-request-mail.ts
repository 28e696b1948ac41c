import type { Language } from '#messages';
import { plainLine } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { automaticHeaders } from '../frame/automatic-headers.js';
import { buttonHtml, closingHtml, frameHtml, paragraphHtml } from '../frame/mail-frame.js';
import { RULE, wrap } from '../frame/plain-text.js';
import { WORDS } from '../words.js';

/** That an institution answered a formal request, told to the office that asked. What it says is read in Vigía only: it is confidential. */
export interface RequestMail {
  readonly language: Language;
  readonly stateName: string;
  readonly institution: string;
  /** Number of the request. */
  readonly request: number;
  /** Code and title of the recommendation. */
  readonly code: string;
  readonly about: string;
  /** Whether it came by its last day. */
  readonly inTime: boolean;
  readonly url: string;
  readonly demonstration: boolean;
}

export function composeRequestMail(mail: RequestMail): ComposedMail {
  const { requestAnswered: words, digest } = WORDS[mail.language];
  const institution = plainLine(mail.institution);
  const subject = words.subject(institution, String(mail.request));
  const title = words.title(institution);
  const about = words.about(String(mail.request), plainLine(mail.code), plainLine(mail.about));
  const said = [mail.inTime ? words.inTime : words.late, words.next];
  const closing = mail.demonstration ? [digest.demonstration] : [];
  const place = plainLine(mail.stateName);
  return {
    subject,
    text: [
      'VIGÍA',
      wrap(place),
      '',
      wrap(title),
      '',
      wrap(about),
      '',
      ...said.flatMap((sentence) => [wrap(sentence), '']),
      `${words.button}:`,
      mail.url,
      '',
      RULE,
      closing.map((sentence) => wrap(sentence)).join('\n\n'),
      '',
    ].join('\n'),
    html: frameHtml(
      { language: mail.language, subject, preheader: about, place, title, lede: about },
      [
        ...said.map((sentence) => paragraphHtml(sentence)),
        buttonHtml({ label: words.button, url: mail.url }),
        closingHtml(closing, null),
      ].join('\n'),
    ),
    headers: automaticHeaders(mail.language),
    attachments: [],
  };
}
