import { once } from 'node:events';
import { rmSync } from 'node:fs';

/** Stops the server that start-database started. */
export default async function stopDatabase() {
  const started = globalThis.vigiaTestServer;
  if (!started) return;
  const { server, home } = started;
  if (server.exitCode === null) {
    const stopped = once(server, 'exit');
    server.kill('SIGINT');
    await stopped;
  }
  rmSync(home, { recursive: true, force: true });
}
