import { describe, expect, it } from '@jest/globals';

import { MAILS } from '../mails.js';
import type { AccessMail } from './compose-access-mail.js';

const URL = 'https://vigia.example/es/set-password/TOKEN';
const INVITATION: AccessMail = {
  kind: 'invitation',
  language: 'en',
  url: URL,
  demonstration: false,
  validUntil: '2026-07-07',
  role: 'focal_point',
  stateName: 'Peru',
  institutionName: 'Ministry of Justice',
  invitedBy: 'Ana Flores',
};

const INTERVENTION = {
  language: 'en',
  url: 'https://vigia.example/en/sign-in',
  demonstration: false,
  by: 'Ana Flores',
  role: 'secretariat',
  stateName: 'Peru',
  on: '2026-07-07',
} as const;

describe('a mail that lets somebody in', () => {
  it('says who invites, into what, and until when, the same in both parts', () => {
    const { subject, text, html } = MAILS.access(INVITATION);
    expect(subject).toBe('Your way into Vigía: Peru');
    for (const part of [text.replace(/\s+/g, ' '), html]) {
      expect(part).toContain('Ana Flores has entered you as focal point of Ministry of Justice for Peru.');
      expect(part).toContain('until 7 July 2026');
      expect(part).toContain(URL);
    }
    expect(text.split('\n')).toContain(URL);
  });

  it.each(['en', 'es'] as const)('of each kind has no gap in %s', (language) => {
    const mails: AccessMail[] = [
      { ...INVITATION, language },
      { ...INVITATION, kind: 'new_role', language, invitedBy: null, institutionName: null },
      { kind: 'recovery', language, url: URL, demonstration: true },
      { ...INTERVENTION, kind: 'access_ended', language },
      { ...INTERVENTION, kind: 'factors_reset', language },
    ];
    for (const mail of mails) {
      const { subject, text, html, headers, attachments } = MAILS.access(mail);
      expect(`${subject}${text}${html}`).not.toMatch(/undefined|null|\[object|\$\{/);
      expect(headers).toMatchObject({ 'Auto-Submitted': 'auto-generated', 'Content-Language': language });
      expect(attachments).toEqual([]);
    }
  });

  it('says who ended the access, in which role and when, and what still holds', () => {
    const { text, html } = MAILS.access({ ...INTERVENTION, kind: 'access_ended' });
    for (const part of [text.replace(/\s+/g, ' '), html]) {
      expect(part).toContain(
        'Ana Flores (secretariat, Peru) ended all your sessions and revoked all your API tokens on 7 July 2026. Your roles and your password stay as they are.',
      );
      expect(part).toContain('https://vigia.example/en/sign-in');
    }
  });

  it('lets no name break a header or become markup', () => {
    const { subject, html, text } = MAILS.access({
      ...INVITATION,
      stateName: 'Peru\r\nBcc: all@x.example',
      invitedBy: '<img src=x onerror=alert(1)>\u202eevil',
    });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<img');
    expect(text).not.toContain('\u202e');
  });
});
