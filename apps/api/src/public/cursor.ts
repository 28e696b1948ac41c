import { UserError } from '#domain';

/** Where a page ended: the key of its last item, in the order of the list. Opaque to callers. */
export function encodeCursor(key: readonly number[]): string {
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
  throw new UserError(
    'invalid_input',
    'cursor.invalid',
    'cursor: expected the nextCursor of an earlier answer to the same list, unchanged.',
  );
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
  throw new UserError(
    'invalid_input',
    'cursor.invalid',
    'cursor: expected the nextCursor of an earlier answer to the same list, unchanged.',
  );
}

/** Where a page of documents ended: the day of adoption, empty where there is none, and the id. */
export function encodeDayCursor(last: { readonly adoptedOn: string | null; readonly id: number }): string {
  return Buffer.from(JSON.stringify([last.adoptedOn ?? '', last.id])).toString('base64url');
}

/** @throws UserError when the cursor is not one that this API gave out. */
export function decodeDayCursor(cursor: string): { adoptedOn: string; id: number } {
  try {
    const [adoptedOn, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof adoptedOn === 'string' && typeof id === 'number' && Number.isInteger(id))
      return { adoptedOn, id };
  } catch {
    // Falls through: anything unreadable is the same mistake.
  }
  throw new UserError(
    'invalid_input',
    'cursor.invalid',
    'cursor: expected the nextCursor of an earlier answer, unchanged.',
  );
}

/** Keys are compared as bigint, which holds every safe integer. */
function isPart(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
