import { createHash, createVerify, generateKeyPairSync } from 'node:crypto';

import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { simpleParser } from 'mailparser';

import { composeMessage } from './compose-message.js';
import { MailSignature } from './mail-signature.js';
import type { OutgoingMail } from './mailer.js';

const LEAVE = `<https://vigia.example/less/${'t'.repeat(300)}>`;
const MAIL: OutgoingMail = {
  from: 'Vigía <vigia@vigia.example>',
  to: { name: 'Rosa Núñez', address: 'rosa@mimp.example' },
  messageId: '<1@vigia.example>',
  subject: 'Vencidos: 2 envíos',
  text: 'Plazas  en centros\n\n',
  html: '<p>Plazas</p>',
  headers: { 'Auto-Submitted': 'auto-generated', 'List-Unsubscribe': LEAVE },
  attachments: [{ filename: 'vigia.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
};
const { privateKey, publicKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

async function headersOf(message: Buffer): Promise<Map<string, string>> {
  const { headerLines } = await simpleParser(message);
  return new Map(headerLines.map(({ key, line }) => [key, line.replace(/\r?\n(?=[ \t])/g, '')]));
}

/** Verifies as a receiver does: relaxed header and body (RFC 6376, 3.4.2 and 3.4.4). */
async function isSignatureOf(message: Buffer, key: string): Promise<boolean> {
  const headers = await headersOf(message);
  const relaxed = (name: string): string =>
    `${name}:${(headers.get(name) ?? '')
      .slice(name.length + 1)
      .replace(/[ \t]+/g, ' ')
      .trim()}`;
  const tags = new Map(
    relaxed('dkim-signature')
      .slice('dkim-signature:'.length)
      .split(';')
      .map((tag) => [tag.slice(0, tag.indexOf('=')).trim(), tag.slice(tag.indexOf('=') + 1).trim()]),
  );
  // On the line every end of a line is CRLF.
  const source = message.toString('latin1').replace(/\r?\n/g, '\r\n');
  const body = source
    .slice(source.indexOf('\r\n\r\n') + 4)
    .replace(/[ \t]+/g, ' ')
    .replace(/ (?=\r\n)/g, '')
    .replace(/(\r\n)*$/, '\r\n');
  if (createHash('sha256').update(body, 'latin1').digest('base64') !== tags.get('bh')) return false;
  const signed = (tags.get('h') ?? '').split(':').map((name) => `${relaxed(name)}\r\n`);
  const own = relaxed('dkim-signature').replace(/([;\s]b=)[^;]*$/, '$1');
  return createVerify('RSA-SHA256')
    .update(signed.join('') + own, 'latin1')
    .verify(key, (tags.get('b') ?? '').replace(/\s/g, ''), 'base64');
}

describe('a mail on its way out', () => {
  it('gains no header from what names, titles and addresses of pages contain', async () => {
    const names = [...(await headersOf(await composeMessage(MAIL, null))).keys()].sort();
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc
        .tuple(fc.string(), fc.constantFrom('\r\n', '\n', '\r', '\r\n\r\n', '\u2028', '\0'), fc.string())
        .map(([before, end, after]) => `${before}${end}Bcc: everybody@example.org${end}${after}`),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, hostile, async (name, subject, leave) => {
        const message = await composeMessage(
          {
            ...MAIL,
            to: { ...MAIL.to, name },
            subject: `x${subject}`,
            headers: { ...MAIL.headers, 'List-Unsubscribe': `<https://vigia.example/${leave}>` },
          },
          null,
        );
        expect([...(await headersOf(message)).keys()].sort()).toEqual(names);
        const parsed = await simpleParser(message);
        expect([parsed.to].flat().flatMap((to) => to?.value.map((each) => each.address))).toEqual([
          MAIL.to.address,
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('names a long address of a page in one piece', async () => {
    const headers = await headersOf(await composeMessage(MAIL, null));
    expect(headers.get('list-unsubscribe')?.replace(/\s/g, '')).toBe(`List-Unsubscribe:${LEAVE}`);
  });

  it('is signed for the domain of its sender, over the headers of the one click too', async () => {
    const message = await composeMessage(MAIL, new MailSignature(privateKey));
    const signature = (await headersOf(message)).get('dkim-signature') ?? '';
    expect(signature).toMatch(/d=vigia\.example;/);
    expect(signature).toMatch(/s=vigia;/);
    expect(signature.replace(/\s/g, '')).toMatch(/[:=]list-unsubscribe:list-unsubscribe-post[:;]/);
    expect(await isSignatureOf(message, publicKey)).toBe(true);
    const changed = Buffer.from(message.toString('latin1').replace('One-Click', 'Two-Click'), 'latin1');
    expect(await isSignatureOf(changed, publicKey)).toBe(false);
  });

  it('offers the one click only under a signature and only on https', async () => {
    const signature = new MailSignature(privateKey);
    const offered = async (leave: string | null, signed: boolean): Promise<boolean> => {
      const headers: Record<string, string> = leave === null ? {} : { 'List-Unsubscribe': leave };
      const message = await composeMessage({ ...MAIL, headers }, signed ? signature : null);
      return (await headersOf(message)).has('list-unsubscribe-post');
    };
    expect(await offered(LEAVE, true)).toBe(true);
    expect(await offered(LEAVE, false)).toBe(false);
    expect(await offered('<http://vigia.example/less>', true)).toBe(false);
    expect(await offered(null, true)).toBe(false);
  });

  it('is refused a key that would leave it unsigned', () => {
    const { privateKey: other } = generateKeyPairSync('ed25519');
    const pem = other.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => new MailSignature(pem)).toThrow('DKIM_KEY must be an RSA key');
  });
});
