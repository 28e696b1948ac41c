import { SMTPServer } from 'smtp-server';

/** A relay that takes everything, and takes its time. */
export interface SmtpSink {
  readonly url: string;
  /** Message-ID of every mail for which it has said 250, in order; a repeat stands twice. */
  readonly accepted: readonly string[];
  stop(): Promise<void>;
}

export async function startSmtpSink(answerAfterMs: number): Promise<SmtpSink> {
  const accepted: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (chunk: Buffer) => (mail += chunk.toString('latin1')));
      stream.on('end', () => {
        setTimeout(() => {
          accepted.push(/^message-id:\s*(\S+)/im.exec(mail)?.[1] ?? 'without');
          done();
        }, answerAfterMs);
      });
    },
  });
  // Senders are killed in this test: a broken line is what it is about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    accepted,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
