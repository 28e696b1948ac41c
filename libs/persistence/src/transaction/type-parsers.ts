import { types } from 'pg';

import { UnexpectedError } from '#domain';

type Parse = (text: string) => unknown;

/** PostgreSQL's own numbers for the types that we read otherwise than the driver does (pg_type.oid, fixed for good). */
const BIGINT = 20;
const DATE = 1082;
const DATE_ARRAY = 1182;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;
const TEXT_ARRAY = 1009;

/** Largest magnitude to which every whole number has a JS number of its own. */
function safeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new UnexpectedError(
    'database.number_unsafe',
    `The database holds ${text}, which is beyond what a JS number can say exactly.`,
  );
}

/** How the driver reads a type; its typings list the scalar types only. */
function driverParser(oid: number, format: 'text' | 'binary' = 'text'): Parse {
  return types.getTypeParser(oid, format) as Parse;
}

const instants = driverParser(TIMESTAMPTZ);

/**
 * Civil dates stay 'YYYY-MM-DD' (a day has no zone), numeric and bigint become numbers, instants become milliseconds since 1970.
 */
const PARSERS: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [BIGINT, safeNumber],
  [DATE, (text) => text],
  [DATE_ARRAY, driverParser(TEXT_ARRAY)],
  [TIMESTAMPTZ, (text) => Number(instants(text))],
  [NUMERIC, Number],
]);

/** Handed to each pool, so that other users of the driver in the same process (the queue) keep the driver's own reading. */
export const typeParsers = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
    return (format === 'binary' ? undefined : PARSERS.get(oid)) ?? driverParser(oid, format);
  },
};
