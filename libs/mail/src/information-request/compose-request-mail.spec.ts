import { describe, expect, it } from '@jest/globals';

import { composeRequestMail } from './compose-request-mail.js';

const MAIL = {
  language: 'en',
  stateName: 'Peru',
  institution: 'Ministry of Women',
  request: 7,
  code: '8',
  about: 'Data on children',
  inTime: true,
  url: 'https://vigia.example/en/states/PER/information-requests/7',
  demonstration: false,
} as const;

describe('the mail that tells of an answer to a formal request', () => {
  it('says who answered which request about what, and where it is read, and no word of the answer', () => {
    const { subject, text, html } = composeRequestMail(MAIL);
    expect(subject).toBe('Ministry of Women has answered request 7');
    expect(text).toContain('Request 7, recommendation 8: Data on children');
    expect(text).toContain('The answer came in time.');
    expect(text).toContain(MAIL.url);
    expect(html).toContain(`href="${MAIL.url}"`);
  });

  it('says that it came late, in the language of the reader', () => {
    const { subject, text } = composeRequestMail({ ...MAIL, language: 'es', inTime: false });
    expect(subject).toBe('Respondido el pedido 7: Ministry of Women');
    expect(text).toContain('La respuesta llegó fuera de plazo.');
  });

  it('takes a name for what it is: no header and no markup', () => {
    const { subject, html } = composeRequestMail({ ...MAIL, institution: 'A\r\nBcc: x@y.example <b>' });
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<b>');
  });
});
