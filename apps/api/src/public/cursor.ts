import { z } from 'zod';

import { UserError } from '#domain';

/** Where a page ended: the key of its last item, in the order of the list. Opaque to callers. */
export function encodeCursor(key: readonly (number | string)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * @param parts how many numbers the key of this list has
 * @throws UserError when the cursor is not one that this list gave out.
 */
export function decodeCursor(cursor: string, parts: number): number[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every(isPart)) return key;
  } catch {
    // Falls through: anything unreadable is the same mistake.
  }
  throw invalid();
}

/** Ids are int4; the database would refuse a larger number, and none was ever given out. */
const LARGEST_ID = 2_147_483_647;

/**
 * The id at which a page of a list ended that goes by id.
 * @throws UserError when the cursor is not one that this list gave out.
 */
export function decodeIdCursor(cursor: string): number {
  const [id = 0] = decodeCursor(cursor, 1);
  if (Math.abs(id) <= LARGEST_ID) return id;
  throw invalid();
}

/**
 * The key of a list whose order is not of numbers only, as `text`, `day` (YYYY-MM-DD), `number` (as far as Number.MAX_SAFE_INTEGER)
 * and `id` (int4).
 * @throws UserError when the cursor is not one that this list gave out.
 */
export function decodeKey(cursor: string, parts: readonly KeyPart[]): (string | number)[] {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts.length && parts.every((part, at) => FITS[part](key[at])))
      return key as (string | number)[];
  } catch {
    // Falls through: anything unreadable is the same mistake.
  }
  throw invalid();
}

type KeyPart = 'text' | 'day' | 'number' | 'id';
const FITS: Readonly<Record<KeyPart, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && isStorable(value),
  day: (value) => z.iso.date().safeParse(value).success,
  number: isPart,
  id: (value) => isPart(value) && Math.abs(value) <= LARGEST_ID,
};

/** No text of a database holds U+0000 or half a pair. */
function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Cs}/u.test(text);
}

function invalid(): UserError {
  return new UserError(
    'invalid_input',
    'cursor.invalid',
    'cursor: expected the nextCursor of an earlier answer to the same list, unchanged.',
  );
}

/** Keys are compared as bigint, which holds every safe integer. */
function isPart(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
