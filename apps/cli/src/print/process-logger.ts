import { ConsoleLogger } from '@nestjs/common';
import type { LoggerService } from '@nestjs/common';

/** Warnings and errors only: on a terminal as text, else as JSON lines. */
export function processLogger(): LoggerService {
  const terminal = process.stderr.isTTY;
  return new ConsoleLogger({
    logLevels: ['warn', 'error', 'fatal'],
    json: !terminal,
    colors: terminal,
    prefix: 'Vigía',
  });
}
