import { ConfigError } from '#config';
import { AppError } from '#domain';

/** A failure in a sentence that says what to do. Only a fault of this program shows where in the code it happened. */
export function explain(error: unknown): string {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof AppError && error.level !== 'error') return error.message;
  const code = (error as { code?: unknown } | null)?.code;
  const known = typeof code === 'string' ? SYSTEM[code] : undefined;
  if (known) return known(error as Error & { path?: string; port?: number });
  return error instanceof Error
    ? `This is a fault of Vigía, please report it: ${error.stack ?? error.message}`
    : 'It failed without saying why.';
}

const SYSTEM: Readonly<Record<string, (error: { path?: string; port?: number }) => string>> = {
  ENOENT: (error) => `There is no file "${error.path ?? ''}".`,
  EISDIR: () => 'That is a folder; give a file.',
  EACCES: (error) => `"${error.path ?? 'The address'}" may not be opened with the rights of this user.`,
  EADDRINUSE: (error) =>
    `Port ${error.port ?? ''} is in use by another program. Set PORT to a free one, or to 0.`,
};
