import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** What the relay does at a step: a reply, or the line is cut without one. */
export type Reply = string | 'cut' | { readonly afterMs: number; readonly reply: string };
export type Step = 'greeting' | 'RCPT' | 'end of data';

export interface Handled {
  readonly to: string;
  readonly messageId: string;
}

/** A relay that fails as it is told, step by step (RFC 5321). What it has read whole stands in `received`, whatever it then said. */
export class FaultyRelay {
  readonly received: Handled[] = [];
  /** Mails for which it said 250. */
  readonly taken: Handled[] = [];
  fault: (step: Step, mail: Handled) => Reply | null = () => null;
  private readonly sockets = new Set<Socket>();
  private readonly server = createServer((socket) => this.talk(socket));

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', () => resolve()));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.setNoDelay(true);
    let pending = '';
    let reading = false;
    let to = '';
    const say = (step: Step | null, usual: string, mail: Handled, then = (): void => undefined): void => {
      const fault = step === null ? null : this.fault(step, mail);
      if (fault === 'cut') return void socket.destroy();
      const { afterMs, reply } =
        typeof fault === 'object' && fault !== null ? fault : { afterMs: 0, reply: fault ?? usual };
      const answer = (): void => {
        if (reply.startsWith('2')) then();
        if (!socket.destroyed) socket.write(`${reply}\r\n`);
      };
      if (afterMs > 0) setTimeout(answer, afterMs);
      else answer();
    };
    const nobody: Handled = { to: '', messageId: '' };
    say('greeting', '220 relay.example', nobody);
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1');
      for (;;) {
        const end = pending.indexOf(reading ? '\r\n.\r\n' : '\r\n');
        if (end < 0) return;
        const part = pending.slice(0, end);
        pending = pending.slice(end + (reading ? 5 : 2));
        if (reading) {
          reading = false;
          const mail = { to, messageId: /^message-id:\s*(\S+)/im.exec(part)?.[1] ?? 'without' };
          this.received.push(mail);
          say('end of data', '250 queued', mail, () => this.taken.push(mail));
          continue;
        }
        const verb = part.slice(0, 4).toUpperCase();
        if (verb === 'QUIT') socket.end('221 bye\r\n');
        else if (verb === 'DATA') {
          reading = true;
          socket.write('354 go on\r\n');
        } else if (verb === 'RCPT') {
          to = /<([^>]*)>/.exec(part)?.[1] ?? '';
          say('RCPT', '250 ok', { to, messageId: '' });
        } else socket.write('250 relay.example\r\n');
      }
    });
  }
}
