/** How loudly a failure is logged. It belongs to the kind of error, so that no filter needs a switch. */
export type ErrorLevel = 'info' | 'warning' | 'error';

/** JSON-safe facts about a failure. Never an address, a token or free text about a case. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

export interface AppErrorOptions {
  readonly cause?: unknown;
  readonly details?: ErrorDetails;
}

/** Base of the three families. `code` is stable and is the key of the sentence a person reads. */
export abstract class AppError extends Error {
  abstract readonly level: ErrorLevel;
  abstract readonly retryable: boolean;
  readonly details: ErrorDetails;

  constructor(
    readonly code: string,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = new.target.name;
    this.details = options.details ?? {};
  }
}

/** What went wrong, for the edge that has to answer it. */
export type UserErrorKind = 'unauthenticated' | 'invalid_input' | 'not_found' | 'conflict' | 'forbidden';

/** The caller can mend it: a bad value, something absent, a clash, a missing right. */
export class UserError extends AppError {
  readonly level = 'info';
  readonly retryable = false;

  constructor(
    readonly kind: UserErrorKind,
    code: string,
    message: string,
    options: AppErrorOptions = {},
  ) {
    super(code, message, options);
  }
}

/** The world outside failed for now: relay down, database restarting. Trying again may work. */
export class OperationalError extends AppError {
  readonly level = 'warning';
  readonly retryable = true;
}

/** A fault of this program. Reported, never retried. */
export class UnexpectedError extends AppError {
  readonly level = 'error';
  readonly retryable = false;
}
