import { QueryFailedError } from 'typeorm';

import { AppError, OperationalError, UnexpectedError } from '#domain';

/** Classes and codes of SQLSTATE (PostgreSQL manual, appendix A) that pass by themselves: lost connection, server stopping, lack of resources, clash of transactions. */
const PASSING = /^(08|53|57P0|40001|40P01|55P03|25P03)/;
const NETWORK = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN|ENOENT)/;
const CLOSED =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/i;

interface DriverFailure {
  readonly code?: string;
  readonly message?: string;
  readonly constraint?: string;
  readonly table?: string;
}

/**
 * The driver's failure as one of the three families. The driver's own object is not kept: its `detail` and its parameters hold
 * people's data, and errors are logged.
 */
export function databaseFailure(error: unknown): Error {
  if (error instanceof AppError) return error;
  const failure = (error instanceof QueryFailedError ? error.driverError : error) as DriverFailure;
  const code = failure.code ?? '';
  const message = failure.message ?? String(error);
  if (PASSING.test(code) || NETWORK.test(code) || CLOSED.test(message)) {
    return new OperationalError(
      'database.unavailable',
      `The database did not answer (${code || message}); it is tried again.`,
      {
        details: { sqlState: code },
      },
    );
  }
  return new UnexpectedError('database.query_failed', `The database refused a statement: ${message}`, {
    details: { sqlState: code, table: failure.table ?? null, constraint: failure.constraint ?? null },
  });
}
