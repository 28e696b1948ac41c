import type { CivilDate, Role } from '#domain';
import type { Language } from '#messages';
import { plainLine } from '#messages';

import type { ComposedMail } from '../digest/digest-input.js';
import { automaticHeaders } from '../frame/automatic-headers.js';
import { buttonHtml, closingHtml, frameHtml } from '../frame/mail-frame.js';
import { RULE, wrap } from '../frame/plain-text.js';
import { WORDS } from '../words.js';

interface Appointment {
  readonly role: Role;
  readonly stateName: string;
  readonly institutionName: string | null;
  /** Null where the command line invited. */
  readonly invitedBy: string | null;
}

/** Somebody else who did something about the person's way in. The reason stays in the record: it may speak of others. */
interface Intervention {
  readonly by: string;
  /** In which `by` acted, for the State that is named. */
  readonly role: Role;
  readonly stateName: string;
  readonly on: CivilDate;
}

/**
 * A way in: the first one, a further role for somebody who has one, or the way back after a lost password. Or that somebody
 * else ended it, or took the second factors away.
 */
export type AccessMail = {
  readonly language: Language;
  readonly url: string;
  readonly demonstration: boolean;
} & (
  | ({ readonly kind: 'invitation'; readonly validUntil: CivilDate } & Appointment)
  | ({ readonly kind: 'new_role' } & Appointment)
  | { readonly kind: 'recovery' }
  | ({ readonly kind: 'access_ended' } & Intervention)
  | ({ readonly kind: 'factors_reset' } & Intervention)
);

interface AccessContent {
  readonly subject: string;
  readonly place: string;
  readonly title: string;
  readonly lede: string;
  readonly button: string;
  readonly closing: readonly string[];
}

export function composeAccessMail(mail: AccessMail): ComposedMail {
  const content = contentOf(mail);
  const { subject, title, lede, button, closing } = content;
  return {
    subject,
    text: [
      'VIGÍA',
      ...(content.place === '' ? [] : [wrap(content.place)]),
      '',
      wrap(title),
      '',
      wrap(lede),
      '',
      `${button}:`,
      mail.url,
      '',
      RULE,
      closing.map((sentence) => wrap(sentence)).join('\n\n'),
      '',
    ].join('\n'),
    html: frameHtml(
      { ...content, language: mail.language, preheader: lede },
      `${buttonHtml({ label: button, url: mail.url })}\n${closingHtml(closing, null)}`,
    ),
    headers: automaticHeaders(mail.language),
    attachments: [],
  };
}

function contentOf(mail: AccessMail): AccessContent {
  const words = WORDS[mail.language].access;
  const demonstration = mail.demonstration ? [WORDS[mail.language].digest.demonstration] : [];
  if (mail.kind === 'recovery') {
    const { subject, title, lede, button, valid, unexpected } = words.recovery;
    return { subject, title, lede, button, place: '', closing: [valid, unexpected, ...demonstration] };
  }
  const stateName = plainLine(mail.stateName);
  if (mail.kind === 'access_ended' || mail.kind === 'factors_reset') {
    const { subject, title, lede, button, closing } = words[mail.kind];
    return {
      subject,
      title,
      lede: lede(plainLine(mail.by), words.roles[mail.role] ?? mail.role, stateName, mail.on),
      button,
      place: stateName,
      closing: [...closing, ...demonstration],
    };
  }
  const lede = words.appointed(
    mail.invitedBy === null ? null : plainLine(mail.invitedBy),
    words.roles[mail.role] ?? mail.role,
    mail.institutionName === null ? null : plainLine(mail.institutionName),
    stateName,
  );
  const { subject, title, button } = words[mail.kind];
  return {
    subject: subject(stateName),
    title: title(stateName),
    lede,
    button,
    place: stateName,
    closing: [
      ...(mail.kind === 'invitation' ? [words.invitation.valid(mail.validUntil)] : []),
      words.unexpected,
      ...demonstration,
    ],
  };
}
