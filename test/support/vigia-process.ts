import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';

const CLI = join(process.cwd(), 'dist', 'apps', 'cli', 'src', 'main.js');
const READY_WITHIN_MS = 120_000;

/** What `vigia start` says when it is ready and nobody looks at a terminal. */
export interface ReadyFacts {
  readonly dashboard: string;
  readonly mailbox: string | null;
  readonly signIn: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly afterMs: number;
}

/** A built Vigía in a process of its own. */
export interface VigiaProcess {
  readonly facts: ReadyFacts;
  readonly readyAfterMs: number;
  /** Everything it has said, on standard error and standard output. */
  said(): string;
  /** Sends the signal and waits for the end. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<Ended>;
}

/** Only what the test names reaches the process: nothing of the machine that runs the tests. */
export function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'], ...settings };
}

export async function startVigia(settings: Readonly<Record<string, string>>): Promise<VigiaProcess> {
  const began = performance.now();
  const child = spawn(process.execPath, [CLI, 'start'], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  // Whatever becomes of the test, no process outlives it.
  const reap = (): void => void child.kill('SIGKILL');
  process.once('exit', reap);
  child.once('exit', () => process.removeListener('exit', reap));
  const facts = await untilReady(child, () => said, began);
  return {
    facts,
    readyAfterMs: Math.round(performance.now() - began),
    said: () => said,
    end: async (signal) => {
      const ending = performance.now();
      const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
      child.kill(signal);
      await exited;
      return { code: child.exitCode, afterMs: Math.round(performance.now() - ending) };
    },
  };
}

async function untilReady(child: ChildProcess, said: () => string, began: number): Promise<ReadyFacts> {
  for (;;) {
    const facts = said()
      .split('\n')
      .map(readyFacts)
      .find((line) => line !== null);
    if (facts) return facts;
    const late = performance.now() - began > READY_WITHIN_MS;
    if (late || child.exitCode !== null) {
      child.kill('SIGKILL');
      throw new TypeError(`vigia start ${late ? 'took too long' : 'ended'} before it was ready:\n${said()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function readyFacts(line: string): ReadyFacts | null {
  try {
    const spoken = JSON.parse(line) as ReadyFacts & { ready?: boolean };
    return spoken.ready === true ? spoken : null;
  } catch {
    return null;
  }
}

export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command to its end. */
export async function vigia(
  parameters: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): Promise<CommandOutcome> {
  const child = spawn(process.execPath, [CLI, ...parameters], {
    env: environment(settings),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  await once(child, 'close');
  return { code: child.exitCode, stdout, stderr };
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
