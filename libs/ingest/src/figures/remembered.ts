const MOST_REMEMBERED = 50_000;
/** Letters. What is longer is no name, and many of them would fill the memory. */
const LONGEST = 300;

/** Keeps what was read of a text, for the next row that writes the same; no more of it than fits, whatever the size of the file. */
export function remember<T>(known: Map<string, T>, text: string, value: T): void {
  if (text.length > LONGEST) return;
  if (known.size >= MOST_REMEMBERED) known.clear();
  known.set(ownCopy(text), value);
}

/** A piece of a text keeps the whole text in memory; what is remembered gets letters of its own. */
export function ownCopy(text: string): string {
  return Buffer.from(text).toString();
}
