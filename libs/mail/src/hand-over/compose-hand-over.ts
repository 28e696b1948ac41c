import type { CivilDate } from '#domain';
import type { Language } from '#messages';
import { plainLine } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { escapeHtml } from '../escape-html.js';
import { automaticHeaders } from '../frame/automatic-headers.js';
import { buttonHtml, closingHtml, frameHtml, paragraphHtml } from '../frame/mail-frame.js';
import { RULE, wrap } from '../frame/plain-text.js';
import { WORDS } from '../words.js';

/** What one focal point hands to another, told to one of them. */
export interface HandOverMail {
  readonly language: Language;
  readonly to: 'new' | 'former';
  readonly stateName: string;
  readonly institutionName: string;
  /** The other one of the two. */
  readonly otherName: string;
  readonly from: CivilDate;
  readonly note: string;
  readonly items: readonly {
    readonly code: string;
    readonly title: string;
    readonly sentence: string;
    readonly snoozedUntil: CivilDate | null;
  }[];
  /** More stands open than the mail lists. */
  readonly more: boolean;
  readonly url: string;
  readonly demonstration: boolean;
}

export function composeHandOver(mail: HandOverMail): ComposedMail {
  const words = WORDS[mail.language].handOver;
  const own = words[mail.to];
  const institution = plainLine(mail.institutionName);
  const place = plainLine(mail.stateName);
  const title = own.title(institution);
  const lede = own.lede(plainLine(mail.otherName), institution, mail.from);
  const lines = mail.items.map(({ code, title: about, sentence, snoozedUntil }) => ({
    head: `${code} ${plainLine(about)}`,
    what: snoozedUntil === null ? sentence : `${sentence} ${words.snoozed(snoozedUntil)}`,
  }));
  const note = mail.note === '' ? null : plainLine(mail.note);
  const over = mail.items.length === 0 ? words.nothing : own.list(mail.items.length, mail.more);
  const closing = [own.next, ...(mail.demonstration ? [WORDS[mail.language].digest.demonstration] : [])];
  return {
    subject: own.subject(institution),
    text: [
      'VIGÍA',
      wrap(place),
      '',
      wrap(title),
      '',
      wrap(lede),
      '',
      ...(note === null ? [] : [wrap(`${words.note}: ${note}`), '']),
      wrap(over),
      '',
      ...lines.flatMap(({ head, what }) => [wrap(head), wrap(what, '  '), '']),
      `${words.button}:`,
      mail.url,
      '',
      RULE,
      closing.map((sentence) => wrap(sentence)).join('\n\n'),
      '',
    ].join('\n'),
    html: frameHtml(
      { language: mail.language, subject: own.subject(institution), preheader: lede, place, title, lede },
      [
        note === null ? '' : paragraphHtml(`${words.note}: ${note}`),
        paragraphHtml(over),
        ...lines.map(
          ({ head, what }) =>
            `<p style="margin:0 0 14px;font-size:16px;line-height:24px"><strong>${escapeHtml(head)}</strong><br>${escapeHtml(what)}</p>`,
        ),
        buttonHtml({ label: words.button, url: mail.url }),
        closingHtml(closing, null),
      ].join('\n'),
    ),
    headers: automaticHeaders(mail.language),
    attachments: [],
  };
}
