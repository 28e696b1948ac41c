/** How the records of a file stand in it: in a list, one after another, or in a list within an object. */
export interface JsonFrame {
  readonly form: 'list' | 'sequence' | 'wrapped';
  /** Bytes before the first thing that may be a record. */
  readonly skipped: number;
}

/** Bytes that are looked at to tell the form; what stands before a list within an object has to end in them. */
export const FRAME_BYTES = 65_536;

const MEMBER = String.raw`"(?:[^"\\]|\\.)*"\s*:\s*(?:"(?:[^"\\]|\\.)*"|[-+.\deE]+|true|false|null)\s*,\s*`;
const WRAPPED = new RegExp(String.raw`^\s*\{\s*(?:${MEMBER})*"((?:[^"\\]|\\.)*)"\s*:\s*\[(?=\s*[{\]])`);

/**
 * @param isColumn whether a name is a column of a record: a list under it is a value, not the records
 * @returns null where it is neither
 */
export function frameOf(beginning: string, isColumn: (name: string) => boolean): JsonFrame | null {
  const first = beginning.trimStart()[0];
  if (first === '[') return { form: 'list', skipped: Buffer.byteLength(beginning.split('[', 1)[0]!) + 1 };
  if (first !== '{') return null;
  const wrapped = WRAPPED.exec(beginning);
  if (wrapped && !isColumn(wrapped[1]!)) return { form: 'wrapped', skipped: Buffer.byteLength(wrapped[0]) };
  return { form: 'sequence', skipped: 0 };
}

/** Whether what stands behind the list closes the object around it and nothing else. */
export function closesWrapper(tail: string): boolean {
  try {
    JSON.parse(`{"list":[${tail}`);
    return true;
  } catch {
    return false;
  }
}
