import type { Language } from '#messages';
import { plainLine } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { escapeHtml } from '../escape-html.js';
import { automaticHeaders } from '../frame/automatic-headers.js';
import { PETROL, closingHtml, frameHtml } from '../frame/mail-frame.js';
import { RULE, wrap } from '../frame/plain-text.js';
import { WORDS } from '../words.js';

/** What was published about one thing that is followed. */
export interface NewsOfTopic {
  readonly topic: string;
  readonly url: string;
  readonly changes: readonly { readonly title: string; readonly url: string }[];
  /** How many more there are than the mail tells. */
  readonly more: number;
}

/** What was published about what one address follows, since the last such mail. Public facts only. */
export interface NewsMail {
  readonly language: Language;
  readonly stateName: string;
  readonly topics: readonly NewsOfTopic[];
  /** Where it is ended, by a page or by the one click of a mail program. */
  readonly endUrl: string;
  readonly demonstration: boolean;
}

export function composeNews(mail: NewsMail): ComposedMail {
  const { news: words, digest } = WORDS[mail.language];
  const place = plainLine(mail.stateName);
  const count = mail.topics.reduce((sum, { changes, more }) => sum + changes.length + more, 0);
  const subject = words.subject(place, count);
  const title = words.title(place, count);
  const closing = [words.why, ...(mail.demonstration ? [digest.demonstration] : [])];
  const end = { label: words.end, url: mail.endUrl };
  return {
    subject,
    text: [
      'VIGÍA',
      wrap(place),
      '',
      wrap(title),
      '',
      ...mail.topics.flatMap(({ topic, url, changes, more }) => [
        wrap(plainLine(topic)),
        '',
        ...changes.flatMap((change) => [wrap(plainLine(change.title), '  '), `  ${change.url}`, '']),
        ...(more > 0 ? [wrap(words.more(more), '  '), `  ${url}`, ''] : []),
      ]),
      RULE,
      closing.map((sentence) => wrap(sentence)).join('\n\n'),
      '',
      `${end.label}:`,
      end.url,
      '',
    ].join('\n'),
    html: frameHtml(
      { language: mail.language, subject, preheader: title, place, title, lede: words.lede },
      [
        ...mail.topics.map((topic) => topicHtml(topic, words.more(topic.more))),
        closingHtml(closing, end),
      ].join('\n'),
    ),
    headers: {
      ...automaticHeaders(mail.language),
      'List-Unsubscribe': `<${mail.endUrl}>`,
    },
    attachments: [],
  };
}

function topicHtml({ topic, url, changes, more }: NewsOfTopic, moreWords: string): string {
  const link = (label: string, href: string): string =>
    `<p style="margin:0 0 10px;font-size:16px;line-height:24px"><a href="${escapeHtml(href)}" style="color:${PETROL}">${escapeHtml(label)}</a></p>`;
  return [
    `<h2 style="margin:16px 0 10px;font-size:18px;line-height:24px;font-weight:700">${escapeHtml(plainLine(topic))}</h2>`,
    ...changes.map((change) => link(plainLine(change.title), change.url)),
    ...(more > 0 ? [link(moreWords, url)] : []),
  ].join('\n');
}
