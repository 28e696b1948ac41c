import { ConsoleLogger } from '@nestjs/common';
import type { LogLevel } from '@nestjs/common';

import { redacted } from './redact.js';

/** Too short for a token, and no letter of an address. */
const CODE = /^[\w.-]{1,39}$/;
const TROUBLE: LogLevel[] = ['warn', 'error', 'fatal'];

/** The one way in which processes write to the log: everything passes the redaction, whoever wrote it. */
class RedactingLogger extends ConsoleLogger {
  protected override printMessages(
    messages: unknown[],
    ...[context, logLevel, writeStreamType, errorStack, params]: RestOfPrinting
  ): void {
    super.printMessages(messages.map(safe), context, logLevel, writeStreamType, safe(errorStack), params);
  }

  /** Nest hands over nothing where an error came without a stack. */
  protected override printStackTrace(stack: string | undefined): void {
    if (stack !== undefined) super.printStackTrace(redacted(stack));
  }
}

type RestOfPrinting = [
  context?: string,
  logLevel?: LogLevel,
  writeStreamType?: 'stdout' | 'stderr',
  errorStack?: unknown,
  params?: Record<string, unknown>,
];

/** Of an error only its stack is written: what hangs on it may be a row, an address, a whole request. */
function safe(said: unknown): unknown {
  if (typeof said === 'string') return redacted(said);
  if (said instanceof Error) return redacted(said.stack ?? said.message);
  if (said === undefined || typeof said === 'number' || isCoded(said)) return said;
  return redacted(JSON.stringify(said) ?? '');
}

/** Codes and numbers by name, as an event of security is: a machine reads them, and nothing in them needs to be hidden. */
function isCoded(said: unknown): boolean {
  if (typeof said !== 'object' || said === null || Object.getPrototypeOf(said) !== Object.prototype)
    return false;
  return Object.entries(said).every(
    ([name, value]) => CODE.test(name) && (value === null || typeof value === 'number' || isCode(value)),
  );
}

function isCode(value: unknown): boolean {
  return typeof value === 'string' && CODE.test(value) && redacted(value) === value;
}

/** JSON lines of what a server does, for the log of the machine. */
export function serverLogger(): ConsoleLogger {
  return new RedactingLogger({ json: true, logLevels: ['log', ...TROUBLE] });
}

/** Warnings and errors only: on a terminal as text, else as JSON lines. */
export function terminalLogger(): ConsoleLogger {
  const terminal = process.stderr.isTTY;
  return new RedactingLogger({ logLevels: TROUBLE, json: !terminal, colors: terminal, prefix: 'Vigía' });
}
