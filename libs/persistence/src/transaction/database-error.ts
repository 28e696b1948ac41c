import { AppError, OperationalError, UnexpectedError } from '#domain';
import { QueryFailedError } from 'typeorm';

/** What node-postgres and Node's sockets put on their errors. */
interface DriverError extends Error {
  code?: string;
  constraint?: string;
  table?: string;
  detail?: string;
  where?: string;
}

/** Serialisation failure, deadlock, lock not available, too many connections, out of memory or disk, shutdown, start-up. */
const RETRYABLE_SQL_STATE = /^(?:40001|40P01|55P03|53\d\d\d|57P0[1-5]|08\w{3}|25P03)$/;
const SOCKET_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
]);
/** node-postgres gives these no code. */
const CONNECTION_LOST =
  /connection terminated|connection error and is not queryable|timeout exceeded when trying to connect/i;

/** Turns a failure of the driver into one of the three families. Values of the statement never travel with it. */
export function databaseError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const cause = withoutValues(
    error instanceof QueryFailedError ? (error.driverError as DriverError) : (error as DriverError),
  );
  const details = {
    sqlState: cause.code ?? null,
    table: cause.table ?? null,
    constraint: cause.constraint ?? null,
  };
  if (isTransient(cause)) {
    return new OperationalError('record.unavailable', `The database did not answer: ${cause.message}`, {
      cause,
      details,
    });
  }
  return new UnexpectedError(
    'record.statement_failed',
    `The database refused a statement: ${cause.message}`,
    { cause, details },
  );
}

function isTransient(error: DriverError): boolean {
  const code = error.code ?? '';
  return RETRYABLE_SQL_STATE.test(code) || SOCKET_CODES.has(code) || CONNECTION_LOST.test(error.message);
}

/** PostgreSQL quotes the offending row in `detail` and `where`; it may hold an address. */
function withoutValues(error: DriverError): DriverError {
  delete error.detail;
  delete error.where;
  return error;
}
