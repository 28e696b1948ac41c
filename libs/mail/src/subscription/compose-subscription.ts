import type { Language } from '#messages';
import { plainLine } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { automaticHeaders } from '../frame/automatic-headers.js';
import { buttonHtml, closingHtml, frameHtml } from '../frame/mail-frame.js';
import { RULE, wrap } from '../frame/plain-text.js';
import { WORDS } from '../words.js';

/** Asks a mailbox whether it wants to hear of what is published about something. */
export interface SubscriptionMail {
  readonly language: Language;
  readonly stateName: string;
  /** What is to be followed. */
  readonly topic: string;
  /** Of the page that confirms it. */
  readonly url: string;
  /** After which an address that does not answer is deleted. */
  readonly days: number;
  readonly demonstration: boolean;
}

export function composeSubscription(mail: SubscriptionMail): ComposedMail {
  const { subscription: words, digest } = WORDS[mail.language];
  const place = plainLine(mail.stateName);
  const title = words.title(plainLine(mail.topic));
  const lede = words.lede(place);
  const closing = [words.ignore(mail.days), ...(mail.demonstration ? [digest.demonstration] : [])];
  const subject = words.subject(place);
  return {
    subject,
    text: [
      'VIGÍA',
      wrap(place),
      '',
      wrap(title),
      '',
      wrap(lede),
      '',
      `${words.button}:`,
      mail.url,
      '',
      RULE,
      closing.map((sentence) => wrap(sentence)).join('\n\n'),
      '',
    ].join('\n'),
    html: frameHtml(
      { language: mail.language, subject, preheader: lede, place, title, lede },
      [buttonHtml({ label: words.button, url: mail.url }), closingHtml(closing, null)].join('\n'),
    ),
    headers: automaticHeaders(mail.language),
    attachments: [],
  };
}
