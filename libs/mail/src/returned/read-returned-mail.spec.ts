import { describe, expect, it } from '@jest/globals';

import { readReturnedMail } from './read-returned-mail.js';

const PATH = 'vigia+1-a-00000000-0000000000000000@per.example';

function report(fields: readonly string[], headers: readonly string[] = []): Buffer {
  return Buffer.from(
    [
      'From: MAILER-DAEMON@relay.example',
      `To: <${PATH}>`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      ...headers,
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'I am sorry to have to inform you.',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; relay.example',
      '',
      ...fields,
      '',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: vigia@per.example',
      'Subject: 2 items are overdue',
      '',
      'Action: failed',
      'Status: 5.1.1',
      '--b--',
      '',
    ].join('\r\n'),
  );
}

describe('a mail that came back is read', () => {
  it('as a report: its action and its code', async () => {
    const fields = [
      'Final-Recipient: rfc822; ana@mimp.example',
      'Action: failed',
      'Status: 5.1.1 (bad destination mailbox address)',
      'Diagnostic-Code: smtp; 550 5.1.1 <ana@mimp.example>: Recipient address rejected',
    ];
    expect(await readReturnedMail(report(fields))).toMatchObject({ action: 'failed', status: '5.1.1' });
  });

  it('whatever the case and the folding of its fields', async () => {
    const fields = ['FINAL-RECIPIENT: rfc822; a@b.example', 'action:DELAYED', 'sTATUS:', '  4.2.2'];
    expect(await readReturnedMail(report(fields))).toMatchObject({ action: 'delayed', status: '4.2.2' });
  });

  it('without taking the mail that is quoted in it for the report', async () => {
    const read = await readReturnedMail(report(['Final-Recipient: rfc822; a@b.example']));
    expect(read).toMatchObject({ action: null, status: null });
  });

  it('with a code only where one is given', async () => {
    expect(await readReturnedMail(report(['Action: failed', 'Status: nonsense']))).toMatchObject({
      action: 'failed',
      status: null,
    });
  });

  it('with every address that it came back to', async () => {
    const read = await readReturnedMail(report(['Action: failed'], [`Delivered-To: ${PATH.toUpperCase()}`]));
    expect(read.cameBackTo).toEqual([`To: <${PATH}>`, `Delivered-To: ${PATH.toUpperCase()}`]);
  });

  it.each([
    ['Auto-Submitted: auto-replied (vacation)', true],
    ['Auto-Submitted: no', false],
    ['X-Autoreply: yes', true],
    ['Precedence: auto_reply', true],
    ['Precedence: bulk', false],
    ['X-Mailer: a person', false],
  ])('as an answer in absence by its headers: %s', async (header, autoReply) => {
    const mail = Buffer.from(
      `From: ana@mimp.example\r\nTo: ${PATH}\r\nSubject: Fuera de la oficina\r\n${header}\r\n\r\nVuelvo el lunes.\r\n`,
    );
    expect(await readReturnedMail(mail)).toMatchObject({ action: null, autoReply });
  });

  it('as nothing where it is no mail at all', async () => {
    for (const source of ['', '\0\0\0', '--b\r\n'.repeat(1_000)])
      expect(await readReturnedMail(Buffer.from(source))).toEqual({
        action: null,
        status: null,
        autoReply: false,
        cameBackTo: [],
      });
  });
});
