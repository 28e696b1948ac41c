import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { OutgoingMail } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';
import type { SmtpMailerOptions } from './smtp-mailer.js';

const MAIL: OutgoingMail = {
  from: 'Vigía <vigia@vigia.example>',
  to: { name: 'Rosa Quispe', address: 'rosa@mimp.example' },
  messageId: '<1@vigia.example>',
  subject: '1 overdue',
  text: 'One submission is overdue.\n.\nA line with a single dot stands above.',
  html: '<p>One submission is overdue.</p>',
  headers: {},
  attachments: [],
};

type Step = 'greeting' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'end of data';
/** What the relay answers instead of its usual reply: a line, nothing at all, or a closed connection. */
type Script = Partial<Record<Step, string | 'silence' | 'cut'>>;
const USUAL: Record<Step, string> = {
  greeting: '220 relay.example',
  EHLO: '250 relay.example',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  'end of data': '250 queued as 7',
};

/** A relay that lets MAIL, RCPT and DATA be sent ahead of its replies (RFC 2920). */
const AHEAD: Script = { EHLO: '250-relay.example\r\n250 PIPELINING' };

class ScriptedRelay {
  readonly mails: string[] = [];
  connections = 0;
  /** The connections that carried the mails, in their order. */
  readonly carriers: number[] = [];
  readonly left = new Set<number>();
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  /** @param greets when a connection, counted from 1, hears the greeting */
  constructor(script: Script, greets: (connection: number) => Promise<void> = () => Promise.resolve()) {
    this.server = createServer((socket) => {
      this.connections += 1;
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      const connection = this.connections;
      void greets(connection).then(() => this.talk(socket, script, connection));
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  cutYoungest(): void {
    [...this.sockets].at(-1)?.destroy();
  }

  cutAll(): void {
    for (const socket of this.sockets) socket.end();
  }

  private talk(socket: Socket, script: Script, connection: number): void {
    let pending = '';
    let inData = false;
    const answer = (step: Step): void => {
      const reply = script[step] ?? USUAL[step];
      if (reply === 'cut') socket.destroy();
      else if (reply !== 'silence') socket.write(`${reply}\r\n`);
    };
    answer('greeting');
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (;;) {
        const end = pending.indexOf(inData ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const line = pending.slice(0, end);
        pending = pending.slice(end + (inData ? 5 : 2));
        if (inData) {
          inData = false;
          this.mails.push(line);
          this.carriers.push(connection);
          answer('end of data');
        } else if (line.startsWith('QUIT')) {
          this.left.add(connection);
          socket.end('221 bye\r\n');
        } else {
          const step = line.slice(0, 4) as Step;
          answer(step);
          inData = step === 'DATA' && script.DATA === undefined;
        }
      }
    });
  }
}

describe('sending a mail', () => {
  const open: { close(): Promise<void> }[] = [];
  afterEach(async () => {
    for (const each of open.splice(0).reverse()) await each.close();
  });

  async function mailerOf(relay: ScriptedRelay, options: Partial<SmtpMailerOptions> = {}) {
    const url = await relay.start();
    open.push({ close: () => relay.stop() });
    const mailer = new SmtpMailer({ url, answerWithinMs: 5_000, ...options });
    open.push(mailer);
    return mailer;
  }

  async function relayAnd(script: Script, answerWithinMs?: number) {
    const relay = new ScriptedRelay(script);
    return { relay, mailer: await mailerOf(relay, answerWithinMs === undefined ? {} : { answerWithinMs }) };
  }

  it('is accepted when the relay takes it, over one kept connection for one mail after another', async () => {
    const { relay, mailer } = await relayAnd({});
    expect(await mailer.send(MAIL)).toEqual({ kind: 'accepted', response: '250 queued as 7' });
    expect(await mailer.send({ ...MAIL, messageId: '<2@vigia.example>' })).toMatchObject({
      kind: 'accepted',
    });
    expect(relay.mails).toHaveLength(2);
    expect(relay.mails[0]).toContain('Message-ID: <1@vigia.example>');
    expect(relay.connections).toBe(1);
  });

  it.each<[string, Script, object]>([
    ['a 421 greeting', { greeting: '421 too busy' }, { kind: 'temporary', code: 421 }],
    ['a 554 greeting', { greeting: '554 not for you' }, { kind: 'temporary', code: 554 }],
    ['a 421 to MAIL', { MAIL: '421 closing' }, { kind: 'temporary', code: 421 }],
    ['a 530 to MAIL, for want of a sign-in', { MAIL: '530 sign in first' }, { kind: 'temporary', code: 530 }],
    ['a 450 to RCPT', { RCPT: '450 greylisted' }, { kind: 'temporary', code: 450 }],
    ['a 550 to RCPT', { RCPT: '550 no such user' }, { kind: 'permanent', code: 550 }],
    ['a 554 to DATA', { DATA: '554 no' }, { kind: 'permanent', code: 554 }],
    ['a 451 after the mail', { 'end of data': '451 disk full' }, { kind: 'temporary', code: 451 }],
    ['a 421 after the mail', { 'end of data': '421 closing' }, { kind: 'temporary', code: 421 }],
    ['a 552 after the mail', { 'end of data': '552 too large' }, { kind: 'permanent', code: 552 }],
    [
      'a 550 to MAIL, which refuses us and not the recipient',
      { MAIL: '550 no' },
      { kind: 'temporary', code: 550 },
    ],
    [
      'a 550 to MAIL sent ahead',
      { ...AHEAD, MAIL: '550 no', RCPT: '503 no', DATA: '503 no' },
      { kind: 'temporary', code: 550 },
    ],
    [
      'a 550 to RCPT sent ahead',
      { ...AHEAD, RCPT: '550 no such user', DATA: '554 nobody' },
      { kind: 'permanent', code: 550 },
    ],
    [
      'a 450 to RCPT sent ahead',
      { ...AHEAD, RCPT: '450 greylisted', DATA: '554 nobody' },
      { kind: 'temporary', code: 450 },
    ],
    ['a cut after a mail sent ahead', { ...AHEAD, 'end of data': 'cut' }, { kind: 'in_doubt' }],
    ['a cut before the greeting', { greeting: 'cut' }, { kind: 'temporary', code: null }],
    ['a cut at RCPT', { RCPT: 'cut' }, { kind: 'temporary', code: null }],
    ['a cut at DATA', { DATA: 'cut' }, { kind: 'temporary', code: null }],
  ])('tells the kind of failure after %s', async (_name, script, outcome) => {
    const { mailer } = await relayAnd(script);
    expect(await mailer.send(MAIL)).toMatchObject(outcome);
  });

  it('is in doubt, and was handed over exactly once, when the line is cut before the reply', async () => {
    const { relay, mailer } = await relayAnd({ 'end of data': 'cut' });
    expect(await mailer.send(MAIL)).toMatchObject({ kind: 'in_doubt' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(relay.mails).toHaveLength(1);
    expect(relay.connections).toBe(1);
  });

  it('is in doubt when the relay stays silent after the mail', async () => {
    const { relay, mailer } = await relayAnd({ 'end of data': 'silence' }, 300);
    const startedAt = performance.now();
    expect(await mailer.send(MAIL)).toMatchObject({ kind: 'in_doubt' });
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    expect(relay.mails).toHaveLength(1);
  });

  it('can be tried again when nobody listens or the name of the relay is unknown', async () => {
    const { relay, mailer } = await relayAnd({});
    await relay.stop();
    expect(await mailer.send(MAIL)).toMatchObject({ kind: 'temporary', code: null });
    expect(await mailer.verify()).toBe(false);
    const nowhere = new SmtpMailer({ url: 'smtp://relay.invalid:25' });
    expect(await nowhere.send(MAIL)).toMatchObject({ kind: 'temporary', code: null });
  });

  it('takes a new connection when the relay has closed the idle one', async () => {
    const { relay, mailer } = await relayAnd({});
    await mailer.send(MAIL);
    relay.cutAll();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await mailer.send(MAIL)).toMatchObject({ kind: 'accepted' });
    expect(relay.mails).toHaveLength(2);
    expect(relay.connections).toBe(2);
  });

  it.each(['', ' ', 'rosa@mimp.example>\r\nRCPT TO:<everybody@example.org', '<rosa@mimp.example>'])(
    'gives up for good on an address that no envelope can carry, without asking the relay (%j)',
    async (address) => {
      const { relay, mailer } = await relayAnd({});
      const outcome = await mailer.send({ ...MAIL, to: { name: 'Rosa', address } });
      expect(outcome).toMatchObject({ kind: 'permanent', code: 553 });
      expect(outcome.response).not.toContain('mimp.example');
      expect(relay.connections).toBe(0);
    },
  );

  it('keeps addresses out of what it reports', async () => {
    const { mailer } = await relayAnd({ RCPT: '550 5.1.1 <rosa@mimp.example>: user unknown' });
    const outcome = await mailer.send(MAIL);
    expect(outcome.response).toContain('user unknown');
    expect(outcome.response).not.toContain('rosa');
    expect(outcome.response).not.toContain('mimp.example');
  });

  describe('over a line that grows old', () => {
    /** Greets the first connection at once, and all others when told to. */
    function hesitant() {
      let greet = (): void => undefined;
      const greeted = new Promise<void>((resolve) => (greet = resolve));
      return {
        relay: new ScriptedRelay({}, (connection) => (connection === 1 ? Promise.resolve() : greeted)),
        greet,
      };
    }

    async function sendMails(mailer: SmtpMailer, count: number): Promise<void> {
      for (let sent = 0; sent < count; sent += 1)
        expect(await mailer.send(MAIL)).toMatchObject({ kind: 'accepted' });
    }

    const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

    it('opens the next one while it still carries, and leaves once that one stands', async () => {
      const { relay, greet } = hesitant();
      const mailer = await mailerOf(relay);
      await sendMails(mailer, 95);
      await soon();
      expect([relay.connections, relay.left.size]).toEqual([2, 0]);
      greet();
      await soon();
      expect([...relay.left]).toEqual([1]);
      await sendMails(mailer, 35);
      expect(relay.carriers.slice(95)).toEqual(Array.from({ length: 35 }, () => 2));
      expect(relay.connections).toBe(2);
    });

    it('carries no more than a hundred mails over it, whatever the next one takes', async () => {
      const { relay, greet } = hesitant();
      const mailer = await mailerOf(relay);
      await sendMails(mailer, 100);
      const waits = mailer.send(MAIL);
      await soon();
      expect(relay.carriers).toHaveLength(100);
      greet();
      expect(await waits).toMatchObject({ kind: 'accepted' });
      expect([relay.carriers[100], relay.connections]).toEqual([2, 2]);
    });

    it('has never more of them at the relay than it keeps', async () => {
      const { relay, greet } = hesitant();
      const mailer = await mailerOf(relay, { connections: 1 });
      await sendMails(mailer, 99);
      await soon();
      expect(relay.connections).toBe(1);
      greet();
      await sendMails(mailer, 31);
      expect([relay.connections, [...relay.left]]).toEqual([2, [1]]);
    });

    it('leaves before the others that were opened with it, so that never all of them are being opened', async () => {
      const relay = new ScriptedRelay({});
      const mailer = await mailerOf(relay, { connections: 3 });
      const CARRIED = 330;
      const leftAt: number[] = [];
      for (let sent = 0; sent < CARRIED; sent += 3) {
        await Promise.all([1, 2, 3].map(() => mailer.send(MAIL)));
        while (leftAt.length < relay.left.size) leftAt.push(relay.carriers.length / 3);
      }
      const [first, second, third] = leftAt as [number, number, number];
      expect([third <= 103, second - first >= 4, third - second >= 4]).toEqual([true, true, true]);
    });

    it('stays on it when the relay takes no second one', async () => {
      const relay = new ScriptedRelay({}, (connection) =>
        connection === 1 ? Promise.resolve() : new Promise(() => undefined),
      );
      const mailer = await mailerOf(relay);
      await sendMails(mailer, 92);
      relay.cutYoungest();
      await soon();
      await sendMails(mailer, 3);
      expect(new Set(relay.carriers)).toEqual(new Set([1]));
    });
  });

  it('verifies a relay that answers', async () => {
    const { mailer } = await relayAnd({});
    expect(await mailer.verify()).toBe(true);
  });
});
