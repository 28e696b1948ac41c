// A relay that takes every mail and throws it away, in a process of its own: what it costs falls on neither side of a comparison.
// With `tell` it says of each for whom it was and when it had come, in milliseconds of the time since 1970.
import { SMTPServer } from 'smtp-server';

const tells = process.argv.includes('tell');
const sink = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  logger: false,
  onData: (stream, { envelope }, done) =>
    stream
      .on('data', () => undefined)
      .on('end', () => {
        const at = performance.timeOrigin + performance.now();
        if (tells) process.send({ to: envelope.rcptTo[0].address, at });
        done();
      }),
});
sink.on('error', () => undefined);
sink.listen(0, '127.0.0.1', () => process.send({ port: sink.server.address().port }));
process.on('disconnect', () => process.exit());
