import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { OutgoingMail } from '../mailer.js';
import { SmtpMailer } from '../smtp-mailer.js';
import { openMailFolder } from './mail-folder.js';
import { mailFrameHtml, renderMailPage, renderMailboxPage } from './mailbox-page.js';
import { startMailbox } from './mailbox.js';
import type { Mailbox } from './mailbox.js';
import type { StoredMail } from './stored-mail.js';

const MAIL: OutgoingMail = {
  from: 'Vigía <vigia@vigia.example>',
  to: { name: 'Rosa Núñez', address: 'rosa@mimp.example' },
  messageId: '<1@vigia.example>',
  subject: '1 envío vencido',
  text: 'Plazas en centros especializados',
  html: '<!doctype html><html><head><title>x</title></head><body><p>Plazas</p></body></html>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: [{ filename: 'vigia.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
};

describe('the mailbox', () => {
  let folder: string;
  let mailbox: Mailbox;
  let mailer: SmtpMailer;
  const errors: unknown[] = [];
  const start = async (): Promise<void> => {
    mailbox = await startMailbox({
      host: '127.0.0.1',
      port: 0,
      folder,
      onError: (error) => errors.push(error),
    });
    mailer = new SmtpMailer({ url: mailbox.smtpUrl });
  };
  const stop = async (): Promise<void> => {
    await mailer.close();
    await mailbox.stop();
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vigia-mailbox-'));
    errors.length = 0;
    await start();
  });
  afterEach(async () => {
    await stop();
    await rm(folder, { recursive: true, force: true });
    expect(errors).toEqual([]);
  });

  it('keeps what it is sent', async () => {
    expect(await mailer.send(MAIL)).toMatchObject({ kind: 'accepted' });
    const [mail] = await mailbox.list();
    expect(mail).toMatchObject({
      messageId: '<1@vigia.example>',
      to: ['rosa@mimp.example'],
      subject: '1 envío vencido',
      html: MAIL.html,
      copies: 1,
    });
    expect(mail?.text.trim()).toBe(MAIL.text);
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    expect(Date.parse(mail?.sentAt ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('finds a mail by its Message-ID with or without the brackets', async () => {
    await mailer.send(MAIL);
    expect(await mailbox.find('<1@vigia.example>')).toMatchObject({ subject: MAIL.subject });
    expect(await mailbox.find('1@vigia.example')).toMatchObject({ subject: MAIL.subject });
    expect(await mailbox.find('<2@vigia.example>')).toBeNull();
  });

  it('lists the newest first, and a repeat as a second copy of the same mail', async () => {
    await mailer.send(MAIL);
    await mailer.send({ ...MAIL, messageId: '<2@vigia.example>' });
    await mailer.send(MAIL);
    expect((await mailbox.list()).map((mail) => [mail.messageId, mail.copies])).toEqual([
      ['<2@vigia.example>', 1],
      ['<1@vigia.example>', 2],
    ]);
  });

  it('still has its mails after a restart', async () => {
    await mailer.send(MAIL);
    const before = await mailbox.list();
    await stop();
    await start();
    expect(await mailbox.list()).toEqual(before);
  });

  it('refuses a mail that is too large, and goes on', async () => {
    const outcome = await mailer.send({ ...MAIL, text: 'x'.repeat(6 * 1024 * 1024) });
    expect(outcome.kind).not.toBe('accepted');
    expect(await mailbox.list()).toEqual([]);
    expect(await mailer.send(MAIL)).toMatchObject({ kind: 'accepted' });
  });
});

describe('a mailbox that others could reach', () => {
  it.each(['0.0.0.0', '::', '10.0.0.7', 'vigia.example', '127.vigia.example'])(
    'is refused: %s',
    async (host) => {
      await expect(
        startMailbox({ host, port: 0, folder: tmpdir(), onError: () => undefined }),
      ).rejects.toMatchObject({ code: 'mailbox.host' });
    },
  );
});

describe('the folder of the mailbox', () => {
  it('keeps the newest mails and lets the oldest go', async () => {
    const path = await mkdtemp(join(tmpdir(), 'vigia-mailbox-'));
    const folder = await openMailFolder(path, 3);
    for (const subject of ['a', 'b', 'c', 'd', 'e']) {
      await folder.keep(Buffer.from(`Subject: ${subject}\r\n\r\nText`));
    }
    expect((await folder.list()).map((mail) => mail.subject)).toEqual(['e', 'd', 'c']);
    await rm(path, { recursive: true });
  });
});

describe('the pages of the mailbox', () => {
  const hostile: StoredMail = {
    messageId: '<a/b?c@vigia.example>',
    to: ['"><script>@example.org'],
    subject: '<script>alert(1)</script>',
    sentAt: '2026-11-24T13:05:00.000Z',
    text: '</pre><script>',
    html: '<html><head></head><body><script>alert(1)</script><a href="https://vigia.example">x</a></body></html>',
    headers: { subject: '<script>' },
    copies: 2,
  };

  it('say in words that nothing has come', () => {
    expect(renderMailboxPage([], 'es')).toContain('Aún no ha llegado ningún correo.');
    expect(renderMailboxPage([], 'en')).toContain('No mail has come yet.');
  });

  it('lead from the list to each mail in the same language, and to the other language', () => {
    const html = renderMailboxPage([hostile], 'es');
    expect(html).toContain('href="/mailbox/messages/a%2Fb%3Fc%40vigia.example?lang=es"');
    expect(html).toContain('href="/mailbox?lang=en"');
    expect(html).toContain('2 copias');
  });

  it('show nothing of a mail as markup of their own', () => {
    expect(renderMailboxPage([hostile], 'en')).not.toContain('<script');
    expect(renderMailPage(hostile, 'en')).not.toContain('<script');
  });

  it('have the same elements and addresses whatever a mail contains', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom(
        '"><img src=x onerror=alert(1)>',
        "' onload='x",
        '</title><script>',
        'javascript:alert(1)',
      ),
    );
    const tags = (page: string) => page.match(/<[a-z/!][^\s>]*/g);
    const plain = { ...hostile, to: ['a'], subject: 'a', text: 'a', html: 'a', headers: { a: 'a' } };
    fc.assert(
      fc.property(text, text, (one, two) => {
        const mail = {
          ...plain,
          messageId: `<${one}>`,
          to: [two],
          subject: `x${one}`,
          text: two,
          html: `x${one}`,
          headers: { [one]: two },
        };
        expect(tags(renderMailPage(mail, 'en'))).toEqual(tags(renderMailPage(plain, 'en')));
        expect(tags(renderMailboxPage([mail], 'es'))).toEqual(tags(renderMailboxPage([plain], 'es')));
        expect(renderMailboxPage([mail], 'es')).toMatch(
          /<td><a href="\/mailbox\/messages\/[^"<>\s]*\?lang=es">/,
        );
      }),
      { numRuns: 250 },
    );
  });

  it('open the links of a mail in the whole window, in a frame that runs no script', () => {
    expect(mailFrameHtml(hostile)).toContain('<head><base target="_top">');
    const html = renderMailPage(hostile, 'en');
    expect(html).toContain(
      'sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"',
    );
  });

  it('show the text of a mail that has no other part', () => {
    const html = renderMailPage({ ...hostile, html: '', text: 'Only words' }, 'en');
    expect(html).toContain('<pre>Only words</pre>');
    expect(html).not.toContain('<iframe');
  });
});
