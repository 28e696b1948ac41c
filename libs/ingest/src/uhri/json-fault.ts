/** Deeper than any record; what follows is not read, so that no input can exhaust the stack. */
const DEEPEST = 100;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** Control characters (U+0000 to U+001F) stand in a string only as escapes. */
const STRING = /"(?:[ !#-[\]-\uffff]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"/y;

/**
 * Where a text stops being JSON (RFC 8259): the index of the first character that cannot stand there. The engine's own messages
 * name a place only for some of its refusals, and not the same ones from one version to the next.
 */
export function firstFaultIn(text: string): number {
  let at = 0;

  const space = (): void => {
    while (at < text.length && ' \t\n\r'.includes(text[at]!)) at += 1;
  };
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const word = (expected: string): boolean => {
    for (const letter of expected) {
      if (text[at] !== letter) return false;
      at += 1;
    }
    return true;
  };
  const list = (close: string, depth: number, one: (depth: number) => boolean): boolean => {
    at += 1;
    space();
    if (text[at] === close) {
      at += 1;
      return true;
    }
    for (;;) {
      if (!one(depth + 1)) return false;
      space();
      if (text[at] === close) {
        at += 1;
        return true;
      }
      if (text[at] !== ',') return false;
      at += 1;
      space();
    }
  };
  const member = (depth: number): boolean => {
    if (!take(STRING)) return false;
    space();
    if (text[at] !== ':') return false;
    at += 1;
    return value(depth);
  };
  const value = (depth: number): boolean => {
    space();
    if (depth > DEEPEST) return false;
    switch (text[at]) {
      case '{':
        return list('}', depth, member);
      case '[':
        return list(']', depth, value);
      case '"':
        return take(STRING);
      case 't':
        return word('true');
      case 'f':
        return word('false');
      case 'n':
        return word('null');
      default:
        return take(NUMBER);
    }
  };
  if (value(0)) space();
  return at;
}
