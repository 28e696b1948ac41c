import { UserError } from '#domain';

/** Where a page of recommendations ended: its position in the document. Opaque to callers. */
export function encodeCursor(last: { readonly position: number }): string {
  return Buffer.from(JSON.stringify([last.position])).toString('base64url');
}

/** Positions of recommendations are int4; the database would refuse a larger number, and none was ever given out. */
const LAST_POSITION = 2_147_483_647;

/** @throws UserError when the cursor is not one that this API gave out. */
export function decodeCursor(cursor: string): number {
  try {
    const [position] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (isPosition(position)) return position;
  } catch {
    // Falls through: anything unreadable is the same mistake.
  }
  throw new UserError(
    'invalid_input',
    'cursor.invalid',
    'cursor: expected the nextCursor of an earlier answer, unchanged.',
  );
}

function isPosition(position: unknown): position is number {
  return (
    typeof position === 'number' && Number.isInteger(position) && position >= 0 && position <= LAST_POSITION
  );
}
