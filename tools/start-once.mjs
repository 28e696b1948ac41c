/**
 * Starts every built app once, as an operator would, on a data folder of its own; waits until it says it is ready, asks
 * it to stop and expects a clean end. Catches what no test on sources sees: an import that only the build gets wrong.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const READY_WITHIN_MS = 90_000;
const STOPPED_WITHIN_MS = 10_000;
const root = path.resolve(import.meta.dirname, '..');

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

function start(file, args, environment) {
  const child = spawn(process.execPath, [path.join(root, file), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const app = { child, output: '', ended: undefined };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => (app.output += text));
  }
  app.ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  return app;
}

const answersReady = async (port) => {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
      signal: AbortSignal.timeout(2_000),
    });
    return answer.status === 200;
  } catch {
    return false;
  }
};

async function waitUntil(isReady, app) {
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  while (Date.now() < giveUpAt) {
    if (app.child.exitCode !== null) return `ended with ${app.child.exitCode} before it was ready`;
    if (await isReady()) return undefined;
    await sleep(100);
  }
  return `was not ready within ${READY_WITHIN_MS / 1000} s`;
}

async function stop(app) {
  app.child.kill('SIGTERM');
  const code = await Promise.race([app.ended, sleep(STOPPED_WITHIN_MS, 'late', { ref: false })]);
  if (code === 'late') app.child.kill('SIGKILL');
  if (code === 0) return undefined;
  return code === 'late'
    ? `did not stop within ${STOPPED_WITHIN_MS / 1000} s`
    : `stopped with ${code}, not 0`;
}

async function serveOnce(file, isReady) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vigia-once-'));
  const port = await freePort();
  const startedAt = Date.now();
  const app = start(file, [], { PORT: String(port), HOST: '127.0.0.1', VIGIA_DATA_DIR: folder });
  try {
    const notReady = await waitUntil(() => isReady({ app, port }), app);
    const readyAfter = Date.now() - startedAt;
    const stopAskedAt = Date.now();
    const fault = notReady ?? (await stop(app));
    return {
      fault,
      output: app.output,
      report: `ready after ${readyAfter} ms, stopped in ${Date.now() - stopAskedAt} ms`,
    };
  } finally {
    app.child.kill('SIGKILL');
    await app.ended;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function helpOnce(file) {
  const app = start(file, ['--help'], {});
  const code = await Promise.race([app.ended, sleep(STOPPED_WITHIN_MS, 'nothing in time', { ref: false })]);
  app.child.kill('SIGKILL');
  const fault = code === 0 && app.output.includes('migrate') ? undefined : `--help ended with ${code}`;
  return { fault, output: app.output, report: '--help lists the commands' };
}

const trials = [
  ['dist/apps/api/src/main.js', (file) => serveOnce(file, ({ port }) => answersReady(port))],
  ['dist/apps/worker/src/main.js', (file) => serveOnce(file, ({ app }) => /\bready\b/i.test(app.output))],
  ['dist/apps/cli/src/main.js', helpOnce],
];
for (const [file, attempt] of trials) {
  const { fault, output, report } = await attempt(file);
  process.stdout.write(`${file}: ${fault ?? report}\n`);
  if (fault !== undefined) {
    process.stderr.write(`${output}\n`);
    process.exitCode = 1;
  }
}
