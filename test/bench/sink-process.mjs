// A relay that takes every mail and throws it away, in a process of its own: what it costs falls on neither side of a comparison.
import { SMTPServer } from 'smtp-server';

const sink = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData: (stream, _session, done) => stream.on('data', () => undefined).on('end', done),
});
sink.on('error', () => undefined);
sink.listen(0, '127.0.0.1', () => process.send({ port: sink.server.address().port }));
process.on('disconnect', () => process.exit());
