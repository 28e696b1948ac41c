import { colour } from './colour.js';

/** Results go to standard output, progress and messages to standard error, so that `--json` can be piped. */
export const output = {
  result(text: string): void {
    process.stdout.write(`${text}\n`);
  },
  json(value: unknown): void {
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  },
  note(text: string): void {
    process.stderr.write(`${text}\n`);
  },
  /** On a terminal a person's line; without one a JSON line for a log. */
  step(text: string, facts: Readonly<Record<string, unknown>> = {}): void {
    if (process.stderr.isTTY) process.stderr.write(`${colour.dim('·')} ${text}\n`);
    else process.stderr.write(`${JSON.stringify({ level: 'info', message: text, ...facts })}\n`);
  },
};
