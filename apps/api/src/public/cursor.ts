import { UserError } from '#domain';

/** Where a page of recommendations ended: its position in the document. Opaque to callers. */
export function encodeCursor(last: { readonly position: number }): string {
  return Buffer.from(JSON.stringify([last.position])).toString('base64url');
}

/** @throws UserError when the cursor is not one that this API gave out. */
export function decodeCursor(cursor: string): number {
  try {
    const [position] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof position === 'number' && Number.isInteger(position)) return position;
  } catch {
    // Falls through: anything unreadable is the same mistake.
  }
  throw new UserError(
    'invalid_input',
    'cursor.invalid',
    'cursor: expected the nextCursor of an earlier answer, unchanged.',
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
