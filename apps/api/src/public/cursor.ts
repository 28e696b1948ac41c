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

/** Keys are compared as bigint, which holds every safe integer. */
function isPart(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
