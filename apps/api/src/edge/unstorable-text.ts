/** U+0000, which PostgreSQL keeps in no text (manual, 8.3), and half of a surrogate pair, which UTF-8 cannot write (RFC 3629, 3). */
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Where an input holds a character that no text of the record can: the names on the way to it, with dots between them, or `a
 * name` where one of the names themselves does. Null where there is none. Goes by a list instead of by calls, however deep the input is.
 */
export function placeOfUnstorable(input: unknown): string | null {
  const left: (readonly [place: string, value: unknown])[] = [['', input]];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const [place, value] = next;
    if (typeof value === 'string' && UNSTORABLE.test(value)) return place === '' ? 'input' : place;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (UNSTORABLE.test(name)) return 'a name';
      left.push([place === '' ? name : `${place}.${name}`, part]);
    }
  }
  return null;
}
