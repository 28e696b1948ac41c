import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

import { ask, cookieOf } from '../support/raw-request.js';
import { freePort, startVigia } from '../support/vigia-process.js';
import type { VigiaProcess } from '../support/vigia-process.js';

const REASON = 'Waiting for the quokka registry';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** A relay that refuses one recipient in the way relays do: by quoting the address. */
async function startRelay(
  mails: string[],
): Promise<{ url: string; refused: string[]; stop(): Promise<void> }> {
  const refused: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo({ address }, _session, done) {
      if (refused.length > 1) return done();
      refused.push(address);
      const code = refused.length === 1 ? 550 : 451;
      return done(Object.assign(new TypeError(`<${address}> is not known here`), { responseCode: code }));
    },
    onData(stream, _session, done) {
      void simpleParser(stream).then((mail) => {
        mails.push(mail.text ?? '');
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    refused,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

describe('what a day leaves in the log', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigia-log-'));
  const mails: string[] = [];
  let relay: Awaited<ReturnType<typeof startRelay>>;
  let vigia: VigiaProcess;
  let home: string;

  beforeAll(async () => {
    relay = await startRelay(mails);
    vigia = await startVigia({ VIGIA_DATA_DIR: folder, PORT: String(await freePort()), SMTP_URL: relay.url });
    home = vigia.facts.dashboard;
  }, 130_000);

  afterAll(async () => {
    await vigia?.end('SIGINT');
    await relay?.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 30_000);

  it('holds no address, no token and nothing that people wrote', async () => {
    const signIn = Object.values(vigia.facts.signIn).map((link) => link.split('/').at(-1) ?? '');
    const answers = mails.flatMap((text) =>
      [...text.matchAll(/\/answer\/([\w.-]+)/g)].map(([, token = '']) => token),
    );
    expect([signIn.length > 4, answers.length > 3, relay.refused.length]).toEqual([true, true, 2]);
    const secrets = [...signIn, ...answers];

    const entered = await ask(`${home}/sign-in/${signIn[0]}`, { method: 'POST' });
    const cookie = cookieOf(entered);
    secrets.push(cookie.split('=')[1] ?? '');
    const post = (path: string, body: string, headers: Record<string, string> = {}) =>
      ask(`${home}${path}`, { method: 'POST', headers: { ...FORM, ...headers }, body });
    const day = [
      await ask(`${home}/en/answer/${answers[0]}?problem=answer.personal_data&found=email`),
      await ask(`${home}/en/states/PER/docket`, { headers: { cookie } }),
      await ask(`${home}/en/sign-in/${signIn[1]}`),
      await post(`/sign-in/${signIn[0]}`, ''),
      await post(`/answer/${answers[0]}`, `lang=en&reason=${encodeURIComponent(REASON)}`),
      await post(
        `/answer/${answers[1]}`,
        `lang=es&reason=${encodeURIComponent(`${REASON}, la menor Ana Quispe, DNI 45678912`)}`,
      ),
      await post(`/answer/${answers[2]}`, `lang=en&reason=${'quokka'.repeat(200)}`),
      await post(`/answer/${answers[3]}x`, 'lang=en'),
      await post(`/answer/${answers[3]}`, 'lang=en', { origin: 'https://evil.example' }),
      await ask(`${home}/en/no/such/page/${answers[3]}?mail=owner@mimp.example`),
      await ask(`${home}/api/v1/states?lang=owner@mimp.example`),
      await post('/sign-out', '{"quokka', { 'content-type': 'application/json' }),
      await post('/sign-out', `lang=en&x=${'quokka'.repeat(20_000)}`),
      await ask(`${home}/en/sign-in/%`),
      await post('/sign-out', 'lang=en', { cookie }),
    ];
    expect(day.map(({ status }) => status)).toEqual([
      200, 403, 200, 403, 303, 303, 303, 403, 403, 404, 422, 400, 413, 400, 303,
    ]);
    expect(day[5]?.headers.location).toMatch(
      /^\/es\/answer\/[\w.-]+\?problem=answer\.personal_data&found=child_name\.identity_document$/,
    );
    expect(day[6]?.headers.location).toMatch(/^\/en\/answer\/[\w.-]+\?problem=form\.reason$/);
    expect(day[0]?.body).toContain(
      'The message was not saved. Leave out what points at a person: an e-mail address.',
    );
    await vigia.end('SIGINT');

    // The greeting of the open demonstration hands the links to whoever sits at the terminal: that is what it is for.
    const lines = vigia
      .said()
      .split('\n')
      .filter((line) => !line.includes('"ready":true'));
    const log = lines.join('\n');
    expect(vigia.said()).toContain(signIn[0]);
    expect(lines.length).toBeGreaterThan(4);
    const found = {
      addresses: log.match(/[\w.+-]+@[\w-]+\.[\w.-]+/g) ?? [],
      tokens: secrets.filter((secret) => log.includes(secret)),
      words: ['quokka', 'Ana Quispe', '45678912'].filter((word) => log.includes(word)),
    };
    process.stdout.write(
      `S16: ${found.addresses.length} addresses, ${found.tokens.length} of ${secrets.length} tokens, ${found.words.length} free texts in ${lines.length} lines of a day's log\n`,
    );
    expect(found).toEqual({ addresses: [], tokens: [], words: [] });
  }, 60_000);
});
